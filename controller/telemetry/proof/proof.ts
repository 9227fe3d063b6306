/** Answers what was really shown: reads what screens reported, cuts it, lets the engine say what stood there, and adds up. */
import { setImmediate as breathe } from 'node:timers/promises'
import { limits } from '@infoskjerm/shared/limits.ts'
import { type Manifest, manifestSchema } from '@infoskjerm/shared/model/manifest.ts'
import { type Instant, instant, minuteMs, secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { ProofRow } from '@infoskjerm/shared/wire/api.ts'
import type { Publisher } from '../../publish/publisher.ts'
import { eventSpan, type Window } from '../../schedule/windows.ts'
import { festivalDays, measuredDays } from '../../sponsors/promise.ts'
import { createSponsors } from '../../sponsors/store.ts'
import { currentEvent } from '../../storage/current-event.ts'
import type { World } from '../../world.ts'
import type { Plays } from '../plays/store.ts'
import { expand, type Expanded, type Steps } from './expand.ts'
import { createMemory } from './memory.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { createRows } from './rows.ts'
import type { Service } from './service.ts'
import { createSponsorsReport, type SponsorGot } from './sponsors.ts'
import { readServices, readSteps } from './store.ts'
import { readStretches } from './stretches.ts'

export interface ProofOptions {
  readonly world: World
  /** Another after the file was begun anew. */
  readonly plays: () => Pick<Plays, 'page' | 'manifest'>
  readonly planned: Publisher['planned']
}

/** `sponsor`, `screen`: null where all are asked for. */
export interface Question extends Window {
  readonly sponsor: string | null
  readonly screen: string | null
}

export interface Proof {
  /** What slides were shown in the period, as far as it is over. */
  readonly rows: (question: Question) => Promise<readonly ProofRow[]>
  /** Of the event so far. */
  readonly sponsors: () => Promise<Window & { readonly sponsors: readonly SponsorGot[] }>
}

/** A record comes when it is full, and a moment later; until then silence is no silence. */
const patienceMs = limits.proofMs + minuteMs

/** Answers stand this long, so that a page that many look at is worked out once. */
const freshMs = 15 * secondMs

/** Slides of intervals that are remembered: some 50 MB at most, and several days of a large hall. */
const rememberedSlides = 400_000

const always: Service = { first: 'in-service', turns: [] }

export function createProof({ world, plays, planned }: ProofOptions): Proof {
  const { db } = world.store
  const memory = createMemory(rememberedSlides)
  /** Manifests of what is planned have numbers below 0, the same for as long as they are planned. */
  const numbers = new WeakMap<Manifest, number>()
  let numbered = 0
  let known = plays()
  let answered: { readonly stamp: string; readonly ms: number; readonly answer: ReturnType<Proof['sponsors']> } | null = null

  function numberOf(manifest: Manifest): number {
    const number = numbers.get(manifest) ?? --numbered
    numbers.set(manifest, number)
    return number
  }

  function manifestsOf(): (id: number) => Manifest {
    if (plays() !== known) memory.clear()
    known = plays()
    const ofNow = new Map(planned().map(({ manifest }) => [numberOf(manifest), manifest]))
    return (id) => ofNow.get(id) ?? manifestSchema.parse(JSON.parse(plays().manifest(id)))
  }

  /** Pieces of all screens that are wanted, between the edges. */
  async function cut(event: string, edges: readonly Instant[], screen: string | null): Promise<readonly Piece[]> {
    const isWanted = (one: string): boolean => screen === null || one === screen
    const stretches = await readStretches(plays(), edges[0]!, edges.at(-1)!, isWanted)
    const services = readServices(db, event)
    const otherwise = new Map(
      planned().flatMap(({ manifest, screens }) => screens.map(({ id }): [string, number] => [id, numberOf(manifest)])),
    )
    const silentUntil = instant(world.now() - patienceMs)
    const pieces: Piece[] = []
    let began = world.monotonicMs()
    for (const one of new Set([...services.keys(), ...stretches.keys()])) {
      if (!isWanted(one)) continue
      const own = piecesOf(one, stretches.get(one) ?? [], services.get(one) ?? always, otherwise.get(one) ?? null, { edges, silentUntil })
      for (const piece of own) pieces.push(piece)
      if (world.monotonicMs() - began < limits.sliceMs) continue
      await breathe()
      began = world.monotonicMs()
    }
    return pieces
  }

  function expandAll(
    pieces: readonly Piece[],
    steps: Steps,
    manifestOf: (id: number) => Manifest,
    visit: (expanded: Expanded) => void,
  ): Promise<void> {
    return expand(pieces, { manifestOf, steps, memory, monotonicMs: world.monotonicMs }, visit)
  }

  async function workOut(): ReturnType<Proof['sponsors']> {
    const event = currentEvent(db)
    const span = eventSpan(event)
    const from = span.from
    const until = instant(Math.max(from, Math.min(span.until, world.now())))
    const sponsors = createSponsors(world).list()
    const period = { from, until }
    const measured = new Map(sponsors.map(({ id, promise }) => [id, measuredDays(promise?.hours ?? null, event, period)]))
    const days = festivalDays(event, period)
    const edges = edgesOf([period, ...days, ...[...measured.values()].flat()])
    const steps = readSteps(db, event.id)
    const screens = planned().flatMap((one) => one.screens)
    const manifestOf = manifestsOf()
    const report = createSponsorsReport({ sponsors, measured, screens, edges, today: days.at(-1) ?? null, steps, manifestOf })
    if (from < until) {
      const pieces = await cut(event.id, edges, null)
      report.measure(pieces)
      await expandAll(pieces, steps, manifestOf, report.add)
    }
    return { ...period, sponsors: await report.read() }
  }

  return {
    rows: async ({ from, until, sponsor, screen }) => {
      const event = currentEvent(db)
      const end = instant(Math.min(until, world.now()))
      if (end <= from) return []
      const days = festivalDays(event, { from, until: end })
      const edges = edgesOf([{ from, until: end }, ...days])
      const rows = createRows({ days: edges.map((edge) => days.findLast((day) => day.from <= edge)?.day ?? ''), sponsor })
      await expandAll(await cut(event.id, edges, screen), readSteps(db, event.id), manifestsOf(), rows.add)
      return rows.read()
    },
    sponsors: () => {
      const stamp = `${currentEvent(db).id} ${world.store.revision()}`
      const ms = world.monotonicMs()
      if (answered === null || answered.stamp !== stamp || ms - answered.ms > freshMs) {
        const answer = workOut()
        answered = { stamp, ms, answer }
        // Whoever asked hears what went wrong; whoever asks next has it tried again.
        answer.catch(() => (answered = null))
      }
      return answered.answer
    },
  }
}

/** Rising, each once. */
function edgesOf(windows: readonly Window[]): readonly Instant[] {
  return [...new Set(windows.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b)
}
