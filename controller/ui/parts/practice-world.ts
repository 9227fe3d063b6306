/** What somebody has done while practising: nothing of it is sent; the page reads it over what the controller answers, so that it looks as if it had been. */
import { matches, type Target } from '@infoskjerm/shared/model/target.ts'
import { instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { TakeoverKeyBody, TakeoverKeyResource } from '@infoskjerm/shared/wire/api.ts'
import { added, changed, type Effect, nothingDone, removed, type Row, rowOf } from './practice-effect.ts'
import { type Done, json, mark, type PracticeGround } from './practice-ground.ts'
import { correctionsMade, happeningRemoved, happeningTyped } from './practice-programme.ts'
import { roundEnded, roundStarted, sighted } from './practice-rounds.ts'
import {
  exitsConfirmed,
  listPasted,
  movedAway,
  namesSet,
  paired,
  screenAdded,
  screenChanged,
  served,
  unpaired,
} from './practice-screens.ts'
import { slipped, stepped } from './practice-steps.ts'
import { tablePasted } from './practice-table.ts'

/** One thing that somebody did. `revision` is below zero: the controller never gives such a one. */
export interface PractisedDeed {
  readonly revision: number
  /** Path below `/api/v1`, without what is asked after it. */
  readonly path: string
  readonly body: Row
  readonly value: unknown
  readonly effect: Effect
}

/** Lists in which rows are added, changed and taken away as in the real ones. */
const lists = [
  '/notices',
  '/takeovers',
  '/takeover-keys',
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

/** What the write would have done; null for what cannot be practised. `revision` must be new and below zero. Throws the `Problem` with which the controller would have refused it. */
export function practised(method: string, path: string, body: unknown, revision: number, ground: PracticeGround): PractisedDeed | null {
  const done = doneBy(method, path, rowOf(body), `${mark}${-revision}`, ground)
  return done === null ? null : { revision, path, body: rowOf(body), ...done }
}

/** The answer to `GET path` with all that was done over it. */
export function readThrough(deeds: readonly PractisedDeed[], path: string, answer: unknown): unknown {
  return deeds.reduce((value, { effect }) => effect.over(path, value), answer)
}

/** A row that exists in practice alone, under its own path; null where there is none. */
export function practisedRow(deeds: readonly PractisedDeed[], path: string): unknown {
  const made = deeds.map(({ effect }) => effect.made).find((one) => one?.path === path)
  return made === undefined || made === null ? null : readThrough(deeds, path, made.row)
}

/** `id`: what anything new is called. */
function doneBy(method: string, path: string, body: Row, id: string, ground: PracticeGround): Done | null {
  const [, first = '', of = '', ...rest] = path.split('/')
  const verb = rest.join('/')
  switch (first) {
    case 'publish':
      return nothing
    case 'names':
      return namesSet(body, ground)
    case 'rounds':
      if (of === '') return roundStarted(body, id, ground)
      return verb === 'sightings' ? sighted(of, body, ground) : verb === 'end' ? roundEnded(of, ground) : null
    case 'programme':
      return programmeDone(method, of, verb, body, id, ground)
    case 'screens': {
      const done = screensDone(method, of, verb, body, id, ground)
      return done ?? listDone(method, '/screens', of, verb, body, id, ground)
    }
    case 'steps':
      return stepped(of, body, ground)
    case 'slips':
      return slipped(of, body, ground)
    case 'takeover-keys':
      return method === 'POST' && of === ''
        ? keyMade(body as unknown as TakeoverKeyBody, id, ground)
        : listDone(method, '/takeover-keys', of, verb, body, id, ground)
    default:
      return listDone(method, `/${first}`, of, verb, body, id, ground)
  }
}

const nothing: Done = { value: null, effect: nothingDone }

function programmeDone(method: string, what: string, of: string, body: Row, id: string, ground: PracticeGround): Done | null {
  if (what === 'corrections') return correctionsMade(body, ground)
  if (what === 'table') return tablePasted(body, id, ground)
  if (what !== 'happenings') return null
  return method === 'DELETE' ? happeningRemoved(of) : happeningTyped(body, of === '' ? id : of)
}

function screensDone(method: string, of: string, verb: string, body: Row, id: string, ground: PracticeGround): Done | null {
  if (method === 'POST' && verb === '')
    return of === ''
      ? screenAdded(body, id, ground)
      : of === 'pair'
        ? paired(body, id, ground)
        : of === 'list'
          ? listPasted(body, id, ground)
          : null
  if (method === 'PATCH') return screenChanged(of, body, ground)
  switch (verb) {
    case 'identify':
    case 'diagnose':
      return nothing
    case 'service':
      return served(of, body, ground)
    case 'exits/confirm':
      return exitsConfirmed(of, body, ground)
    case 'moved':
      return movedAway(of, ground)
    case 'device':
      return unpaired(of, ground)
    default:
      return null
  }
}

/** A key whose link opens nothing but a page that says so. */
function keyMade({ name, screens, minutes, uses }: TakeoverKeyBody, id: string, { now, who, origin }: PracticeGround): Done {
  const expiresAt = json(instant(now + minutes * minuteMs))
  const key: TakeoverKeyResource = { id, name, screens, expiresAt, usesLeft: uses, by: who, link: null }
  return { value: { ...key, link: `${origin}/stage/${id}` }, effect: added('/takeover-keys', { ...key }) }
}

function listDone(method: string, list: string, of: string, verb: string, body: Row, id: string, ground: PracticeGround): Done | null {
  if (!(lists as readonly string[]).includes(list)) return null
  const { who, now } = ground
  const change = (by: Row): Done => ({ value: { ...body, ...by, id: of }, effect: changed(list, of, (row) => ({ ...row, ...by })) })
  if (method === 'POST' && of === '') {
    const row = newRow(list, body, id, ground)
    return { value: row, effect: added(list, row) }
  }
  if (method === 'POST' && verb === 'end')
    return list === '/placements' ? { value: null, effect: removed(list, of) } : change({ endedAt: json(now), endedBy: who })
  if (method === 'POST') return null
  if (method === 'DELETE') return verb === '' ? { value: null, effect: removed(list, of) } : nothing
  return change(versioned.includes(list) ? { draft: body } : body)
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
    until: minutes === undefined ? (body['until'] ?? null) : json(instant(now + minutes * minuteMs)),
    by: who,
    endedAt: null,
    endedBy: null,
  }
}
