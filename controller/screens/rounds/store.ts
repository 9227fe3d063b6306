/** Rounds: a person walks past the screens and says of each what they see. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { areas, events } from '../../events/table.ts'
import { media } from '../../media/table.ts'
import { currentEvent } from '../../storage/current-event.ts'
import type { Drizzle } from '../../storage/database.ts'
import type { Author, Transaction, Written } from '../../storage/store.ts'
import type { World } from '../../world.ts'
import { screensMet } from '../meant.ts'
import { type RoundRow, rounds, type SightingRow, sightings } from '../table.ts'

export interface Round {
  readonly round: RoundRow
  readonly sightings: readonly SightingRow[]
}

/** What a person saw. `picture`: hash of a photo in the library. */
export interface Sighting {
  readonly screen: string
  readonly seen: boolean
  readonly note: string
  readonly picture: string | null
}

/** The running one first, then the latest. */
export function listRounds(db: Drizzle): readonly Round[] {
  const rows = db
    .select()
    .from(rounds)
    .where(eq(rounds.event, currentEvent(db).id))
    .orderBy(desc(rounds.startedAt), desc(rounds.id))
    .all()
  return [...rows.filter(isRunning), ...rows.filter((row) => !isRunning(row))].map((round) => withSightings(db, round))
}

export function readRound(db: Drizzle, id: string): Round {
  const round = db.select().from(rounds).where(eq(rounds.id, id)).get()
  if (round === undefined) throw new Problem(404, 'not-found', `There is no round «${id}».`, '', { id })
  return withSightings(db, round)
}

/** Screens of the round under way that nobody has seen yet. */
export function unseenScreens(db: Drizzle): readonly string[] {
  const event = db.select().from(events).where(eq(events.current, true)).get()
  if (event === undefined) return []
  const round = runningRound(db, event.id)
  if (round === undefined) return []
  const seen = new Set(withSightings(db, round).sightings.map(({ screen }) => screen))
  return round.screens.filter((screen) => !seen.has(screen))
}

/** Begins a round past the screens of `target` that hang already, in walking order. Problems: `no-screens`, `conflict` with the id of the one under way. */
export function startRound(world: World, author: Author, target: Target): Written<Round> {
  return world.store.write(author, 'round.start', (tx) => {
    const event = currentEvent(tx.db).id
    const running = runningRound(tx.db, event)
    if (running !== undefined) throw new Problem(409, 'conflict', `${running.by} is on a round already.`, '', { id: running.id })
    const screens = inWalkingOrder(tx.db, event, target)
    if (screens.length === 0) throw new Problem(422, 'no-screens', 'No screen hangs there yet.', 'target')
    const round = { id: world.newId(), event, startedAt: world.now(), by: author.name, endedAt: null, screens }
    tx.put('rounds', round)
    forgetOld(tx, event)
    return { round, sightings: [] }
  })
}

/** Takes down what a person saw, beside what the box says of itself; again for the same screen replaces. Problems: `not-found`, `unknown-reference`, `conflict` (the round is over). */
export function see(world: World, author: Author, id: string, sighting: Sighting, reported: ScreenStatus | null): Written<Round> {
  return world.store.write(author, 'round.see', (tx) => {
    const round = needRunning(tx, id)
    if (!round.screens.includes(sighting.screen))
      throw new Problem(422, 'unknown-reference', 'This screen is not on the round.', 'screen', { id: sighting.screen })
    if (sighting.picture !== null && tx.db.select().from(media).where(eq(media.hash, sighting.picture)).get() === undefined)
      throw new Problem(422, 'unknown-reference', 'The photo is not in the library. Upload it first.', 'picture', { id: sighting.picture })
    const before = withSightings(tx.db, round).sightings.find(({ screen }) => screen === sighting.screen)
    tx.put('sightings', {
      ...sighting,
      id: before?.id ?? world.newId(),
      round: id,
      at: world.now(),
      by: author.name,
      state: reported?.state ?? 'unpaired',
      heardAt: reported?.heardAt ?? null,
    })
    return withSightings(tx.db, round)
  })
}

export function endRound(world: World, author: Author, id: string): Written<Round> {
  return world.store.write(author, 'round.end', (tx) => {
    const round = { ...needRunning(tx, id), endedAt: world.now() }
    tx.put('rounds', round)
    return withSightings(tx.db, round)
  })
}

function runningRound(db: Drizzle, event: string): RoundRow | undefined {
  return db
    .select()
    .from(rounds)
    .where(and(eq(rounds.event, event), isNull(rounds.endedAt)))
    .get()
}

function isRunning({ endedAt }: RoundRow): boolean {
  return endedAt === null
}

function needRunning(tx: Transaction, id: string): RoundRow {
  const round = tx.need('rounds', id, '')
  if (!isRunning(round)) throw new Problem(409, 'conflict', 'This round is over.', '', { id })
  return round
}

function withSightings(db: Drizzle, round: RoundRow): Round {
  return { round, sightings: db.select().from(sightings).where(eq(sightings.round, round.id)).orderBy(sightings.at, sightings.id).all() }
}

/** Area by area as the crew ordered them, then the place of each screen, then its name. */
function inWalkingOrder(db: Drizzle, event: string, target: Target): readonly string[] {
  const places = new Map(
    db
      .select()
      .from(areas)
      .where(eq(areas.event, event))
      .all()
      .map(({ id, position }) => [id, position]),
  )
  const place = (area: string): number => places.get(area) ?? Number.MAX_SAFE_INTEGER
  return screensMet(db, target)
    .filter(({ state }) => state.kind !== 'planned')
    .toSorted((a, b) => place(a.area) - place(b.area) || a.position - b.position || a.name.localeCompare(b.name, 'nb', { numeric: true }))
    .map(({ id }) => id)
}

function forgetOld(tx: Transaction, event: string): void {
  const old = tx.db.select().from(rounds).where(eq(rounds.event, event)).orderBy(desc(rounds.startedAt)).all().slice(limits.rounds)
  for (const { id } of old) {
    for (const sighting of tx.db.select().from(sightings).where(eq(sightings.round, id)).all()) tx.remove('sightings', sighting.id)
    tx.remove('rounds', id)
  }
}
