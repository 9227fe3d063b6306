/** The player as `(state, input) → { state, effects }` (rule S5): everything it decides, and nothing of how it is done. Reads no clock, no network, no screen. */
import type { Coming } from '@infoskjerm/shared/engine/ahead.ts'
import { diff } from '@infoskjerm/shared/engine/diff.ts'
import { sceneHash } from '@infoskjerm/shared/engine/hash.ts'
import { lookOf } from '@infoskjerm/shared/engine/look.ts'
import type { Content, Scene } from '@infoskjerm/shared/engine/scene.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { documentFor, holdsOf, type LinkState, nothingHeld, receive, tidy } from '@infoskjerm/shared/link/player.ts'
import { type Live, quiet } from '@infoskjerm/shared/model/live.ts'
import { manifestSchema } from '@infoskjerm/shared/model/manifest.ts'
import { type Programme, programmeSchema } from '@infoskjerm/shared/model/programme.ts'
import { distantFuture, type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import { type Order, type ScreenPointer, compareOrder } from '@infoskjerm/shared/wire/pointers.ts'
import type { Beat } from '@infoskjerm/shared/wire/beat.ts'
import type { GatewayMessage, Holds, PlayerMessage, SubstitutionReason } from '@infoskjerm/shared/wire/player.ts'
import { comingUp, mediaInOrder, planned, sceneOf, type Show } from './show.ts'
import { nothingStands, painted, repainting, reported, saysTheSame, type Standing, uncovered } from './standing.ts'

export interface PlayerState {
  readonly link: LinkState
  /** On the glass. */
  readonly show: Show | null
  /** Published, waiting for its moment and its media. */
  readonly next: Show | null
  readonly programme: Programme | null
  readonly live: Live
  /** What was chosen last. */
  readonly scene: Scene | null
  /** What the stage says it has painted. */
  readonly standing: Standing
  /** Media that are wanted and here, or that will never be. */
  readonly settled: ReadonlySet<string>
  readonly overridesDrawn: Order | null
  /** Whether somebody who knows has told the time, or it can be believed (rule T5). */
  readonly isTimeProved: boolean
  /** Looks handed to the stage to be built ahead. */
  readonly prepared: ReadonlySet<string>
}

export type Input =
  | { readonly kind: 'restored'; readonly link: LinkState }
  | { readonly kind: 'connected' }
  | { readonly kind: 'message'; readonly message: GatewayMessage }
  | { readonly kind: 'tick' }
  | { readonly kind: 'time'; readonly isProved: boolean }
  | { readonly kind: 'media'; readonly hash: string }
  /** The look of a content, as its frame has been presented. */
  | { readonly kind: 'painted'; readonly look: string }
  | { readonly kind: 'presented' }
  | { readonly kind: 'substituted'; readonly slide: string; readonly why: SubstitutionReason }

export type Effect =
  | { readonly kind: 'show'; readonly scene: Scene }
  | { readonly kind: 'prepare'; readonly content: Content }
  | { readonly kind: 'media'; readonly hashes: readonly string[] }
  | { readonly kind: 'hello'; readonly holds: Holds }
  | { readonly kind: 'send'; readonly message: PlayerMessage }
  /** What stands on the glass has changed: a beat is due. */
  | { readonly kind: 'beat' }
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
  live: quiet,
  scene: null,
  standing: nothingStands,
  settled: new Set(),
  overridesDrawn: null,
  isTimeProved: true,
  prepared: new Set(),
}

/** One step at synced time `now`. */
export function step(state: PlayerState, input: Input, now: Instant): Step {
  switch (input.kind) {
    case 'restored':
      return settle(readAll({ ...state, link: input.link }), now, [{ kind: 'context' }])
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
      return settle({ ...state, settled: new Set(state.settled).add(input.hash) }, now, [])
    case 'painted':
      return state.scene === null
        ? { state, effects: [] }
        : stands(state, painted(state.standing, state.scene, input.look), now, state.scene.slots.override?.key === input.look)
    case 'presented':
      return state.scene === null
        ? { state, effects: [] }
        : stands(state, uncovered(state.standing, state.scene), now, state.scene.slots.override === undefined)
    case 'substituted':
      return { state, effects: [{ kind: 'send', message: { t: 'substituted', slide: input.slide, why: input.why } }] }
  }
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

function orderOf(show: Show | null): Order | null {
  return show === null ? null : { epoch: show.pointer.epoch, sequence: show.pointer.sequence }
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
  const effects: Effect[] = [...asked.effects, { kind: 'store', link: read.link }]
  if (changed.some((name) => name !== 'overrides')) effects.push({ kind: 'context' })
  return settle(read, now, effects)
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
      if (body.hash === null) return { ...state, next: { pointer: body, manifest: null, plan: null } }
      const manifest = text === null ? null : parse(manifestSchema, text)
      return manifest === null ? state : { ...state, next: { pointer: body, manifest, plan: null } }
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
  const state = withPlan(before, now)
  const effects = [...first]
  if (state.show?.pointer !== before.show?.pointer) effects.push({ kind: 'context' })
  const scene = sceneOf(state.show, state.live, now)
  const change = diff(state.scene, scene)
  const changed = state.scene === null || change.show.length > 0 || change.hide.length > 0
  const repaints = change.show.some(({ slot }) => slot === 'main')
  const standing = reported(repaints ? repainting(state.standing) : state.standing, scene, orderOf(state.show))
  const coming = comingUp(state.show, state.live, now)
  const wanted = mediaInOrder(state.show, coming, state.next, comingUp(state.next, state.live, now))
  if (changed) effects.push({ kind: 'show', scene })
  if (!saysTheSame(standing, state.standing)) effects.push({ kind: 'beat' })
  const prepared = prepareAhead(state, coming, effects)
  effects.push({ kind: 'media', hashes: wanted }, { kind: 'wake', at: wakeAt(state, scene, now) })
  const settled = new Set(wanted.filter((hash) => state.settled.has(hash)))
  return { state: { ...state, scene, standing, prepared, settled }, effects }
}

/** What was planned for the other belief is planned anew. */
function believing(state: PlayerState, isTimeProved: boolean): PlayerState {
  const anew = (show: Show | null): Show | null => (show === null ? null : { ...show, plan: null })
  return { ...state, isTimeProved, show: anew(state.show), next: anew(state.next) }
}

/** Rule W4: a manifest becomes current at its moment, once what its first seconds need is here; a moment too far ahead comes from a clock that was set back. */
function withPlan(state: PlayerState, now: Instant): PlayerState {
  const show = state.show === null ? null : planned(state.show, now, state.isTimeProved)
  if (state.next === null) return { ...state, show }
  const next = planned(state.next, now, state.isTimeProved)
  const due = next.pointer.activeFrom <= now || next.pointer.activeFrom > later(now, limits.activeFromAheadMs)
  const ready = comingUp(next, state.live, now).every((turn) => areHere(state, turn))
  if (show === null || (due && ready)) return { ...state, show: next, next: null }
  return { ...state, show, next }
}

/** Hands the coming contents to the stage, each once, as soon as their media are here. */
function prepareAhead(state: PlayerState, coming: readonly Coming[], effects: Effect[]): ReadonlySet<string> {
  const soon = coming.filter((turn) => turn.slot !== 'override' && areHere(state, turn)).slice(0, 3)
  for (const turn of soon) if (!state.prepared.has(lookOf(turn.content))) effects.push({ kind: 'prepare', content: turn.content })
  return new Set(soon.map((turn) => lookOf(turn.content)))
}

function areHere(state: PlayerState, turn: Coming): boolean {
  return turn.media.every((hash) => state.settled.has(hash))
}

function wakeAt(state: PlayerState, scene: Scene, now: Instant): Instant {
  const moment = state.next?.pointer.activeFrom ?? distantFuture
  return now < moment && moment < scene.until ? moment : scene.until
}

/** The stage has told what stands now. The beat follows it, and an override document is told of once, when its picture or its end has been presented. */
function stands(before: PlayerState, told: Standing, at: Instant, drawsOverrides: boolean): Step {
  const standing = before.scene === null ? told : reported(told, before.scene, orderOf(before.show))
  const state = { ...before, standing }
  const effects: Effect[] = saysTheSame(standing, before.standing) ? [] : [{ kind: 'beat' }]
  const body = state.link.pointers['overrides']?.body
  if (!drawsOverrides || body === undefined) return { state, effects }
  const overrides = { epoch: body.epoch, sequence: body.sequence }
  if (state.overridesDrawn !== null && compareOrder(state.overridesDrawn, overrides) >= 0) return { state, effects }
  effects.push({ kind: 'send', message: { t: 'drawn', overrides, at } })
  return { state: { ...state, overridesDrawn: overrides }, effects }
}
