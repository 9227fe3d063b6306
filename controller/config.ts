/** The environment as configuration, with a clear sentence for every value that cannot be. */
import { resolve } from 'node:path'
import { limits } from '@infoskjerm/shared/limits.ts'

export interface Config {
  readonly httpPort: number
  readonly tlsPort: number
  /** Address to listen on; null is all of them. */
  readonly host: string | null
  readonly dataFolder: string
  readonly backupFolder: string
  readonly adminPassword: string | null
  /** Where the world finds the controller, behind a proxy of one's own. */
  readonly publicUrl: URL | null
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null
  readonly redisUrl: string | null
  readonly cacheUrl: string | null
  /** Folder imported at first start; null: the sample. */
  readonly venueFolder: string | null
  readonly logLevel: LogLevel
  /** How fast the controller's own link is (bits per second): media takes a part of it. */
  readonly linkBitsPerSecond: number
  /** Whether the controller may ask pages of the venue's own network whether they can be shown. */
  readonly asksVenuePages: boolean
}

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const
export type LogLevel = (typeof logLevels)[number]

/** Everything that is wrong with the environment, a sentence each. */
export class ConfigError extends Error {
  readonly sentences: readonly string[]

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.name = 'ConfigError'
    this.sentences = sentences
  }
}

/** Reads `INFOSKJERM_*`. Throws a `ConfigError` that names every value that cannot be. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, shortestPassword: number): Config {
  const wrong: string[] = []
  const text = (name: string): string | null => {
    const value = env[`INFOSKJERM_${name}`]?.trim() ?? ''
    return value === '' ? null : value
  }
  const port = (name: string, otherwise: number): number => {
    const value = text(name)
    const number = value === null ? otherwise : Number(value)
    if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number
    wrong.push(`INFOSKJERM_${name} is «${value ?? ''}»; it should be a port number from 0 to 65535.`)
    return otherwise
  }
  const url = (name: string): URL | null => {
    const value = text(name)
    if (value === null) return null
    if (URL.canParse(value)) return new URL(value)
    wrong.push(`INFOSKJERM_${name} is «${value}»; it should be an address such as https://skjerm.example.org.`)
    return null
  }
  const dataFolder = resolve(text('DATA') ?? 'data')
  const adminPassword = text('ADMIN_PASSWORD')
  if (adminPassword !== null && adminPassword.length < shortestPassword)
    wrong.push(`INFOSKJERM_ADMIN_PASSWORD is too short; it should have at least ${shortestPassword} characters.`)
  const config: Config = {
    httpPort: port('PORT', 3000),
    tlsPort: port('TLS_PORT', 3443),
    host: text('HOST'),
    dataFolder,
    backupFolder: resolve(text('BACKUP') ?? `${dataFolder}/backups`),
    adminPassword,
    publicUrl: url('PUBLIC_URL'),
    tls: tlsFiles(text('TLS_CERT'), text('TLS_KEY'), wrong),
    redisUrl: text('REDIS_URL'),
    cacheUrl: text('CACHE_URL'),
    venueFolder: pathOrNull(text('VENUE')),
    logLevel: logLevel(text('LOG_LEVEL'), wrong),
    linkBitsPerSecond: linkBits(text('LINK_BITS'), wrong),
    asksVenuePages: yes('ASK_VENUE_PAGES', text('ASK_VENUE_PAGES'), wrong),
  }
  if (config.httpPort !== 0 && config.httpPort === config.tlsPort)
    wrong.push('INFOSKJERM_PORT and INFOSKJERM_TLS_PORT are the same; plain HTTP and TLS need a port each.')
  if (wrong.length > 0) throw new ConfigError(wrong)
  return config
}

function tlsFiles(cert: string | null, key: string | null, wrong: string[]): Config['tls'] {
  if (cert !== null && key !== null) return { certFile: resolve(cert), keyFile: resolve(key) }
  if (cert !== null || key !== null) wrong.push('INFOSKJERM_TLS_CERT and INFOSKJERM_TLS_KEY belong together; give both or none.')
  return null
}

function logLevel(value: string | null, wrong: string[]): LogLevel {
  const level = logLevels.find((one) => one === value)
  if (value !== null && level === undefined) wrong.push(`INFOSKJERM_LOG_LEVEL is «${value}»; it should be one of ${logLevels.join(', ')}.`)
  return level ?? 'info'
}

function linkBits(value: string | null, wrong: string[]): number {
  const bits = value === null ? limits.linkBitsPerSecond : Number(value)
  if (Number.isInteger(bits) && bits >= limits.linkLeastBitsPerSecond) return bits
  wrong.push(
    `INFOSKJERM_LINK_BITS is «${value ?? ''}»; it should be the speed of the controller’s link in bits per second, such as 1000000000.`,
  )
  return limits.linkBitsPerSecond
}

function yes(name: string, value: string | null, wrong: string[]): boolean {
  if (value !== null && value !== '1' && value !== '0') wrong.push(`INFOSKJERM_${name} is «${value}»; it should be 1 or 0.`)
  return value === '1'
}

function pathOrNull(path: string | null): string | null {
  return path === null ? null : resolve(path)
}
