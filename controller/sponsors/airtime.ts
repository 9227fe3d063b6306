/** Planned airtime of every sponsor on every screen, worked out once for each class of screens. */
import { setImmediate as breathe } from 'node:timers/promises'
import { airtime } from '@infoskjerm/shared/engine/airtime.ts'
import { compile } from '@infoskjerm/shared/engine/compile.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { matches, type Placed } from '@infoskjerm/shared/model/target.ts'
import type { SponsorAirtime, SponsorResource } from '@infoskjerm/shared/wire/api.ts'
import type { EventTimes, Window } from '../schedule/windows.ts'
import { judge, type Judgement, lengthOf, type MeasuredDay, measuredDays } from './promise.ts'

/** Screens that show the same. */
export interface Showers {
  readonly manifest: Manifest
  readonly screens: readonly Placed[]
}

/** In the order of `sponsors`. A manifest is compiled once, whatever the number of sponsors and screens; others have their turn between two of them. */
export async function sponsorAirtime(
  classes: readonly Showers[],
  sponsors: readonly SponsorResource[],
  event: EventTimes,
  period: Window,
): Promise<readonly SponsorAirtime[]> {
  const days = sponsors.map(({ promise }) => measuredDays(promise?.hours ?? null, event, period))
  const shares: Share[][] = sponsors.map(() => [])
  for (const { manifest, screens } of classes) {
    await breathe()
    const shownIn = planned(manifest, period)
    sponsors.forEach((sponsor, index) => shares[index]?.push(shareOf(sponsor, manifest, screens, days[index] ?? [], shownIn)))
  }
  return sponsors.map((sponsor, index) => resourceOf(sponsor, shares[index] ?? []))
}

/** How long each slide of `main` stands in a window, ms by slide. */
type ShownIn = (window: Window) => ReadonlyMap<string, number>

/** Sponsors with the same hours ask for the same windows. */
function planned(manifest: Manifest, period: Window): ShownIn {
  const plan = compile(manifest, period)
  const known = new Map<string, ReadonlyMap<string, number>>()
  return ({ from, until }) => {
    const key = `${from} ${until}`
    const shown = known.get(key) ?? airtime(plan, 'main', from, until)
    known.set(key, shown)
    return shown
  }
}

/** What a sponsor has on every screen of one class. */
interface Share {
  readonly screens: readonly Placed[]
  readonly ms: number
  readonly measuredMs: number
  readonly slides: Readonly<Record<string, number>>
  /** Null without a promise. */
  readonly judgement: Judgement | null
}

function shareOf(
  { id, promise }: SponsorResource,
  manifest: Manifest,
  screens: readonly Placed[],
  days: readonly MeasuredDay[],
  shownIn: ShownIn,
): Share {
  const mine = Object.keys(manifest.slides).filter((slide) => manifest.slides[slide]?.sponsor === id)
  const slides: Record<string, number> = {}
  const shown = days.map((day) => {
    let shownMs = 0
    for (const slide of mine) {
      const ms = shownIn(day).get(slide) ?? 0
      if (ms > 0) slides[slide] = (slides[slide] ?? 0) + ms
      shownMs += ms
    }
    return { day, shownMs }
  })
  return {
    screens,
    ms: shown.reduce((sum, { shownMs }) => sum + shownMs, 0),
    measuredMs: days.reduce((sum, day) => sum + lengthOf(day), 0),
    slides,
    judgement: promise === null ? null : judge(promise.amount, shown),
  }
}

function resourceOf({ id, promise }: SponsorResource, shares: readonly Share[]): SponsorAirtime {
  const meant = (screen: Placed) => promise !== null && matches(promise.where, screen)
  const worst = shares
    .flatMap(({ screens, judgement }) =>
      judgement === null ? [] : screens.filter(meant).map((screen) => ({ ...judgement, screen: screen.id })),
    )
    .reduce<Worst | null>((found, one) => (found === null || isWorse(one, found) ? one : found), null)
  const screens = shares.flatMap(({ screens, ms, measuredMs, slides }) =>
    screens
      .filter((screen) => ms > 0 || meant(screen))
      .map((screen) => ({ screen: screen.id, ms: Math.round(ms), share: measuredMs === 0 ? 0 : ms / measuredMs, slides: rounded(slides) })),
  )
  return { sponsor: id, screens: screens.sort((a, b) => (a.screen < b.screen ? -1 : 1)), promise: worst }
}

type Worst = Judgement & { readonly screen: string }

function isWorse(a: Worst, b: Worst): boolean {
  return a.got < b.got || (a.got === b.got && a.screen < b.screen)
}

/** The slides in a region have a part of the time of their layout, which need not be whole. */
function rounded(slides: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(slides).map(([slide, ms]) => [slide, Math.round(ms)]))
}
