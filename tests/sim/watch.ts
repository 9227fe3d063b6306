/** What must be true whatever happens: after every step of a box, and once a second over the whole hall. */
import { compile } from '@infoskjerm/shared/engine/compile.ts'
import { sceneHash } from '@infoskjerm/shared/engine/hash.ts'
import { lookOf } from '@infoskjerm/shared/engine/look.ts'
import { covers, type Plan } from '@infoskjerm/shared/engine/plan.ts'
import { resolve } from '@infoskjerm/shared/engine/resolve.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import { documentFor } from '@infoskjerm/shared/link/player.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Live } from '@infoskjerm/shared/model/live.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { hourMs, type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import { pointerName } from '@infoskjerm/shared/wire/player.ts'
import { compareOrder, type Signed } from '@infoskjerm/shared/wire/pointers.ts'
import { openingMs } from '../../player/core/choose.ts'
import type { PlayerState } from '../../player/core/player.ts'
import type { Box } from './box.ts'
import type { Controller } from './controller.ts'

/** What a sound line must have brought after so long (ms): a hello, its answer, and a second round where something was on its way. */
export const arrivesWithinMs = 2_000
/** A timer may be late by this, and the clock have slewed (ms). */
const lateMs = 250
/** Names of pointers besides `source:programme`. */
const mostPointers = 5

/** A broken promise. */
export class Broken extends Error {}

function must(isTrue: boolean, what: () => string): void {
  if (!isTrue) throw new Broken(what())
}

export interface Watched {
  readonly screen: string
  readonly box: Box
  /** Since when the line is whole (ms of virtual time); null: it is not. */
  readonly soundSinceMs: () => number | null
}

/** Rules that hold from one step of a box to the next. */
export function checkStep(screen: string, before: PlayerState, after: PlayerState): void {
  must(before.scene === null || after.scene !== null, () => `${screen} has gone dark`)
  must(before.show === null || after.show !== null, () => `${screen} has lost its show`)
  if (before.show !== null && after.show !== null && before.show !== after.show)
    must(compareOrder(after.show.pointer, before.show.pointer) >= 0, () => `${screen} went back to an older show`)
  if (before.link === after.link) return
  for (const [name, { body }] of Object.entries(before.link.pointers)) {
    const held = after.link.pointers[name]
    must(held !== undefined && compareOrder(held.body, body) >= 0, () => `${screen} went back to an older ${name}`)
  }
  const documents = Object.keys(after.link.documents).length
  must(documents <= limits.heldDocuments + mostPointers, () => `${screen} holds ${documents} documents`)
}

export interface Watch {
  /** Looks at all of them at this instant. `saidMs`: when the pointer was said. */
  readonly look: (watched: readonly Watched[], controller: Controller, saidMs: (signed: Signed) => number, nowMs: number) => void
  /** Everything was mended a while ago: every screen shows what is published, and nothing else. */
  readonly atLast: (watched: readonly Watched[], controller: Controller, served: Instant) => void
}

export function createWatch(): Watch {
  const plans = new WeakMap<Manifest, Plan>()
  function planFor(manifest: Manifest, at: Instant): Plan {
    const known = plans.get(manifest)
    if (known !== undefined && covers(known, at)) return known
    const plan = compile(manifest, { from: later(at, -hourMs), until: later(at, hourMs) })
    plans.set(manifest, plan)
    return plan
  }

  /** What was chosen is what the engine says for this very instant. */
  function checkOwn({ screen, box }: Watched): void {
    const { scene, show, live, substituted, isTimeProved, begunAt } = box.state()
    // Before the controller has told the time, the wall clock may be set between two looks.
    if (!box.isTimeKnown()) return
    const now = box.now()
    const isOpening = begunAt === null || Math.abs(now - begunAt) < openingMs + lateMs
    must(show === null || scene !== null || isOpening, () => `${screen} shows nothing although it has a show`)
    if (scene === null || show?.plan === null || show === null || substituted !== null || !isTimeProved || now < box.lookedAt()) return
    must(now < later(scene.until, lateMs), () => `${screen} shows what was over ${now - scene.until} ms ago`)
    if (now >= scene.until || !covers(show.plan, now)) return
    const expected = sceneHash(resolve(show.plan, live, now))
    must(sceneHash(scene) === expected, () => `${screen} shows ${keysOf(scene)} instead of ${keysOf(resolve(show.plan!, live, now))}`)
  }

  /** A sound line has brought everything, with its documents. */
  function checkReached(
    { screen, box }: Watched,
    sinceMs: number,
    controller: Controller,
    saidMs: (signed: Signed) => number,
    nowMs: number,
  ) {
    const { link } = box.state()
    for (const signed of controller.pointersFor(screen)) {
      if (nowMs - Math.max(sinceMs, saidMs(signed)) < arrivesWithinMs) continue
      const name = pointerName(signed.body)
      const held = link.pointers[name]
      const isHeld = held !== undefined && compareOrder(held.body, signed.body) >= 0
      must(isHeld, () => `${screen} was not told of ${name} ${orderOf(signed)}, it holds ${held === undefined ? 'none' : orderOf(held)}`)
      if (held !== undefined && 'hash' in held.body && held.body.hash !== null)
        must(documentFor(link, held) !== null, () => `${screen} has no document for ${name}`)
    }
  }

  /** Two screens of a class with the same documents: what one shows is what the other would show at that instant. */
  function checkTogether(one: Watched, other: Watched): void {
    const [a, b] = [one.box.state(), other.box.state()]
    const now = other.box.now()
    if (a.show?.plan === undefined || a.show.plan === null || b.scene === null || now >= b.scene.until || now < other.box.lookedAt()) return
    const expected = lookOf(resolve(a.show.plan, a.live, now).slots.main)
    must(lookOf(b.scene.slots.main) === expected, () => `${other.screen} is not in step with ${one.screen}`)
  }

  function isPrepared({ box }: Watched): boolean {
    const { next, substituted, show, isTimeProved } = box.state()
    return next === null && substituted === null && show !== null && isTimeProved && box.isTimeKnown()
  }

  return {
    look: (watched, controller, saidMs, nowMs) => {
      const together = new Map<string, Watched>()
      for (const one of watched) {
        checkOwn(one)
        const sinceMs = one.soundSinceMs()
        if (sinceMs === null) continue
        checkReached(one, sinceMs, controller, saidMs, nowMs)
        const { show, link } = one.box.state()
        if (show === null || !isPrepared(one)) continue
        const live = link.pointers['live']
        const group = `${show.pointer.class} ${show.pointer.hash} ${live === undefined ? '' : orderOf(live)}`
        const other = together.get(group)
        if (other === undefined) together.set(group, one)
        else checkTogether(other, one)
      }
    },
    atLast: (watched, controller, served) => {
      for (const { screen, box } of watched) {
        const state = box.state()
        const pointers = controller.pointersFor(screen)
        const own = pointers.find(({ body }) => body.kind === 'class')
        const hash = own?.body.kind === 'class' ? own.body.hash : null
        must(state.next === null, () => `${screen} still waits`)
        must(state.substituted === null, () => `${screen} still shows something else`)
        must(state.show?.pointer.hash === hash, () => `${screen} has not come to the newest show`)
        const offMs = Math.abs(box.now() - served)
        must(offMs <= box.clockErrorMs() + 2, () => `${screen} is ${offMs} ms off, more than it thinks`)
        must(offMs <= 50, () => `${screen} is ${offMs} ms off`)
        const { classes, screens } = controller.publication()
        const manifest = classes.get(screens.get(screen)?.pointer.body.class ?? '')?.manifest
        must(manifest !== undefined && state.scene !== null, () => `${screen} has nothing to show`)
        if (manifest === undefined || state.scene === null) continue
        const live = liveOf(screen, controller)
        const at = [served, box.now(), later(served, -lateMs), later(served, lateMs)]
        const expected = at.map((t) => sceneHash(resolve(planFor(manifest, t), live, t)))
        must(
          expected.includes(sceneHash(state.scene)),
          () => `${screen} shows ${keysOf(state.scene!)} at last, which is not what is published`,
        )
      }
    },
  }
}

/** The live documents of a screen as they were said last. */
function liveOf(screen: string, controller: Controller): Live {
  const live: { -readonly [K in keyof Live]: Live[K] } = { screen: null, overrides: { overrides: [] }, cues: {}, slips: {}, sources: {} }
  for (const { body } of controller.pointersFor(screen)) {
    if (body.kind === 'overrides') live.overrides = body.document
    else if (body.kind === 'live') Object.assign(live, body.document)
    else if (body.kind === 'screen') live.screen = { id: body.screen, area: body.area.id, tags: body.tags, audience: body.audience }
  }
  return live
}

function keysOf({ slots }: Scene): string {
  return Object.entries(slots)
    .map(([slot, { key }]) => `${slot} ${key}`)
    .join(', ')
}

function orderOf({ body }: Signed): string {
  return `${body.epoch}.${body.sequence}`
}
