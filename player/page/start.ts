/** Runs a player in a page. */
import { lookOf } from '@infoskjerm/shared/engine/look.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { distantFuture, type Instant } from '@infoskjerm/shared/time/instant.ts'
import { nothingHeld } from '@infoskjerm/shared/link/player.ts'
import { lacking } from '@infoskjerm/shared/link/poll.ts'
import { themeMedia } from '@infoskjerm/shared/model/theme.ts'
import type { GatewayMessage, Mends } from '@infoskjerm/shared/wire/player.ts'
import { firstFillMs } from '../core/fill.ts'
import { asleep, beatOf, type Effect, type Input, screenOf, step } from '../core/player.ts'
import { answersAt } from './answers.ts'
import { askedBy } from './address.ts'
import { keepAwake } from './awake.ts'
import { chromium, createCaretaker } from './care/caretaker.ts'
import { createDiagnostics } from './diagnostics.ts'
import { createGlass, type Over } from './glass.ts'
import { guard } from './guard.ts'
import { createKeptTime } from './kept-time.ts'
import { type Device, keepsNothing, openKept, recall, remember } from './kept.ts'
import { createMedia } from './media.ts'
import { createPageClock } from './page-clock.ts'
import { createProving } from './proving.ts'
import { createReporter } from './reporter.ts'
import { fetchKinds } from '../stage/lazy-kinds.ts'
import { createWaker } from './waker.ts'
import { createWire } from './wire.ts'

/** A clock that moved by more than this was set, not slewed (ms). */
const slewMs = 50
/** No frame for longer than this: nobody sees anything (ms). */
const darkAfterMs = 10_000
/** What few slides need is fetched when the first ones have long been there (ms). */
const idleAfterMs = 20_000
/** A page that is told it is outdated loads anew no earlier than this after it was loaded (ms), so that it never does nothing else. */
const reloadAfterMs = 60_000

const build = import.meta.env.MODE

/** Starts the player in `root`; it runs until the page is closed. */
export async function start(root: HTMLElement): Promise<void> {
  const asked = askedBy(location.search)
  const keptTime = createKeptTime({ wallMs: Date.now, recall, remember: asked.preview === null ? remember : () => undefined })
  const clock = createPageClock({
    keptTime,
    beginsAtMs: asked.atMs,
    probe: (sentMs) => wire.send({ t: 'probe', sentMs }),
  })
  const { now, nowMs } = clock
  const diagnostics = createDiagnostics(clock.reading)
  window.infoskjerm = diagnostics
  const kept = asked.preview === null ? await openKept(diagnostics.note) : keepsNothing
  const [device, link, before] = await Promise.all([kept.device(), kept.link(), kept.proof()])

  let state = asleep
  let drawnAt: Instant | null = null
  let heardAtMs = performance.now()
  let over: Over = { pairing: null, name: null, offline: false }
  let nameTimer = 0
  let connections = 0
  let isOver = false
  let tickedAtMs = performance.now()

  const setOver = (change: Partial<Over>): void => {
    over = { ...over, ...change }
    glass.setOver(over)
  }
  const setContext = (): void => {
    const screen = screenOf(state)
    glass.setContext({
      screen: screen === null ? null : { id: screen.screen, ...screen },
      event: state.show?.manifest?.event ?? null,
      programme: state.programme,
      slips: state.live.slips,
      mediaUrl: media.url,
      now,
      answers: (url) => answersAt(url, limits.webAnswerMs),
      isTimeProved: state.isTimeProved,
      still: asked.still || screen?.variant.profile === 'lofi' || caretaker.stands().isQuiet,
      sound: caretaker.stands().sound,
    })
  }
  const give = (input: Input): void => {
    if (isOver) return
    const result = step(state, input, now())
    state = result.state
    result.effects.forEach(carryOut)
    look()
  }
  const look = (): void => {
    const isDark = drawnAt !== null && (document.hidden || now() - drawnAt > darkAfterMs)
    if (!isOver) reporter?.observe(isDark ? drawnAt : null)
  }
  const carryOut = (effect: Effect): void => {
    switch (effect.kind) {
      case 'show': {
        const { main, override } = effect.scene.slots
        diagnostics.chosen(lookOf(override ?? main), nowMs())
        caretaker.shown(effect.scene)
        glass.show(effect.scene)
        // A page that nobody sees gets no frames, so nothing will tell that it was painted.
        return document.hidden ? sendBeat() : undefined
      }
      case 'beat':
        return sendBeat()
      case 'prepare':
        return glass.prepare(effect.slot, effect.content)
      case 'media':
        return media.want(effect.hashes, effect.soon)
      case 'hello':
        return wire.send({ t: 'hello', holds: effect.holds, widthPx: innerWidth, heightPx: innerHeight, build })
      case 'send':
        return asked.preview === null ? wire.send(effect.message) : undefined
      case 'details':
        return reporter?.changed()
      case 'context':
        return setContext()
      case 'store':
        return void kept.keepLink(effect.link)
      case 'wake':
        return waker.at(effect.at)
    }
  }
  const beats = (): boolean => asked.preview === null && screenOf(state) !== null
  const sendBeat = (): void => {
    if (beats()) wire.beat(beatOf(state, document.hidden ? null : drawnAt, clock.asksWith()))
  }

  const media = createMedia({
    told: (kind, hash) => {
      // What the theme itself is made of has come or gone.
      const look = state.show?.manifest?.event.look ?? null
      if (look !== null && themeMedia(look).includes(hash)) setContext()
      give({ kind, hash })
    },
    beginsAfterMs: device === null ? 0 : firstFillMs(device.id),
    mostBytes: limits.pageMediaBytes,
    keeps: asked.preview === null,
    note: diagnostics.note,
  })
  const waker = createWaker(nowMs, () => give({ kind: 'tick' }))
  const glass = createGlass(root, {
    painted: (look) => {
      drawnAt = now()
      diagnostics.painted(look, nowMs())
      give({ kind: 'painted', look })
    },
    presented: () => give({ kind: 'presented' }),
    substituted: (slide, why) => give({ kind: 'substituted', slide, why }),
  })

  const caretaker = createCaretaker({
    ...{ root, glass, now, give, note: diagnostics.note, isPreview: asked.preview !== null, browser: chromium },
    state: () => state,
    changed: setContext,
    mended: () => reporter?.changed(),
    facts: () => ({
      build,
      clockErrorMs: diagnostics.errorBoundMs,
      reconnects: Math.max(0, connections - 1),
      silentMs: performance.now() - heardAtMs,
    }),
  })

  const learnTime = (message: Extract<GatewayMessage, { t: 'time' }>, atMs: number): void => {
    const { isFirst, movedMs } = clock.learn(message, atMs)
    if (isFirst) give({ kind: 'time', isProved: true })
    // The timer to the next change was set by the clock as it was before.
    if (isFirst || Math.abs(movedMs) > slewMs) give({ kind: 'tick' })
  }
  const onMessage = (message: GatewayMessage, atMs: number): void => {
    heardAtMs = performance.now()
    if (over.offline) setOver({ offline: false })
    switch (message.t) {
      case 'time':
        return learnTime(message, atMs)
      case 'pairing':
        return setOver({ pairing: { code: message.code, leftMs: message.leftMs } })
      case 'paired':
        return become({ id: message.device, secret: message.secret })
      case 'unpaired':
        // A preview of a screen that is not there any more has nothing to forget, and would find nothing after a reload.
        if (asked.preview === null) void kept.forget().then(() => location.reload())
        return
      case 'farewell':
        return asked.preview === null ? sayGoodbye() : undefined
      case 'identify':
        return showName(message.forMs)
      case 'diagnose':
        return asked.preview === null ? caretaker.diagnose(message.forMs) : undefined
      case 'pointer':
      case 'document':
        return proving(message)
      case 'clock':
        return clock.ask()
      case 'resync':
        return give({ kind: 'connected' })
      case 'outdated':
        return void window.setTimeout(() => location.reload(), Math.max(0, reloadAfterMs - performance.now()))
      case 'proven':
        return reporter?.proven(message.number)
      case 'later':
        return
    }
  }
  /** A page that showed a code comes again as the device it has become; one that was let in at once is that device already. */
  const become = (next: Device): void => {
    void kept.keepDevice(next)
    wire.become(next, { again: over.pairing !== null })
    setOver({ pairing: null })
  }
  /** The event is over: thanks stay on the glass, nothing is kept, and nobody is asked for anything until the page is opened again. */
  const sayGoodbye = (): void => {
    isOver = true
    wire.end()
    void kept.forget()
    void media.forget()
    setOver({ pairing: null, name: null, offline: false })
    glass.show({ slots: { main: { kind: 'fallback', key: 'fallback', reason: 'closed' } }, until: distantFuture })
  }
  const showName = (forMs: number): void => {
    const screen = screenOf(state)
    if (screen === null) return
    window.clearTimeout(nameTimer)
    if (forMs === 0) return setOver({ name: null })
    setOver({ name: { name: screen.name, area: screen.area.name } })
    nameTimer = window.setTimeout(() => setOver({ name: null }), forMs)
  }

  const proving = createProving((message) => give({ kind: 'message', message }), diagnostics.note)
  const wire = createWire({
    device,
    preview: asked.preview,
    connected: () => {
      connections++
      clock.ask()
      give({ kind: 'connected' })
      reporter?.connected()
    },
    misread: () => {
      diagnostics.misread++
    },
    message: onMessage,
    lacking: () => lacking(state.link),
  })
  const clockErrorMs = (): number => diagnostics.errorBoundMs
  const mends = (): Mends => caretaker.mends()
  const reporter =
    asked.preview === null ? createReporter({ state: () => state, now, clockErrorMs, send: wire.send, kept, before, build, mends }) : null

  guard({
    note: diagnostics.note,
    monotonicMs: () => performance.now(),
    rebuild: () => {
      diagnostics.rebuilt++
      caretaker.rebuilt()
      reporter?.changed()
      glass.rebuild()
    },
  })
  setContext()
  if (link !== null && device !== null) {
    try {
      give({ kind: 'time', isProved: keptTime.isLikely })
      give({ kind: 'restored', link })
    } catch (error) {
      // What was kept cannot be shown by this build: it is asked for anew instead of failing at every start.
      diagnostics.note('restoring', error)
      void kept.keepLink(nothingHeld)
      state = asleep
    }
  }
  window.setInterval(() => {
    if (asked.preview === null && clock.isUntold() && state.isTimeProved) keptTime.keep(nowMs())
    // Whatever became of the last wake-up (a computer that slept, an error), the glass is right within one beat.
    give({ kind: 'tick' })
    // A computer that slept may have missed anything.
    if (performance.now() - tickedAtMs > 3 * limits.beatMs) give({ kind: 'connected' })
    tickedAtMs = performance.now()
    if (performance.now() - heardAtMs > limits.troubleAfterMs && !over.offline && !isOver) setOver({ offline: true })
    requestAnimationFrame(() => {
      drawnAt = now()
    })
    if (beats()) sendBeat()
    else clock.askIfDue()
  }, limits.beatMs)
  document.addEventListener('visibilitychange', look)
  window.addEventListener('pagehide', () => reporter?.close())
  keepAwake(diagnostics.note)
  window.setTimeout(() => void Promise.all([fetchKinds(), import('./care/board.ts').catch(() => null)]), idleAfterMs)
}
