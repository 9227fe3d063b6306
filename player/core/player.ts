/** The player as `(state, input) → { state, effects }` (rule S5): everything it decides, and nothing of how it is done. Reads no clock, no network, no screen. */
import type { Coming } from '@infoskjerm/shared/engine/ahead.ts'
import { diff } from '@infoskjerm/shared/engine/diff.ts'
import { sceneHash } from '@infoskjerm/shared/engine/hash.ts'
import { lookOf } from '@infoskjerm/shared/engine/look.ts'
import type { Content, Scene } from '@infoskjerm/shared/engine/scene.ts'
import { documentFor, holdsOf, type LinkState, nothingHeld, receive, tidy } from '@infoskjerm/shared/link/player.ts'
import { type Live, quiet } from '@infoskjerm/shared/model/live.ts'
import { manifestSchema, type Slot, slots } from '@infoskjerm/shared/model/manifest.ts'
import { type Programme, programmeSchema } from '@infoskjerm/shared/model/programme.ts'
import { type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import { type Order, type ScreenPointer, type Signed, compareOrder } from '@infoskjerm/shared/wire/pointers.ts'
import type { Beat } from '@infoskjerm/shared/wire/beat.ts'
import type { GatewayMessage, Holds, PlayerMessage, SubstitutionReason } from '@infoskjerm/shared/wire/player.ts'
import { areHere, choose, known, nothingRefused, openingMs, type Refusal } from './choose.ts'
import { saysTheSameDetails } from './details.ts'
import { type Hand, type Key, pressed } from './keys.ts'
import { comingUp, mediaInOrder, orderOf, type Show, showOf } from './show.ts'
import type { Substituted } from './stand-in.ts'
import { nothingStands, painted, repainting, reported, saysTheSame, type Standing, uncovered } from './standing.ts'
import { believing, switched, wakeAt } from './switching.ts'

export interface PlayerState {
  readonly link: LinkState
  /** On the glass. */
  readonly show: Show | null
  /** Published, waiting for its moment and its media. */
  readonly next: Show | null
  readonly programme: Programme | null
  /** Since when it could be current, but waits for media. */
  readonly waitsSince: Instant | null
  readonly live: Live
  /** What was handed to the glass last: what was chosen, or stands in for it. */
  readonly scene: Scene | null
  /** When there was something to show for the first time. */
  readonly begunAt: Instant | null
  /** The turn that is planned, and the slides that the stage could not show in it. */
  readonly turn: string
  readonly refused: ReadonlyMap<string, Refusal>
  /** The slide whose turn it is, but which something else stands in for. */
  readonly substituted: Substituted | null
  /** The stage has the planned slide, but takes its time. */
  readonly isLate: boolean
  /** What the stage says it has painted. */
  readonly standing: Standing
  /** Media that are wanted and here; and those that failed so often that nobody waits for them. */
  readonly settled: ReadonlySet<string>
  readonly lost: ReadonlySet<string>
  /** Slides of the newest manifest whose media are not here, and whether those of its first seconds are. */
  readonly missing: readonly string[]
  readonly isReady: boolean
  readonly overridesDrawn: Order | null
  /** The newest class pointer whose document came with it. */
  readonly whole: Signed | null
  /** Whether somebody who knows has told the time, or it can be believed (rule T5). */
  readonly isTimeProved: boolean
  /** What somebody holds with the keys of the box; null: the show goes on. */
  readonly hand: Hand | null
  /** Looks handed to the stage to be built ahead. */
  readonly prepared: ReadonlySet<string>
}

export type Input =
  | { readonly kind: 'restored'; readonly link: LinkState }
  | { readonly kind: 'connected' }
  | { readonly kind: 'message'; readonly message: GatewayMessage }
  | { readonly kind: 'tick' }
  | { readonly kind: 'time'; readonly isProved: boolean }
  /** A medium is here; has failed so often that nobody waits for it any more; was let go for want of room. */
  | { readonly kind: 'media'; readonly hash: string }
  | { readonly kind: 'lost'; readonly hash: string }
  | { readonly kind: 'gone'; readonly hash: string }
  /** The look of a content, as its frame has been presented. */
  | { readonly kind: 'painted'; readonly look: string }
  | { readonly kind: 'presented' }
  | { readonly kind: 'substituted'; readonly slide: string; readonly why: SubstitutionReason }
  /** A key of the box; does nothing where the screen does not allow it. */
  | { readonly kind: 'key'; readonly key: Key }

export type Effect =
  | { readonly kind: 'show'; readonly scene: Scene }
  | { readonly kind: 'prepare'; readonly slot: Slot; readonly content: Content }
  | { readonly kind: 'media'; readonly hashes: readonly string[]; readonly soon: number }
  | { readonly kind: 'hello'; readonly holds: Holds }
  | { readonly kind: 'send'; readonly message: PlayerMessage }
  /** What stands on the glass has changed: a beat is due. */
  | { readonly kind: 'beat' }
  /** How the player is has changed: details are due. */
  | { readonly kind: 'details' }
  /** Somebody else draws with what changed: the screen's own facts, the event, the programme. */
  | { readonly kind: 'context' }
  | { readonly kind: 'store'; readonly link: LinkState }
  | { readonly kind: 'wake'; readonly at: Instant }

export interface Step {
  readonly state: PlayerState
  readonly effects: readonly Effect[]
}

export const asleep: PlayerState = {
  link: nothingHeld,
  show: null,
  next: null,
  programme: null,
  waitsSince: null,
  live: quiet,
  scene: null,
  begunAt: null,
  turn: '',
  refused: nothingRefused,
  substituted: null,
  isLate: false,
  standing: nothingStands,
  settled: new Set(),
  lost: new Set(),
  missing: [],
  isReady: false,
  overridesDrawn: null,
  whole: null,
  isTimeProved: true,
  hand: null,
  prepared: new Set(),
}

/** One step at synced time `now`. */
export function step(state: PlayerState, input: Input, now: Instant): Step {
  const result = take(state, input, now)
  return saysTheSameDetails(state, result.state) ? result : { ...result, effects: [...result.effects, { kind: 'details' }] }
}

function take(state: PlayerState, input: Input, now: Instant): Step {
  switch (input.kind) {
    case 'restored':
      return settle(remembering(readAll({ ...state, link: input.link })), now, [{ kind: 'context' }])
    case 'connected':
      return hello(state)
    case 'message':
      return onMessage(state, input.message, now)
    case 'tick':
      return settle(state, now, [])
    case 'time':
      return input.isProved === state.isTimeProved
        ? { state, effects: [] }
        : settle(believing(state, input.isProved), now, [{ kind: 'context' }])
    case 'media':
      return settle({ ...state, settled: added(state.settled, input.hash), lost: removed(state.lost, input.hash) }, now, [])
    case 'lost':
      return settle({ ...state, lost: added(state.lost, input.hash) }, now, [])
    case 'gone':
      return { state: { ...state, settled: removed(state.settled, input.hash) }, effects: [] }
    case 'painted':
      return state.scene === null
        ? { state, effects: [] }
        : stands(state, painted(state.standing, state.scene, input.look), now, state.scene.slots.override?.key === input.look)
    case 'presented':
      return state.scene === null
        ? { state, effects: [] }
        : stands(state, uncovered(state.standing, state.scene), now, state.scene.slots.override === undefined)
    case 'substituted':
      return notShown(state, input, now)
    case 'key':
      return screenOf(state)?.care.keys === true
        ? settle({ ...state, hand: pressed(state.hand, input.key, state.show, state.live, now) }, now, [])
        : { state, effects: [] }
  }
}

function added(set: ReadonlySet<string>, hash: string): ReadonlySet<string> {
  return new Set(set).add(hash)
}

function removed(set: ReadonlySet<string>, hash: string): ReadonlySet<string> {
  return new Set([...set].filter((one) => one !== hash))
}

/** The facts of the screen itself, where they are known. */
export function screenOf(state: PlayerState): ScreenPointer | null {
  const body = state.link.pointers['screen']?.body
  return body?.kind === 'screen' ? body : null
}

/** The beat of this moment (rule W6): what stands on the glass. A page that cannot tell (`drawnAt` null) says what it has chosen instead. */
export function beatOf(state: PlayerState, drawnAt: Instant | null, sentMs: number | null): Beat {
  const { scene, order } =
    drawnAt === null ? { scene: state.scene === null ? '' : sceneHash(state.scene), order: orderOf(state.show) } : state.standing
  return { scene, order, drawnAt, sentMs }
}

function hello(state: PlayerState): Step {
  const link = tidy(state.link, onGlass(state))
  return { state: { ...state, link }, effects: [{ kind: 'hello', holds: holdsOf(link) }] }
}

function onGlass(state: PlayerState): readonly string[] {
  return [state.show?.pointer.hash, state.next?.pointer.hash].flatMap((hash) => (hash === null || hash === undefined ? [] : [hash]))
}

function onMessage(state: PlayerState, message: GatewayMessage, now: Instant): Step {
  const { state: link, changed, incomplete } = receive(state.link, message)
  if (link === state.link) return { state, effects: [] }
  const asked = incomplete ? hello({ ...state, link }) : { state: { ...state, link }, effects: [] as Effect[] }
  if (changed.length === 0) return asked
  const read = changed.reduce(readOne, asked.state)
  const whole = remembering(read)
  const effects: Effect[] = [...asked.effects, { kind: 'store', link: keptLink(whole) }]
  if (changed.some((name) => name !== 'overrides')) effects.push({ kind: 'context' })
  return settle(whole, now, effects)
}

/** Notes the newest class pointer whose document is here. */
function remembering(state: PlayerState): PlayerState {
  const signed = state.link.pointers['class']
  const isWhole = signed?.body.kind === 'class' && (signed.body.hash === null || documentFor(state.link, signed) !== null)
  return isWhole ? { ...state, whole: signed } : state
}

/** What is kept for the next start: a box that is switched off while a document is on its way comes back to the show that it had. */
function keptLink({ link, whole }: PlayerState): LinkState {
  return whole === null ? link : { ...link, pointers: { ...link.pointers, class: whole } }
}

function readAll(state: PlayerState): PlayerState {
  return Object.keys(state.link.pointers).reduce(readOne, state)
}

/** Turns a pointer that changed into what it means. A document that cannot be read changes nothing on the glass. */
function readOne(state: PlayerState, name: string): PlayerState {
  const signed = state.link.pointers[name]
  if (signed === undefined) return state
  const { body } = signed
  const text = documentFor(state.link, signed)
  switch (body.kind) {
    case 'overrides':
      return { ...state, live: { ...state.live, overrides: body.document } }
    case 'live':
      return { ...state, live: { ...state.live, ...body.document } }
    case 'screen':
      return {
        ...state,
        live: { ...state.live, screen: { id: body.screen, area: body.area.id, tags: body.tags, audience: body.audience } },
      }
    case 'class': {
      if (body.hash === null) return { ...state, next: showOf(body, null) }
      const manifest = text === null ? null : parse(manifestSchema, text)
      return manifest === null ? state : { ...state, next: showOf(body, manifest) }
    }
    case 'source': {
      const programme = text === null ? null : parse(programmeSchema, text)
      if (programme === null) return state
      return { ...state, programme, live: { ...state.live, sources: { ...state.live.sources, [body.source]: body.hash } } }
    }
  }
}

function parse<T>(schema: { safeParse: (value: unknown) => { success: boolean; data?: T } }, text: string): T | null {
  try {
    const read = schema.safeParse(JSON.parse(text))
    return read.success ? (read.data as T) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** Brings the glass up to `now`: takes a waiting manifest whose moment has come, resolves, and says when to look again. */
function settle(before: PlayerState, now: Instant, first: readonly Effect[]): Step {
  const ready = letGo(switched(before, now), now)
  const coming = comingUp(ready.show, ready.live, now)
  const comingNext = comingUp(ready.next, ready.live, now)
  const needed = mediaInOrder(ready.show, coming, ready.next, comingNext)
  const { state, scene } = choose(known(ready, needed.hashes, ready.next === null ? coming : comingNext), now)
  const effects = [...first]
  if (state.show?.pointer !== before.show?.pointer) effects.push({ kind: 'context' })
  const { substituted } = state
  if (substituted !== null && substituted !== before.substituted)
    effects.push({ kind: 'send', message: { t: 'substituted', ...substituted } })
  const prepared = prepareAhead(state, coming, effects)
  effects.push({ kind: 'media', ...needed })
  if (scene === null) {
    effects.push({ kind: 'wake', at: later(state.begunAt ?? now, openingMs) })
    return { state: { ...state, prepared }, effects }
  }
  const change = diff(state.scene, scene)
  const repaints = change.show.some(({ slot }) => slot === 'main')
  const standing = reported(repaints ? repainting(state.standing) : state.standing, scene, orderOf(state.show))
  if (state.scene === null || change.show.length > 0 || change.hide.length > 0) effects.push({ kind: 'show', scene })
  if (!saysTheSame(standing, state.standing)) effects.push({ kind: 'beat' })
  effects.push({ kind: 'wake', at: wakeAt(state, scene, now) })
  return { state: { ...state, scene, standing, prepared }, effects }
}

/** What was held goes back to the show by itself, and at once where the keys were switched off. */
function letGo(state: PlayerState, now: Instant): PlayerState {
  const { hand } = state
  if (hand === null || (now < hand.until && screenOf(state)?.care.keys === true)) return state
  return { ...state, hand: null }
}

/** Hands the coming contents to the stage, each once, as soon as their media are here. */
function prepareAhead(state: PlayerState, coming: readonly Coming[], effects: Effect[]): ReadonlySet<string> {
  const here = coming.filter((turn) => turn.slot !== 'override' && areHere(state.settled, turn))
  const soon = slots.flatMap((slot) => here.filter((turn) => turn.slot === slot).slice(0, slot === 'main' ? 3 : 1))
  for (const { slot, content } of soon) if (!state.prepared.has(lookOf(content))) effects.push({ kind: 'prepare', slot, content })
  return new Set(soon.map((turn) => lookOf(turn.content)))
}

/** The stage could not show a slide at its turn. One that is late comes as soon as it can; for one that cannot be shown something else stands until its turn is over. */
function notShown(state: PlayerState, { slide, why }: Substituted, now: Instant): Step {
  const report: Effect = { kind: 'send', message: { t: 'substituted', slide, why } }
  const main = state.scene?.slots.main
  if (main?.kind !== 'slide' || main.slideId !== slide) return { state, effects: [report] }
  const isPlanned = main.key === state.turn
  if (why !== 'not-ready')
    return settle({ ...state, refused: new Map(state.refused).set(slide, { why, at: now }) }, now, isPlanned ? [] : [report])
  return isPlanned ? { state: { ...state, isLate: true, substituted: { slide, why } }, effects: [report] } : { state, effects: [] }
}

/** The stage has told what stands now. The beat follows it, and an override document is told of once, when its picture or its end has been presented. */
function stands(before: PlayerState, told: Standing, at: Instant, drawsOverrides: boolean): Step {
  const standing = before.scene === null ? told : reported(told, before.scene, orderOf(before.show))
  const isOver = before.isLate && before.scene !== null && standing.main === lookOf(before.scene.slots.main)
  const state = isOver ? { ...before, standing, isLate: false, substituted: null } : { ...before, standing }
  const effects: Effect[] = saysTheSame(standing, before.standing) ? [] : [{ kind: 'beat' }]
  const body = state.link.pointers['overrides']?.body
  if (!drawsOverrides || body === undefined) return { state, effects }
  const overrides = { epoch: body.epoch, sequence: body.sequence }
  if (state.overridesDrawn !== null && compareOrder(state.overridesDrawn, overrides) >= 0) return { state, effects }
  effects.push({ kind: 'send', message: { t: 'drawn', overrides, at } })
  return { state: { ...state, overridesDrawn: overrides }, effects }
}
