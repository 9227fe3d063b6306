/** Takes care of the page while it runs: spares the panel, mends what got stuck, tells crew how it is when they ask. */
import { lookOf } from '@infoskjerm/shared/engine/look.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { plainCare } from '@infoskjerm/shared/model/care.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { Mends } from '@infoskjerm/shared/wire/player.ts'
import { type Input, type PlayerState, screenOf } from '../../core/player.ts'
import type { Glass } from '../glass.ts'
import type { Note } from '../kept.ts'
import { createFrame } from './frame.ts'
import { createHands } from './hands.ts'
import { chromiumHeapBytes, createLeak } from './leak.ts'
import { createMending, tabStore } from './mends.ts'
import { keepPage } from './offline.ts'
import { createPulse } from './pulse.ts'
import { type Spared, spared, type Standing, standingIn, unspared } from './spare.ts'
import { type Facts, toldOf } from './told.ts'
import { beginWatch, type Help, look } from './watchdog.ts'

/** What the caretaker needs of the browser itself. */
export interface CaredFor {
  readonly reload: () => void
  /** Bytes of the JavaScript heap; null where the browser does not say. */
  readonly heapBytes: () => number | null
}

export const chromium: CaredFor = { reload: () => location.reload(), heapBytes: chromiumHeapBytes }

export interface CaretakerOptions {
  readonly root: HTMLElement
  readonly glass: Glass
  readonly state: () => PlayerState
  readonly now: () => Instant
  readonly give: (input: Input) => void
  /** Whether things may move and sound has changed. */
  readonly changed: () => void
  /** Something was mended, and counted. */
  readonly mended: () => void
  readonly facts: () => Pick<Facts, 'build' | 'clockErrorMs' | 'reconnects' | 'silentMs'>
  readonly note: Note
  /** A preview is cared for by the page it stands in. */
  readonly isPreview: boolean
  readonly browser: CaredFor
}

export interface Caretaker {
  /** Nothing may move; films may be heard. */
  readonly stands: () => Pick<Spared, 'isQuiet' | 'sound'>
  /** A scene is handed to the glass. */
  readonly shown: (scene: Scene) => void
  /** Shows how the player is for so long (ms); 0: no longer. */
  readonly diagnose: (forMs: number) => void
  readonly mends: () => Mends
  /** The glass was built anew after an error. */
  readonly rebuilt: () => void
}

const lookEveryMs = 1_000
/** Memory is looked at this often (ms). */
const leakEveryMs = 60_000
/** Contact so lately (ms) that a reload finds the controller. */
const heardWithinMs = 8_000

export function createCaretaker(options: CaretakerOptions): Caretaker {
  const { root, glass, state, now, give, note, isPreview } = options
  const frame = createFrame(root, glass.dim)
  const pulse = createPulse(root)
  const mending = createMending({ store: tabStore(), wallMs: Date.now })
  const leak = createLeak(options.browser.heapBytes, limits.pageHeapBytes)
  const offline = keepPage(import.meta.env.PROD && !isPreview, note)
  let standing: Standing = {}
  let stands = unspared
  let put = ''
  let watch = beginWatch(performance.now())
  let toldUntilMs = 0
  let cacheBytes: number | null = null

  const spare = (): void => {
    const { scene, show } = state()
    if (scene !== null) standing = standingIn(standing, scene, now())
    const care = isPreview ? plainCare : (screenOf(state())?.care ?? plainCare)
    const zone = show?.manifest?.event.zone ?? null
    const next = spared(care, { scene, standing, zone, now: now() })
    const differs = next.isQuiet !== stands.isQuiet || next.sound !== stands.sound
    stands = next
    const text = JSON.stringify([next, innerWidth, innerHeight])
    if (text !== put) frame.put(next)
    put = text
    if (differs) options.changed()
  }

  const reload = (why: Mends['last']): void => {
    if (!mending.mayReload()) return
    mending.count('reloaded', why)
    options.browser.reload()
  }
  const help = (what: Help, why: Mends['last']): void => {
    note('helping', `${what}, ${why}`)
    const main = state().scene?.slots.main
    if (what === 'reload') return reload(why)
    mending.count(what === 'skip' && main?.kind === 'slide' ? 'skipped' : 'rebuilt', why)
    if (what === 'skip' && main?.kind === 'slide') give({ kind: 'substituted', slide: main.slideId, why: 'broken' })
    else glass.rebuild()
    options.mended()
  }
  const guardGlass = (): void => {
    const { scene, standing: drawn } = state()
    const isCovered = scene?.slots.override !== undefined
    const result = look(watch, {
      nowMs: performance.now(),
      hasPainted: pulse.beat(),
      isSeen: !document.hidden,
      wanted: scene === null || isCovered ? null : lookOf(scene.slots.main),
      painted: drawn.main,
    })
    watch = result.watch
    if (result.help !== null) help(result.help, result.why)
  }

  /** Between two items, and only where the page comes back to what it has: everything is kept, or somebody is there to ask. */
  const reloadBetween = (before: Scene | null, next: Scene): void => {
    if (!leak.isDue() || next.slots.override !== undefined || before?.slots.main.key === next.slots.main.key) return
    if (offline.isKept() || options.facts().silentMs < heardWithinMs) reload('memory')
  }

  const tell = (): void => {
    const isTold = performance.now() < toldUntilMs
    pulse.count(isTold)
    const { heapBytes } = leak
    const facts = () => ({ framesPerSecond: pulse.perSecond(), heapBytes: heapBytes(), cacheBytes, isPageKept: offline.isKept() })
    glass.tell(isTold ? toldOf(state(), { ...options.facts(), ...facts(), mends: mending.read() }) : null)
    if (isTold && 'storage' in navigator)
      navigator.storage.estimate().then(
        ({ usage }) => (cacheBytes = usage ?? null),
        (error: unknown) => note('asking how much is kept', error),
      )
  }
  const diagnose = (forMs: number): void => {
    toldUntilMs = performance.now() + forMs
    tell()
  }

  let last: Scene | null = null
  window.setInterval(() => {
    spare()
    guardGlass()
    if (toldUntilMs > 0) tell()
    if (performance.now() >= toldUntilMs) toldUntilMs = 0
  }, lookEveryMs)
  window.setInterval(leak.look, leakEveryMs)
  window.addEventListener('resize', spare)
  if (!isPreview)
    createHands({
      pressed: (key) => give({ kind: 'key', key }),
      diagnose: () => diagnose(toldUntilMs > 0 ? 0 : limits.diagnoseMs),
    })

  return {
    stands: () => stands,
    shown: (scene) => {
      reloadBetween(last, scene)
      last = scene
      spare()
    },
    diagnose,
    mends: mending.read,
    rebuilt: () => mending.count('rebuilt', 'error'),
  }
}
