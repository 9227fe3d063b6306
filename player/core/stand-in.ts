/** What stands where something is not ready at its turn (rule W4): never a half-loaded slide, never black, and for that turn only. */
import type { Held, Plan } from '@infoskjerm/shared/engine/plan.ts'
import { holderAt, showingOf } from '@infoskjerm/shared/engine/resolve.ts'
import type { Content, Scene, Showing } from '@infoskjerm/shared/engine/scene.ts'
import type { Live } from '@infoskjerm/shared/model/live.ts'
import { bands } from '@infoskjerm/shared/model/manifest.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { Details, SubstitutionReason } from '@infoskjerm/shared/wire/player.ts'

export type Substituted = NonNullable<Details['substituted']>

/** Why a slide cannot be shown now; null: it can. */
export type Lack = (slideId: string) => SubstitutionReason | null

export interface Moment {
  readonly plan: Plan
  readonly live: Live
  readonly t: Instant
  readonly lack: Lack
}

export interface Handed {
  readonly scene: Scene
  readonly substituted: Substituted | null
}

/** Turns of a rotation that are looked through for one that is ready. */
const mostTurns = 100

const fallback = { kind: 'fallback', key: 'fallback', reason: 'nothing-scheduled' } as const

/** The scene for the glass: as planned where all of it is ready. Else, in `main`: what stood there before, if it still may; the next of the same rotation that is ready; what runs on beneath; the fallback. In a region of a layout that stands already: what was there. */
export function handed(planned: Scene, before: Content | null, moment: Moment): Handed {
  const { main } = planned.slots
  const substituted = main.kind === 'slide' ? lacking(main, moment.lack) : null
  if (main.kind !== 'slide' || substituted === null) return { scene: planned, substituted: null }
  if (before?.kind === 'slide' && before.key === main.key && moment.lack(main.slideId) === null) {
    const regions = main.regions.map((region, at) =>
      region === null || lacking(region, moment.lack) === null ? region : (before.regions[at] ?? null),
    )
    return { scene: { ...planned, slots: { ...planned.slots, main: { ...main, regions } } }, substituted }
  }
  const { content, until } = standIn(before, moment)
  const ends = Math.min(planned.until, until) as Instant
  return { scene: { slots: { ...planned.slots, main: content }, until: ends }, substituted }
}

/** The first thing on it that is not ready. */
function lacking(showing: Showing, lack: Lack): Substituted | null {
  for (const { slideId } of [showing, ...showing.regions.filter((region) => region !== null)]) {
    const why = lack(slideId)
    if (why !== null) return { slide: slideId, why }
  }
  return null
}

function standIn(
  before: Content | null,
  { plan, live, t, lack }: Moment,
): { readonly content: Scene['slots']['main']; readonly until: number } {
  const place = plan.slots.find(({ slot }) => slot === 'main')
  const active = (place?.held ?? []).filter(({ stretch }) => stretch.from <= t && t < stretch.until)
  const stands = (showing: Showing): boolean => {
    const { validFrom, validUntil } = showing.slide
    return (validFrom ?? t) <= t && t < (validUntil ?? Infinity) && lacking(showing, lack) === null
  }
  const ending = (content: Showing, { stretch }: Held) => ({
    content,
    until: Math.min(stretch.until, content.slide.validUntil ?? Infinity),
  })

  if (before?.kind === 'slide') {
    const slide = plan.manifest.slides[before.slideId]
    const its = active.find(({ stretch }) => stretch.players.some(({ entry }) => entry.id === before.entry))
    const still = slide === undefined ? null : { ...before, slide }
    if (its !== undefined && still !== null && stands(still)) return ending(still, its)
  }
  const winner = holderAt(place, t)
  const rotation = winner?.stretch.players.map(({ entry }) => entry.id) ?? []
  for (let at = t, turn = 0; winner !== null && at < plan.window.until && turn < mostTurns; turn++) {
    const held = holderAt(place, at)
    if (held === null) break
    const showing = showingOf(plan, held, live, at)
    if (rotation.includes(showing.entry) && stands(showing)) return ending(showing, winner)
    at = Math.min(showing.until, held.stretch.until) as Instant
  }
  const beneath = [...active].sort((a, b) => bands.indexOf(b.claim.track.band) - bands.indexOf(a.claim.track.band))
  for (const held of beneath) {
    const showing = showingOf(plan, held, live, t)
    if (stands(showing)) return { ...ending(showing, held), until: showing.until }
  }
  return { content: fallback, until: Infinity }
}
