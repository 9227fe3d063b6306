/** The programme as a view holds it: kept fresh, put right ahead of the controller's answer, every deed with its *Angre*. */
import type { Stage } from '@infoskjerm/shared/model/programme.ts'
import type { HappeningBody, ProgrammeResource, Written } from '@infoskjerm/shared/wire/api.ts'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { api, ApiProblem } from '../api.ts'
import { live, Resource } from '../live.ts'
import { attempt, toast } from '../parts/toast.ts'
import { mayEverywhere, mayIn, venue } from '../venue.ts'
import { say, sayProblem } from '../words/words.ts'
import { type Change, changed, correctionsToJson, happeningToJson, type Item, type Timetable, timetableOf } from './programme-model.ts'
import { inWords } from './programme-text.ts'

/** The tables whose change changes the programme. */
export const programmeTables = ['happenings', 'stages', 'corrections', 'events']

export class ProgrammeDesk implements ReactiveController {
  private readonly host: ReactiveControllerHost
  private readonly resource: Resource<ProgrammeResource>
  private read: { readonly from: ProgrammeResource; readonly timetable: Timetable } | null = null
  /** What is on its way, oldest first; it stands on the screen until the controller has answered. */
  private sent: readonly { readonly changes: readonly Change[]; readonly at: ReturnType<typeof live.now> }[] = []

  constructor(host: ReactiveControllerHost) {
    this.host = host
    this.resource = new Resource<ProgrammeResource>(host, () => '/programme', programmeTables)
    host.addController(this)
  }

  hostConnected(): void {
    this.sent = []
  }

  /** Null while it is on its way. */
  get timetable(): Timetable | null {
    const from = this.resource.value
    if (from === null) return null
    if (this.read?.from !== from) this.read = { from, timetable: timetableOf(from) }
    const by = venue.user?.name ?? ''
    return this.sent.reduce((timetable, { changes, at }) => changed(timetable, changes, by, at), this.read.timetable)
  }

  /** Why there is nothing, in a sentence; '' where there is something. */
  get problem(): string {
    return this.resource.value === null && this.resource.problem !== null ? sayProblem(this.resource.problem) : ''
  }

  /** Sends corrections as one deed; `said` stands in the toast. */
  async correct(changes: readonly Change[], said: string): Promise<void> {
    const underway = { changes, at: live.now() }
    this.sent = [...this.sent, underway]
    this.host.requestUpdate()
    const written = await attempt(() => api.put<Written<unknown>>('/programme/corrections', correctionsToJson(changes)))
    if (written !== null) toast(said, { undo: written.revision })
    await this.resource.reload()
    this.sent = this.sent.filter((one) => one !== underway)
    this.host.requestUpdate()
  }

  /** Adds a happening, or changes the one with this id; answers what was refused, in a sentence, '' where it was taken. */
  async write(id: string | null, body: HappeningBody): Promise<string> {
    const json = happeningToJson(body)
    const words = say().programme.said
    try {
      const written =
        id === null
          ? await api.post<Written<unknown>>('/programme/happenings', json)
          : await api.put<Written<unknown>>(`/programme/happenings/${id}`, json)
      const title = inWords(body.title)
      toast(id === null ? words.added(title) : words.edited(title), { undo: written.revision })
      await this.resource.reload()
      return ''
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      return sayProblem(problem)
    }
  }

  async remove(item: Item): Promise<void> {
    const written = await attempt(() => api.delete<Written<unknown>>(`/programme/happenings/${item.id}`))
    if (written !== null) toast(say().programme.said.removed(inWords(item.now.title)), { undo: written.revision })
    await this.resource.reload()
  }

  /** Fetches again, after a whole table has come in. */
  async reload(): Promise<void> {
    await this.resource.reload()
  }
}

/** Whether happenings may be put on the stage. */
export function mayUse({ area }: Stage): boolean {
  return area === null ? mayEverywhere() : mayIn([area])
}

/** In the areas of the stages concerned: where it was announced, and where it stands. What has no area concerns the whole hall. */
export function mayCorrect({ planned, now }: Item, stages: readonly Stage[]): boolean {
  const areas = [planned.stage, now.stage].map((id) => stages.find((stage) => stage.id === id)?.area ?? null)
  return mayIn(areas.flatMap((area) => (area === null ? [] : [area]))) && (mayEverywhere() || !areas.includes(null))
}
