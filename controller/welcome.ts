/** What a start prints: what to open, whom to sign in as, what is missing, how to stop. */
import { addressesOf } from './http/about.ts'

export interface Welcome {
  readonly httpPort: number
  readonly tlsPort: number
  readonly fingerprint: string
  readonly oneTimePassword: string | null
  readonly hasVideoTools: boolean
  readonly dataFolder: string
  /** Addresses at which other machines reach this one. */
  readonly addresses: readonly string[]
}

/** The text, Norwegian and English. */
export function welcome(on: Welcome): string {
  const { crew, player } = addressesOf(on.addresses, on.httpPort, on.tlsPort)
  const lines = [
    '',
    'infoskjerm',
    '',
    'For crew / For the crew',
    ...crew.map((address) => `  ${address}`),
    '',
    'På hver skjerm / On each screen',
    ...player.map((address) => `  ${address}`),
    '',
  ]
  if (on.oneTimePassword !== null)
    lines.push(
      'Første innlogging; passordet vises bare nå / First sign-in; the password is shown only now',
      `  admin  ${on.oneTimePassword}`,
      '',
    )
  lines.push('Sertifikatets fingeravtrykk / Fingerprint of the certificate (SHA-256)', `  ${on.fingerprint}`, '')
  if (!on.hasVideoTools)
    lines.push(
      'ffmpeg er ikke installert: videoer vises, men uten lengde og forhåndsbilde.',
      'ffmpeg is not installed: videos play, but without their length and a still.',
      '',
    )
  lines.push(`Alt lagres i / Everything is kept in  ${on.dataFolder}`, 'Stopp med Ctrl+C / Stop with Ctrl+C', '')
  return lines.join('\n')
}
