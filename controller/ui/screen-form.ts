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

type ExitResource = ScreenResource['exits'][number]
type StateResource = ScreenResource['state']

/** The body of `POST /screens` and `PATCH /screens/{id}`. */
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
  readonly state: StateResource
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
    state: { kind: 'in-service' },
  }
}

/** What a screen that exists holds. */
export function inputOf(screen: ScreenResource): ScreenInput {
  const { name, area, tags, profile, widthPx, heightPx, distance, exits, audience, state } = screen
  return { name, area, tags, profile, widthPx, heightPx, distance, exits, audience, state }
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
