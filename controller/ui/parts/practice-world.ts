/** What somebody has done while practising: nothing of it is sent; the page reads it over what the controller answers, so that it looks as if it had been. */
import { corrected, type Correction } from '@infoskjerm/shared/model/correction.ts'
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import { matches, type Target } from '@infoskjerm/shared/model/target.ts'
import { type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import type { HappeningResource, OverJson, ProgrammeResource, ScreenResource } from '@infoskjerm/shared/wire/api.ts'

type Row = Readonly<Record<string, unknown>>

type Effect =
  | { readonly kind: 'add'; readonly list: string; readonly row: Row }
  | { readonly kind: 'change'; readonly list: string; readonly id: string; readonly change: Row }
  | { readonly kind: 'remove'; readonly list: string; readonly id: string }
  | { readonly kind: 'correct'; readonly corrections: readonly { readonly happening: string; readonly correction: Row | null }[] }
  | { readonly kind: 'nothing' }

/** One thing that somebody did. `revision` is below zero: the controller never gives such a one. */
export interface PractisedDeed {
  readonly revision: number
  /** Path below `/api/v1`. */
  readonly path: string
  readonly body: Row
  readonly value: unknown
  readonly effect: Effect
}

/** Who practises, when, and before which screens. */
export interface PracticeGround {
  readonly who: string
  readonly now: Instant
  readonly screens: readonly ScreenResource[]
}

/** In every id that practice gives: the controller gives none with a hyphen. */
const mark = 'ovelse-'

/** Lists in which rows are added, changed and taken away as in the real ones. */
const lists = [
  '/notices',
  '/takeovers',
  '/placements',
  '/screens',
  '/slides',
  '/playlists',
  '/schedule',
  '/overrides',
  '/sponsors',
  '/areas',
] as const
const versioned: readonly string[] = ['/slides', '/playlists']

/** Whether an id, or a name made from one, is of something that exists in practice alone. */
export function madeInPractice(id: string): boolean {
  return id.includes(mark)
}

/** What the write would have done; null for what cannot be practised. `revision` must be new and below zero. */
export function practised(method: string, path: string, body: unknown, revision: number, ground: PracticeGround): PractisedDeed | null {
  const effect = effectOf(method, path, rowOf(body), revision, ground)
  if (effect === null) return null
  return { revision, path, body: rowOf(body), value: valueOf(effect, rowOf(body)), effect }
}

/** The answer to `GET path` with all that was done over it. */
export function readThrough(deeds: readonly PractisedDeed[], path: string, answer: unknown): unknown {
  return deeds.reduce((value, { effect }) => applied(effect, path, value), answer)
}

/** A row that exists in practice alone, under its own path; null where there is none. */
export function practisedRow(deeds: readonly PractisedDeed[], path: string): unknown {
  const made = deeds
    .map(({ effect }) => effect)
    .find((effect) => effect.kind === 'add' && `${effect.list}/${text(effect.row['id'])}` === path)
  return made?.kind === 'add' ? readThrough(deeds, path, made.row) : null
}

function effectOf(method: string, path: string, body: Row, revision: number, ground: PracticeGround): Effect | null {
  if (path === '/publish' || /^\/screens\/[^/]+\/identify$/.test(path)) return { kind: 'nothing' }
  if (path === '/programme/corrections') return { kind: 'correct', corrections: (body['corrections'] ?? []) as never }
  const [, first = '', id = '', verb = ''] = path.split('/')
  const list = `/${first}`
  if (!(lists as readonly string[]).includes(list)) return null
  if (method === 'POST' && id === '') return { kind: 'add', list, row: newRow(list, body, `${mark}${-revision}`, ground) }
  if (method === 'POST') return verbOf(list, id, verb, body, ground)
  if (method === 'DELETE' && verb === '') return { kind: 'remove', list, id }
  if (method === 'DELETE') return { kind: 'nothing' }
  return { kind: 'change', list, id, change: versioned.includes(list) ? { draft: body } : body }
}

function verbOf(list: string, id: string, verb: string, body: Row, { who, now }: PracticeGround): Effect | null {
  if (verb === 'end' && list === '/placements') return { kind: 'remove', list, id }
  if (verb === 'end') return { kind: 'change', list, id, change: { endedAt: json(now), endedBy: who } }
  if (verb === 'service') return { kind: 'change', list, id, change: { state: { ...body, by: who, since: json(now) } } }
  return null
}

/** What the controller would have filled in. */
function newRow(list: string, body: Row, id: string, { who, now, screens }: PracticeGround): Row {
  if (versioned.includes(list)) return { id, draft: body, published: null, changedAt: json(now), changedBy: who }
  const target = body['target'] as Target | undefined
  const minutes = body['minutes'] as number | undefined
  return {
    ...body,
    id,
    screens: target === undefined ? [] : screens.filter((screen) => matches(target, screen)).map((screen) => screen.id),
    from: body['from'] ?? json(now),
    until: minutes === undefined ? (body['until'] ?? null) : json(instant(now + minutes * 60_000)),
    by: who,
    endedAt: null,
    endedBy: null,
  }
}

function applied(effect: Effect, path: string, value: unknown): unknown {
  switch (effect.kind) {
    case 'nothing':
      return value
    case 'correct':
      return path === '/programme' ? withCorrections(value as ProgrammeResource, effect.corrections) : value
    case 'add':
      return path === effect.list && Array.isArray(value) ? [effect.row, ...(value as Row[])] : value
    case 'remove':
      return path === effect.list && Array.isArray(value) ? (value as Row[]).filter(({ id }) => id !== effect.id) : value
    case 'change':
      if (path === effect.list && Array.isArray(value))
        return (value as Row[]).map((row) => (row['id'] === effect.id ? { ...row, ...effect.change } : row))
      return path === `${effect.list}/${effect.id}` ? { ...rowOf(value), ...effect.change } : value
  }
}

/** The programme as it would stand. */
function withCorrections(
  programme: ProgrammeResource,
  corrections: readonly { readonly happening: string; readonly correction: Row | null }[],
): ProgrammeResource {
  const by = new Map(corrections.map((one) => [one.happening, one.correction]))
  const happenings = programme.happenings.map((happening) => {
    const correction = by.get(happening.id)
    return correction === undefined ? happening : withCorrection(happening, correction)
  })
  return { ...programme, happenings }
}

function withCorrection(happening: HappeningResource, correction: Row | null): HappeningResource {
  if (correction === null) return { ...happening, correction: null, now: happening.planned }
  const { planned } = happening
  const was = planned.was === null ? null : { ...planned.was, start: parsed(planned.was.start) }
  const model = { ...planned, start: parsed(planned.start), end: parsed(planned.end), was } as Happening
  const said = { ...correction, start: parsedOrNull(correction['start']), end: parsedOrNull(correction['end']) } as Correction
  const now = corrected(model, said)
  const shown = {
    ...now,
    start: json(now.start),
    end: json(now.end),
    was: now.was === null ? null : { ...now.was, start: json(now.was.start) },
  }
  return {
    ...happening,
    correction: { ...(correction as unknown as OverJson<Correction>), by: '', at: json(now.start), stale: false },
    now: shown as OverJson<Happening>,
  }
}

function valueOf(effect: Effect, body: Row): unknown {
  switch (effect.kind) {
    case 'add':
      return effect.row
    case 'change':
      return { ...body, ...effect.change, id: effect.id }
    default:
      return null
  }
}

const rowOf = (value: unknown): Row => (typeof value === 'object' && value !== null ? (value as Row) : {})
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const json = (t: Instant): string => new Date(t).toISOString()
const parsed = (value: string): Instant => instant(Date.parse(value))
const parsedOrNull = (value: unknown): Instant | null => (typeof value === 'string' ? parsed(value) : null)
