/** What people's hands put on screens besides the schedule: notices, take-overs, and thanks when the event is over, each as an entry with its own list and slide. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { mayStandBefore, noticeContent, noticeTemplate } from '@infoskjerm/shared/model/notice.ts'
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import type { ImageContent, SlideBody, SlideContent } from '@infoskjerm/shared/model/slide.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import { thanksWords } from '@infoskjerm/shared/model/thanks.ts'
import { instant, secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { MediaRow } from '../media/table.ts'
import type { NoticeRow } from '../notices/table.ts'
import type { TakeoverRow } from '../takeovers/table.ts'
import type { ContentEntry } from './content.ts'

/** An entry, the list that it plays under its own id, and the slides of that list that are nowhere else. */
export interface Handmade {
  readonly entry: ContentEntry
  readonly playlist: PlaylistBody
  readonly slides: Readonly<Record<string, SlideBody>>
}

/** How long one notice stands before the next, where several share a screen (ms). */
const noticeTurnMs = 20 * secondMs

/** A notice as an entry that shares band `takeover` with other notices, and has its screens to itself for its first turn: who sent it sees it at once. On screens that are `lent` it waits. Words for crew are on a slide for crew, so that no screen before everybody can hold them whatever the target says. */
export function fromNotice(row: NoticeRow, lent: readonly Target[]): readonly Handmade[] {
  const content = noticeContent(row)
  // A template that this build does not know may be for crew.
  const template = noticeTemplate(row.template)
  const isForAll = mayStandBefore(template?.reaches ?? 'crew', 'public')
  const slide = slideOf(shortened(content.title.nb), content, noticeTurnMs, isForAll ? 'everyone' : 'crew')
  // Screens that must not see the words hold the entry all the same: its name tells nothing.
  const given = { ...row, id: `notice-${row.id}`, name: template?.name.nb ?? row.template }
  const alone: Target = lent.length === 0 ? row.target : { kind: 'and', of: [row.target, { kind: 'not', of: { kind: 'or', of: lent } }] }
  const shared = handmade({ ...given, exclusive: false }, slide)
  const until = Math.min(row.until, row.from + noticeTurnMs)
  const first = entryOf({ ...given, id: `${given.id}-first`, target: alone, until, exclusive: true })
  return [shared, { ...shared, entry: { ...first, playlist: given.id }, slides: {} }]
}

/** A take-over as an exclusive entry: the one that began last stands, and what lies beneath goes on. `media`: the picture it shows; null where it is none, or gone. */
export function fromTakeover(row: TakeoverRow, media: MediaRow | null): Handmade | null {
  const id = `takeover-${row.id}`
  const given = { ...row, id, name: shortened(row.by), exclusive: true }
  switch (row.content.kind) {
    case 'slide':
      return { entry: entryOf(given), playlist: listOf(id, row.content.slide), slides: {} }
    case 'picture': {
      if (media === null) return null
      const { hash, type, widthPx, heightPx } = media
      const on = (shape: number): ImageContent => ({
        kind: 'image',
        picture: { hash, type, widthPx, heightPx },
        fit: fills(widthPx / heightPx, shape) ? 'cover' : 'contain',
        tone: 'night',
        caption: noCaption,
      })
      const slide = slideOf(given.name, on(16 / 9), limits.itemMaxMs, 'everyone')
      return handmade(given, { ...slide, variants: [{ for: 'portrait', content: on(9 / 16) }] })
    }
    default:
      return handmade(given, slideOf(given.name, row.content, limits.itemMaxMs, 'everyone'))
  }
}

/** What every screen shows once the event has been ended. */
export function thanks(event: string): Handmade {
  const content = { kind: 'text', title: thanksWords, body: noCaption, tone: 'night', picture: null } as const
  const row = { id: 'thanks', event, target: { kind: 'all' }, from: 0, until: 0, name: thanksWords.nb, exclusive: true } as const
  const made = handmade(row, slideOf(thanksWords.nb, content, limits.itemMaxMs, 'everyone'))
  return { ...made, entry: { ...made.entry, when: { kind: 'always' } } }
}

const noCaption = { nb: '', en: '' }

/** Whether a picture of about the shape of the screen should lose its edges rather than stand in a wide frame: a photo of 4:3 on 16:9 does. */
function fills(picture: number, screen: number): boolean {
  return Math.abs(Math.log(picture / screen)) < 0.32
}

interface Given {
  readonly id: string
  readonly event: string
  readonly name: string
  readonly target: ContentEntry['target']
  readonly from: number
  readonly until: number
  readonly exclusive: boolean
}

function handmade(given: Given, slide: SlideBody): Handmade {
  return { entry: entryOf(given), playlist: listOf(given.id, given.id), slides: { [given.id]: slide } }
}

function entryOf({ id, event, name, target, from, until, exclusive }: Given): ContentEntry {
  return {
    id,
    event,
    name,
    playlist: id,
    target,
    slot: 'main',
    band: 'takeover',
    exclusive,
    manual: false,
    armed: null,
    weight: 1,
    when: { kind: 'instants', from: instant(from), until: instant(until) },
  }
}

function listOf(name: string, slide: string): PlaylistBody {
  // One turn for as long as it stands: nothing is drawn anew, and a page in a frame is not loaded again.
  const durationMs = name === slide ? null : limits.itemMaxMs
  return {
    name,
    order: 'sequence',
    items: [{ id: 'only', of: { kind: 'slide', slide }, durationMs, validFrom: null, validUntil: null }],
  }
}

function slideOf(name: string, content: SlideContent, durationMs: number, audience: SlideBody['audience']): SlideBody {
  return { name, content, variants: [], durationMs, validFrom: null, validUntil: null, sponsor: null, embargo: false, audience }
}

function shortened(name: string): string {
  return name.slice(0, limits.nameLength)
}
