/** One run from one seed: a hall in virtual time, what happens to it, and what it must keep to. */
import { documentFor } from '@infoskjerm/shared/link/player.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { type Random, randomFrom } from '@infoskjerm/shared/testing/random.ts'
import { type LiveDocument, nothingLive } from '@infoskjerm/shared/model/live.ts'
import { noOverrides, type Override } from '@infoskjerm/shared/model/override.ts'
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import type { Signed } from '@infoskjerm/shared/wire/pointers.ts'
import { type Almanac, almanacOf } from '../../controller/publish/manifest.ts'
import { step } from '../../player/core/player.ts'
import { type Box, createBox, type Kept } from './box.ts'
import { type Controller, createController, type Parts, realParts, servedFrom, type Session, type Stored } from './controller.ts'
import { areaIds, began, edited, event, hallOf, mediaHashes, someTarget, stepped, withNewSlide } from './hall.ts'
import { createDisk, type Disk } from './kept.ts'
import { createLine, fair, type Line, type Weather } from './line.ts'
import { type Operation, troubledMs } from './operations.ts'
import { createTimeline } from './timeline.ts'
import { Broken, checkStep, createWatch, type Watched } from './watch.ts'

/** Parts that a test may replace by broken ones. */
export interface SimulatedParts extends Parts {
  readonly step: typeof step
}

export const real: SimulatedParts = { ...realParts, step }

export interface Outcome {
  /** Events processed by one party. */
  readonly steps: number
  /** What promise was broken, and when; null: none. */
  readonly broken: string | null
}

/** After everything was mended: so long it may take until the last screen is right (ms). A manifest may wait a minute for media. */
const mendedMs = 100_000
const lookEveryMs = 1_000
/** Everything on its way at once, in events for each box. */
const mostWaiting = 400

/** What people told the controller, and the copy that was made of it. */
interface Backup {
  readonly disk: Disk
  readonly stored: Stored
}

/** A screen with its box and its line. */
interface Post {
  readonly screen: string
  readonly random: Random
  readonly drift: number
  readonly media: ReadonlyMap<string, number | null>
  box: Box
  line: Line | null
  session: Session | null
  weather: Weather
  isCut: boolean
  stalledUntilMs: number
  wallShiftMs: number
}

/** The almanac of the simulated event, worked out once for any number of runs. */
export function simulatedAlmanac(): Almanac {
  return almanacOf(event, began, null)
}

/** Runs the operations; with the same arguments the answer is the same. */
export function simulate(seed: number, operations: readonly Operation[], parts: SimulatedParts, almanac: Almanac): Outcome {
  const hall = createSimulation(seed, operations, parts, almanac)
  try {
    hall.run()
    return { steps: hall.steps(), broken: null }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const what = error instanceof Broken ? error.message : (error.stack ?? error.message)
    return { steps: hall.steps(), broken: `${(hall.nowMs() / 1_000).toFixed(3)} s: ${what}` }
  }
}

function createSimulation(seed: number, operations: readonly Operation[], parts: SimulatedParts, almanac: Almanac) {
  const random = randomFrom(seed ^ 0x5eed)
  const timeline = createTimeline()
  const watch = createWatch()
  const decode = createDecoder()
  const saidAt = new WeakMap<Signed, number>()
  let shiftMs = 0
  const served = servedFrom(began, timeline, () => shiftMs)
  let disk = createDisk(new Map(), new Map(), { epoch: 1, sequence: 0 })
  let stored: Stored = { content: hallOf(random, 4 + random.below(7)), overrides: noOverrides, live: nothingLive }
  let backup: Backup | null = null
  let isOver = false
  let controller = start()
  controller.publish(stored, true)

  function start(from = disk.order()): Controller {
    return createController({ timeline, parts, disk, from, almanac, served })
  }

  const posts: Post[] = [...stored.content.screens.keys()].map((screen) => {
    const own = randomFrom(random.below(2 ** 31))
    const slow = own.chance(0.3)
    const media = mediaHashes.map((hash) => [hash, own.chance(slow ? 0.2 : 0.02) ? null : own.below(slow ? 30_000 : 400)] as const)
    const post = {
      screen,
      random: own,
      drift: (own.below(201) - 100) * 1e-6,
      media: new Map(media),
      line: null,
      session: null,
      weather: fair,
      isCut: false,
      stalledUntilMs: 0,
      wallShiftMs: own.below(4_000) - 2_000,
    } as unknown as Post
    post.box = boot(post, { link: null, syncedMs: 0 })
    connectSoon(post)
    return post
  })

  function boot(post: Post, kept: Kept): Box {
    return createBox(
      {
        timeline,
        random: post.random,
        step: parts.step,
        drift: post.drift,
        wallMs: () => began + timeline.nowMs() + post.wallShiftMs,
        mediumMs: (hash) => (isOver ? 100 : (post.media.get(hash) ?? null)),
        say: (said) =>
          post.line?.up(() => {
            if ('holds' in said) post.session?.hello(said.holds)
            else post.session?.probe(said.sentMs)
          }),
        stepped: (before, after) => checkStep(post.screen, before, after),
      },
      kept,
    )
  }

  function connectSoon(post: Post): void {
    timeline.after(200 + post.random.below(2_000), () => connect(post))
  }

  function connect(post: Post): void {
    if (post.line !== null) return
    if (post.isCut) return connectSoon(post)
    const line: Line = createLine({
      timeline,
      random: post.random,
      weather: () => post.weather,
      isStalled: () => timeline.nowMs() < post.stalledUntilMs,
      arrives: (data) => {
        for (const message of decode(data)) post.box.hear(message)
      },
      broken: () => {
        post.session?.leave()
        post.session = null
        post.line = null
        connectSoon(post)
      },
    })
    post.line = line
    post.session = controller.enter(post.screen, line.wire)
    post.box.connected()
  }

  function reboot(post: Post, keeps: boolean): void {
    const kept = post.box.kept()
    post.box.off()
    post.line?.close()
    post.box = boot(post, keeps ? kept : { link: null, syncedMs: 0 })
    const own = kept.link?.pointers['class']
    const isWhole = kept.link !== null && own !== undefined && documentFor(kept.link, own) !== null
    if (keeps && isWhole && post.box.state().show === null) throw new Broken(`${post.screen} has forgotten its show`)
  }

  function cutAll(): void {
    for (const { line } of posts) line?.close()
  }

  function publish(next: Partial<Stored>, goOn = true): void {
    stored = { ...stored, ...next }
    controller.publish(stored, goOn)
  }

  function happens({ kind, seed: own }: Operation): void {
    const dice = randomFrom(own)
    const post = posts[dice.below(posts.length)]!
    const { overrides } = stored.overrides
    const lasts = 1_000 + dice.below(25_000)
    switch (kind) {
      case 'edit':
        return publish({ content: edited(stored.content, dice, served()) })
      case 'burst':
        for (let n = 0; n < 100; n++) timeline.after(n * 60, () => publish({ content: withNewSlide(stored.content, dice) }))
        return
      case 'cue':
        return publish({ live: cued(stored, dice, served()) })
      case 'slip':
        return publish({ live: { ...stored.live, slips: { s1: dice.below(600_000) } } })
      case 'begin': {
        if (overrides.length > 3) return
        const begun: Override = {
          id: `o${own}`,
          template: dice.pick(['evacuate', 'stay-inside', 'show-stop']),
          target: someTarget(dice, posts.length),
          status: dice.chance(0.2) ? 'exercise' : 'actual',
          since: served(),
          ending: null,
        }
        return publish({ overrides: { overrides: [...overrides, begun] } })
      }
      case 'change': {
        const [first, ...rest] = overrides
        if (first === undefined) return
        return publish({ overrides: { overrides: [...rest, { ...first, target: { kind: 'area', area: dice.pick(areaIds) } }] } })
      }
      case 'end': {
        const [first, ...rest] = overrides
        if (first === undefined) return
        const ended: Override = { ...first, ending: { kind: 'all-clear', at: served() } }
        return publish({ overrides: { overrides: first.ending === null ? [...rest, ended] : rest } })
      }
      case 'bad line':
        return bad([post], dice, lasts)
      case 'bad weather':
        return bad(posts, dice, lasts)
      case 'cut one':
        return cut([post], lasts)
      case 'cut many':
        return cut(
          posts.filter(() => dice.chance(0.6)),
          lasts,
        )
      case 'stall':
        post.stalledUntilMs = timeline.nowMs() + lasts
        return
      case 'reboot':
        return reboot(post, true)
      case 'reboot empty':
        return reboot(post, false)
      case 'wall clock':
        post.wallShiftMs = dice.below(10 * 86_400_000) - 5 * 86_400_000
        return
      case 'restart':
        cutAll()
        controller = start()
        return publish({})
      case 'served time':
        shiftMs += (dice.chance(0.5) ? 1 : -1) * (2_000 + dice.below(600_000))
        publish({}, false)
        return controller.clockSet()
      case 'backup':
        backup = { disk: disk.copy(), stored }
        return
      case 'restore': {
        if (backup === null) return
        const { epoch, sequence } = controller.order()
        cutAll()
        disk = backup.disk.copy()
        stored = backup.stored
        // On a new machine nobody knows how far the sequence came; the epoch alone must tell.
        const kept = disk.order()
        const isNewMachine = kept.epoch === epoch && dice.chance(0.5)
        controller = start({ epoch: epoch + 1, sequence: isNewMachine ? kept.sequence : sequence })
        return publish({})
      }
    }
  }

  function bad(some: readonly Post[], dice: Random, lasts: number): void {
    const chance = (): number => (dice.chance(0.5) ? dice.below(40) / 100 : 0)
    const weather = { delayMs: 40 + dice.below(1_500), lost: chance(), twice: chance(), overtakes: chance() }
    for (const post of some) post.weather = weather
    timeline.after(lasts, () => {
      for (const post of some) if (post.weather === weather) post.weather = fair
    })
  }

  function cut(some: readonly Post[], lasts: number): void {
    for (const post of some) {
      post.isCut = true
      post.line?.close()
      timeline.after(lasts, () => (post.isCut = false))
    }
  }

  function look(): void {
    for (const { screen } of posts)
      for (const signed of controller.pointersFor(screen)) if (!saidAt.has(signed)) saidAt.set(signed, timeline.nowMs())
    watch.look(watched(), controller, (signed) => saidAt.get(signed) ?? timeline.nowMs(), timeline.nowMs())
    if (timeline.waiting() > mostWaiting * posts.length) throw new Broken(`${timeline.waiting()} events wait`)
    if (timeline.nowMs() < troubledMs + mendedMs) timeline.after(lookEveryMs, look)
  }

  function watched(): readonly Watched[] {
    return posts.map((post) => ({ screen: post.screen, box: post.box, soundSinceMs: () => post.line?.soundSinceMs() ?? null }))
  }

  function mend(): void {
    isOver = true
    for (const post of posts) Object.assign(post, { weather: fair, isCut: false, stalledUntilMs: 0 })
    publish({})
  }

  return {
    steps: timeline.happened,
    nowMs: timeline.nowMs,
    run: () => {
      for (const operation of operations)
        timeline.after(operation.atMs, () => {
          happens(operation)
        })
      timeline.after(lookEveryMs, look)
      timeline.run(troubledMs)
      mend()
      timeline.run(troubledMs + mendedMs)
      watch.atLast(watched(), controller, served())
    },
  }
}

/** The next step of the stage: a card of its list, or one that is no longer there. */
function cued({ content, live }: Stored, dice: Random, now: number): LiveDocument {
  const items = content.playlists.get(stepped)?.items ?? []
  const item = items.length === 0 || dice.chance(0.1) ? 'gone' : dice.pick(items).id
  const before = live.cues[stepped]
  const cue = { item, at: instant(now + 120), before: before === undefined ? null : { item: before.item, at: before.at } }
  return { ...live, cues: { [stepped]: cue } }
}

/** Reads the frames that were written at once, once for all who get them. */
function createDecoder(): (data: Buffer) => readonly GatewayMessage[] {
  const known = new WeakMap<Buffer, readonly GatewayMessage[]>()
  return (data) => {
    const before = known.get(data)
    if (before !== undefined) return before
    const messages = framesIn(data).map((payload) => {
      const text = payload.toString()
      return (JSON.parse(text.slice(text.indexOf('["m",'))) as ['m', GatewayMessage])[1]
    })
    known.set(data, messages)
    return messages
  }
}

/** The payloads of unmasked frames, one behind the other (RFC 6455, 5.2). */
function framesIn(data: Buffer): readonly Buffer[] {
  const payloads: Buffer[] = []
  for (let at = 0; at < data.length;) {
    const short = data.readUInt8(at + 1)
    const from = at + (short < 126 ? 2 : short === 126 ? 4 : 10)
    const length = short < 126 ? short : short === 126 ? data.readUInt16BE(at + 2) : Number(data.readBigUInt64BE(at + 2))
    at = from + length
    payloads.push(data.subarray(from, at))
  }
  return payloads
}
