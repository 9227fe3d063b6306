/** The hand on one manual entry: sends a step, shows it at once, and says honestly what became of it. Presses that cannot be meant do nothing. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { later } from '@infoskjerm/shared/time/instant.ts'
import type { StepsResource, Written } from '@infoskjerm/shared/wire/api.ts'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { api, ApiProblem } from '../api.ts'
import { live } from '../live.ts'
import { toastProblem } from '../parts/toast.ts'
import { stepping } from '../stepping.ts'
import { venue } from '../venue.ts'
import { steppedTo } from './steps-model.ts'

/** A second press within this is the same press (ms). */
const settleMs = 300

/** After somebody else has stepped, a press within this was meant for what stood before (ms). */
const othersMs = 1_000

/** A step that takes longer is said to be on its way (ms). */
const slowMs = 700

/** No answer for this long is said (ms): the cable may be out. */
const patienceMs = 4_000

type Cue = NonNullable<StepsResource['cue']>

/** What can be taken back with *Angre*. */
export interface Last {
  readonly item: string
  readonly revision: number
}

export class StepsHand implements ReactiveController {
  /** `unsent`: it never reached the controller. `unsure`: nobody has answered. */
  trouble: 'unsent' | 'unsure' | null = null
  last: Last | null = null
  /** Somebody else's step, while it has just come. */
  other: Cue | null = null
  private readonly host: ReactiveControllerHost
  private sending = false
  private sentMs = 0
  /** Before this no press counts (monotonic ms). */
  private deafUntilMs = 0
  private seen: { readonly entry: string; readonly cue: Cue | null } | null = null
  private mine = ''
  private timers: readonly ReturnType<typeof setTimeout>[] = []

  constructor(host: ReactiveControllerHost) {
    this.host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    for (const timer of this.timers) clearTimeout(timer)
    this.timers = []
    this.seen = null
    this.other = null
  }

  /** Whether a press counts now. */
  get ready(): boolean {
    return !this.sending && performance.now() >= this.deafUntilMs
  }

  /** A step has been on its way for so long that one should know. */
  get isSlow(): boolean {
    return this.sending && performance.now() - this.sentMs >= slowMs
  }

  /** Looks whether somebody else has stepped; called before each drawing. */
  look({ entry, cue }: StepsResource): void {
    const before = this.seen
    this.seen = { entry, cue }
    if (before === null || before.entry !== entry || cue === null || cue.at === before.cue?.at) return
    const isNewer = before.cue === null || Date.parse(cue.at) > Date.parse(before.cue.at)
    const isMine = cue.item === this.mine && cue.by === (venue.user?.name ?? '')
    if (!isNewer || isMine) return
    this.other = cue
    this.last = null
    this.trouble = null
    this.deaf(othersMs)
    this.after(othersMs * 5, () => (this.other = null))
  }

  /** Steps to an item, unless the press cannot be meant. Answers whether it was tried. */
  async step(steps: StepsResource, item: string): Promise<boolean> {
    if (!this.ready) return false
    const { entry } = steps
    this.sending = true
    this.mine = item
    this.trouble = null
    this.other = null
    this.sentMs = performance.now()
    this.deaf(settleMs)
    this.after(slowMs, () => {})
    const at = later(live.now(), limits.cueAheadMs)
    stepping.assume({ steps: steppedTo(stepping.steps ?? [], entry, item, at, venue.user?.name ?? '') })
    const written = await this.answerOf(api.put<Written<unknown>>(`/steps/${entry}`, { item }))
    this.sending = false
    if (written !== null) this.last = { item, revision: written.revision }
    this.host.requestUpdate()
    await stepping.load()
    // Without contact nothing could be fetched: what stood before still does.
    if (this.trouble !== null) this.putBack(steps)
    return true
  }

  async undo({ revision }: Last): Promise<void> {
    this.last = null
    this.mine = ''
    this.host.requestUpdate()
    await this.answerOf(api.post<Written<unknown>>('/undo', { revision }))
    await stepping.load()
  }

  private putBack(steps: StepsResource): void {
    const now = stepping.steps ?? []
    if (now.find(({ entry }) => entry === steps.entry)?.cue?.item !== this.mine) return
    stepping.assume({ steps: now.map((one) => (one.entry === steps.entry ? steps : one)) })
  }

  /** Null where it was refused, or nobody answered. */
  private async answerOf<T>(answer: Promise<T>): Promise<T | null> {
    let timer: ReturnType<typeof setTimeout> | null = null
    const silence = new Promise<'silence'>((resolve) => (timer = setTimeout(() => resolve('silence'), patienceMs)))
    try {
      const first = await Promise.race([answer, silence])
      if (first !== 'silence') return first
      this.trouble = 'unsure'
      this.whenLate(answer)
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.code === 'offline') this.trouble = 'unsent'
      else toastProblem(problem)
    } finally {
      if (timer !== null) clearTimeout(timer)
    }
    return null
  }

  /** An answer that comes after all tells how it stands; a refusal so late changes nothing. */
  private whenLate(answer: Promise<unknown>): void {
    const settled = (trouble: StepsHand['trouble']) => {
      if (this.trouble === 'unsure') this.trouble = trouble
      void stepping.load()
    }
    answer.then(
      () => settled(null),
      () => settled('unsent'),
    )
  }

  private deaf(ms: number): void {
    this.deafUntilMs = performance.now() + ms
    this.after(ms, () => {})
  }

  private after(ms: number, then: () => void): void {
    const timer = setTimeout(() => {
      this.timers = this.timers.filter((one) => one !== timer)
      then()
      this.host.requestUpdate()
    }, ms)
    this.timers = [...this.timers, timer]
  }
}
