/** From manifest to plan (rule E1). */
import { type Anchor, type Manifest, slots } from '../model/manifest.ts'
import type { Instant } from '../time/instant.ts'
import { dayOf, type Interval } from './day.ts'
import { manualStretches } from './manual.ts'
import type { Held, Holders, Plan } from './plan.ts'
import { type Casting, castingOf } from './casting.ts'
import { type Followed, fromAnchor, naturally } from './rotation.ts'
import { countAtMost } from './search.ts'
import { cropped, placeIn, type Stretch } from './stretch.ts'
import { compareClaims, justBefore, nameOf, type Spell, spellsOf, type Track, tracksOf } from './track.ts'

/** Works out what the manifest shows in `[window.from, window.until)`. The cost grows with the boundaries in the window, not with how long the show has run. Throws on an empty window. */
export function compile(manifest: Manifest, window: Interval): Plan {
  if (window.from >= window.until) throw new Error('an empty window')
  const held = tracksOf(manifest).flatMap((track) => heldBy(track, manifest, window))
  const plans = slots.flatMap((slot) => {
    const mine = held.filter(({ claim: { track } }) => track.slot === slot && track.region === null)
    return slot === 'override' || mine.length === 0 ? [] : [{ slot, ...holdersOf(mine, window) }]
  })
  const regions = new Set(held.flatMap(({ claim }) => claim.track.region ?? []))
  return {
    manifest,
    window: { from: window.from, until: window.until },
    slots: plans,
    regions: new Map(
      [...regions].map((region) => [
        region,
        holdersOf(
          held.filter(({ claim }) => claim.track.region === region),
          window,
        ),
      ]),
    ),
  }
}

/** The rotation of one life as it is on the glass: natural, and from an anchor on until the next day-break as the anchor says (rule E7). */
export function stretchesOf(track: Track, spell: Spell, manifest: Manifest, casting: Casting, until: Instant): Followed {
  const end = Math.min(spell.until, until) as Instant
  const natural = (): Followed => naturally(casting, { from: spell.from, until: end })
  const anchor = anchorOf(track, spell, manifest.anchors)
  if (anchor === null || anchor.at >= end) return natural()
  const dayEnd = Math.min(end, dayOf(manifest.days, anchor.at).until) as Instant
  const anchored = fromAnchor(track, casting, anchor, dayEnd)
  const start = Math.min(anchor.at, anchor.showing?.startedAt ?? anchor.at) as Instant
  const { stretches, carry } = natural()
  const joint = jointOf(anchored.stretches, stretches, dayEnd)
  return {
    stretches: [
      ...stretches.flatMap((stretch) => between(stretch, spell.from, start)),
      ...anchored.stretches.flatMap((stretch) => between(stretch, spell.from, joint)),
      ...stretches.flatMap((stretch) => between(stretch, Math.max(joint, start) as Instant, end)),
    ],
    carry: dayEnd < end ? carry : anchored.carry,
  }
}

/** Where the anchored rotation hands over to the natural one: at day-break, or at the start of the turn on the glass then if it is the same in both, so that nothing seems to change. */
function jointOf(anchored: readonly Stretch[], natural: readonly Stretch[], dayEnd: Instant): Instant {
  const before = anchored.find(({ from, until }) => from < dayEnd && until >= dayEnd)
  const after = natural.find(({ from, until }) => from <= dayEnd && dayEnd < until)
  if (before === undefined || after === undefined) return dayEnd
  const [was, is] = [placeIn(before, justBefore(dayEnd)), placeIn(after, dayEnd)]
  const goesOn = was.since === is.since && after.from <= is.since && before.players[was.player]!.entry === after.players[is.player]!.entry
  return goesOn && was.steps.join() === is.steps.join() ? (is.since as Instant) : dayEnd
}

/** The newest anchor of this life. */
function anchorOf(track: Track, spell: Spell, anchors: readonly Anchor[]): Anchor | null {
  let newest: Anchor | null = null
  for (const anchor of anchors) {
    const mine = nameOf(anchor) === nameOf(track)
    if (mine && spell.from <= anchor.at && anchor.at < spell.until && (newest === null || anchor.at > newest.at)) newest = anchor
  }
  return newest
}

function between(stretch: Stretch, from: Instant, until: Instant): readonly Stretch[] {
  const start = Math.max(from, stretch.from) as Instant
  const end = Math.min(until, stretch.until) as Instant
  return start < end ? [cropped(stretch, start, end)] : []
}

function heldBy(track: Track, manifest: Manifest, window: Interval): readonly Held[] {
  const spells = spellsOf(track, manifest, window)
  if (spells.length === 0) return []
  const { entry } = track.players[0]!
  if (entry.manual) {
    return spells
      .flatMap((spell) => manualStretches(track.players[0]!, spell).map((stretch) => ({ claim: { track, spell }, stretch })))
      .filter(({ stretch }) => stretch.from < window.until && stretch.until > window.from)
  }
  const casting = castingOf(track, { from: spells[0]!.from, until: spells.at(-1)!.until })
  return spells.flatMap((spell) =>
    stretchesOf(track, spell, manifest, casting, spell.until)
      .stretches.filter(({ from, until }) => from < window.until && until > window.from)
      .map((stretch) => ({ claim: { track, spell }, stretch })),
  )
}

/** Sweeps over stretches: from boundary to boundary the strongest claim holds the place. */
function holdersOf(held: readonly Held[], window: Interval): Holders {
  const byClaim = [...held].sort((a, b) => compareClaims(a.claim, b.claim))
  const edges = byClaim.flatMap((one, rank) => [
    { at: Math.max(one.stretch.from, window.from), rank, on: true },
    { at: one.stretch.until as number, rank, on: false },
  ])
  edges.sort((a, b) => a.at - b.at)
  const starts = [window.from]
  const holders: (Held | null)[] = [null]
  const on: number[] = []
  for (let next = 0; next < edges.length && edges[next]!.at < window.until;) {
    const at = edges[next]!.at
    for (; next < edges.length && edges[next]!.at === at; next++) {
      const { rank } = edges[next]!
      const place = countAtMost(on, rank)
      if (edges[next]!.on) on.splice(place, 0, rank)
      else on.splice(place - 1, 1)
    }
    const holder = byClaim[on[0] ?? -1] ?? null
    if (holder === holders.at(-1)) continue
    if (starts.at(-1) === at) holders[holders.length - 1] = holder
    else {
      starts.push(at as Instant)
      holders.push(holder)
    }
  }
  return { starts, holders, held: byClaim }
}
