/** Whether a theme may be stored: its words can be read across a hall, and what it is made of is here. Pure but for the questions that are handed in. */
import { weakPairs, type Weak } from '@infoskjerm/shared/model/contrast.ts'
import type { ThemeBody } from '@infoskjerm/shared/model/theme.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'

export interface ThemeFacts {
  /** Of what kind the medium of this hash is; null: it is not in the library. */
  readonly kindOf: (hash: string) => string | null
  readonly isFont: (hash: string) => boolean
  /** Whether another theme is called that. */
  readonly isTaken: (name: string) => boolean
}

/** Problems: `duplicate` (name), `contrast`, `unknown-reference` (ground, logo, font). */
export function checkTheme(body: ThemeBody, { kindOf, isFont, isTaken }: ThemeFacts): void {
  if (isTaken(body.name)) throw new Problem(409, 'duplicate', `There is a theme «${body.name}» already.`, 'name', { name: body.name })
  const [weakest] = weakPairs(body)
  if (weakest !== undefined) throw tooWeak(weakest)
  const { ground, logo, font } = body
  const demand = (hash: string, kind: 'image' | 'video', path: string): void => {
    if (kindOf(hash) !== kind) throw new Problem(422, 'unknown-reference', `There is no such ${kind} in the library.`, path, { id: hash })
  }
  if (ground.kind !== 'lights') demand(ground.hash, ground.kind === 'picture' ? 'image' : 'video', 'ground.hash')
  if (logo !== null) demand(logo, 'image', 'logo')
  if (font !== null && !isFont(font.hash))
    throw new Problem(422, 'unknown-reference', 'The typeface is not here. Upload it first.', 'font.hash', { id: font.hash })
}

function tooWeak({ pair, ratio, needed, field, colour }: Weak): Problem {
  const mend = colour === null ? 'Change the other colour.' : `${colour} is the nearest that can be.`
  return new Problem(422, 'contrast', `«${pair}» has a contrast of ${ratio}:1; ${needed}:1 is needed. ${mend}`, `colours.${field}`, {
    ...{ pair, ratio, needed, field },
    colour: colour ?? '',
  })
}
