/** What is typed about a screen, to and from what the controller keeps. */
import type { Direction, Distance, Audience, Profile } from '@infoskjerm/shared/model/screen.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'

export type SizeName = 'wide' | 'tall' | 'wide4k' | 'tall4k' | 'other'

export const sizes: Readonly<Record<Exclude<SizeName, 'other'>, readonly [number, number]>> = {
  wide: [1920, 1080],
  tall: [1080, 1920],
  wide4k: [3840, 2160],
  tall4k: [2160, 3840],
}

export type ExitResource = ScreenResource['exits'][number]
type StateResource = ScreenResource['state']

/** What the form holds of a screen; its state and its care are changed apart. */
export interface ScreenInput {
  readonly name: string
  readonly area: string
  readonly tags: readonly string[]
  readonly profile: Profile
  readonly widthPx: number
  readonly heightPx: number
  readonly distance: Distance
  readonly exits: readonly ExitResource[]
  readonly audience: Audience
  /** Diagonal; null: not known. */
  readonly sizeInches: number | null
  /** Its place in the walking order. */
  readonly position: number
}

/** What a new screen in an area begins with. */
export function newScreen(area: string): ScreenInput {
  return {
    name: '',
    area,
    tags: [],
    profile: 'standard',
    widthPx: 1920,
    heightPx: 1080,
    distance: 'passage',
    exits: [],
    audience: 'public',
    sizeInches: null,
    position: 0,
  }
}

/** What a screen that exists holds. */
export function inputOf(screen: ScreenResource): ScreenInput {
  const { name, area, tags, profile, widthPx, heightPx, distance, exits, audience, sizeInches, position } = screen
  return { name, area, tags, profile, widthPx, heightPx, distance, exits, audience, sizeInches, position }
}

/** The body of `POST /screens`: planned until a box is connected. */
export function bodyOf(input: ScreenInput): ScreenInput & { readonly state: StateResource } {
  return { ...input, state: { kind: 'planned' } }
}

/** The body of `PATCH /screens/{id}`: only what differs, so that nobody's later change is undone by an open form. */
export function changesOf(input: ScreenInput, screen: ScreenResource): Partial<ScreenInput> {
  const before = inputOf(screen)
  const keys = Object.keys(input) as (keyof ScreenInput)[]
  return Object.fromEntries(
    keys.filter((key) => JSON.stringify(input[key]) !== JSON.stringify(before[key])).map((key) => [key, input[key]]),
  )
}

/** In the order in which one walks past. */
export function walking(screens: readonly ScreenResource[]): readonly ScreenResource[] {
  return [...screens].sort((a, b) => a.position - b.position || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** Whether an arrow would be missing in an emergency because nobody has confirmed it. Only what is in service counts. */
export function isUnconfirmed({ state, exits }: Pick<ScreenResource, 'state' | 'exits'>): boolean {
  return state.kind === 'in-service' && exits.some(({ confirmed }) => confirmed === null)
}

export function sizeNameOf({ widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number }): SizeName {
  const found = Object.entries(sizes).find(([, [width, height]]) => width === widthPx && height === heightPx)
  return (found?.[0] ?? 'other') as SizeName
}

/** Tags from a line of text: `Stor LED, Inngang øst` becomes `stor-led`, `inngang-ost`. */
export function tagsOf(text: string): readonly string[] {
  const tags = text.split(',').map((part) =>
    part
      .trim()
      .toLowerCase()
      .replaceAll('æ', 'ae')
      .replaceAll('ø', 'o')
      .replaceAll('å', 'a')
      .normalize('NFD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 64),
  )
  return [...new Set(tags.filter((tag) => tag !== ''))]
}

/** The exits with one of them changed; a change of name or direction takes its confirmation back. */
export function withExit(
  exits: readonly ExitResource[],
  index: number,
  change: { readonly name: string; readonly direction: Direction },
): readonly ExitResource[] {
  return exits.map((exit, at) => (at === index ? { ...change, confirmed: null } : exit))
}

/** Whether the names and directions are the same, whoever has confirmed them. */
export function sameExits(a: readonly ExitResource[], b: readonly ExitResource[]): boolean {
  return a.length === b.length && a.every(({ name, direction }, at) => name.trim() === b[at]?.name && direction === b[at].direction)
}

/** Whether every exit has a name. */
export function exitsNamed(exits: readonly ExitResource[]): boolean {
  return exits.every(({ name }) => name.trim() !== '')
}
