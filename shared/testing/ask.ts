/** Asking an engine in tests: compiles what it needs around the moment, and answers in few words. */
import { compile } from '../engine/compile.ts'
import { resolve } from '../engine/resolve.ts'
import type { Content, Scene } from '../engine/scene.ts'
import { type Live } from '../model/live.ts'
import type { Manifest, Slot } from '../model/manifest.ts'
import { hourMs, type Instant, later } from '../time/instant.ts'
import { liveOf, s } from './build.ts'

/** The scene at `t`, from a plan of the hour around it. */
export function sceneAt(manifest: Manifest, t: Instant, live: Live = liveOf()): Scene {
  return resolve(compile(manifest, { from: later(t, -hourMs), until: later(t, hourMs) }), live, t)
}

/** What a slot shows: `entry:path`, an override's id (with its ending), the reason of a fallback, or a dash for nothing. */
export function glass(manifest: Manifest, t: Instant, slot: Slot = 'main'): string {
  return inWords(sceneAt(manifest, t).slots[slot])
}

/** `glass` at each of the seconds, in one line. */
export function glassAt(manifest: Manifest, ...seconds: readonly number[]): string {
  return seconds.map((second) => glass(manifest, s(second))).join(' ')
}

/** The content in one word. */
export function inWords(content: Content | undefined): string {
  if (content === undefined) return '–'
  if (content.kind === 'fallback') return content.reason
  if (content.kind === 'slide') return `${content.entry}:${content.path}`
  return content.ending === null ? content.override.id : `${content.override.id}/${content.ending}`
}
