/** The form of a notice: what was typed, what still hinders it from being shown, and what is sent. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { missingIn, type NoticeTemplate, noticeTemplate, type NoticeText } from '@infoskjerm/shared/model/notice.ts'
import { noWords, type Words } from '@infoskjerm/shared/model/words.ts'
import { type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import type { Aim } from '../parts/where-model.ts'

/** What hinders it: something to type, something too long, a place, a time. */
export type Hindrance = 'type' | 'too-long' | 'where' | 'past' | 'missing' | 'too-far'

export const emptyNotice: NoticeText = { template: 'free', values: {}, words: noWords }

/** The template of a text; the free one where it is none of ours. */
export function templateOf(text: NoticeText): NoticeTemplate {
  const found = noticeTemplate(text.template) ?? noticeTemplate('free')
  if (found === null) throw new Error('there is no free template')
  return found
}

/** Another template: what was typed in fields of the same name comes along, and free words do. */
export function retemplated(text: NoticeText, template: NoticeTemplate): NoticeText {
  const ids = new Set(template.fields.map(({ id }) => id))
  return { ...text, template: template.id, values: Object.fromEntries(Object.entries(text.values).filter(([id]) => ids.has(id))) }
}

/** How many characters too many the longest line has; 0 for none. */
export function tooManyIn(text: NoticeText): number {
  const template = templateOf(text)
  const lines = template.free
    ? [text.words.nb, text.words.en].map((line) => line.trim().length - limits.noticeLength)
    : template.fields.map(({ id, maxLength }) => (text.values[id] ?? '').trim().length - maxLength)
  return Math.max(0, ...lines)
}

/** The first thing that hinders it; null: it can be shown. */
export function hindranceTo(text: NoticeText, aim: Aim, end: Instant | 'endless' | 'missing' | 'past', now: Instant): Hindrance | null {
  if (missingIn(text).length > 0) return 'type'
  if (tooManyIn(text) > 0) return 'too-long'
  if (aim.screens.length === 0) return 'where'
  if (end === 'missing' || end === 'endless') return 'missing'
  if (end === 'past') return 'past'
  return end > later(now, limits.noticeMs) ? 'too-far' : null
}

/** What is sent of the text: without blanks at the ends, without what the template does not ask for. */
export function sentText(text: NoticeText): NoticeText {
  const template = templateOf(text)
  const words: Words = template.free ? { nb: text.words.nb.trim(), en: text.words.en.trim() } : noWords
  const typed = template.fields.map(({ id }) => [id, (text.values[id] ?? '').trim()] as const).filter(([, value]) => value !== '')
  return { template: template.id, values: Object.fromEntries(typed), words }
}
