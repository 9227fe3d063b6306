/** Notices: short messages made in ten seconds, from a template or free words. A notice is an entry in band `takeover` that ends by itself. */
import type { Audience } from './screen.ts'
import type { TextContent } from './slide.ts'
import { noWords, type Words } from './words.ts'

/** One thing that a person fills in. `otherwise` stands on the glass where nothing was typed; '' means that it must be typed. */
export interface NoticeField {
  readonly id: string
  readonly label: Words
  readonly example: Words
  readonly otherwise: Words
  readonly maxLength: number
}

/** `reaches`: before whom it may stand; *crew* is for crew screens alone. `free`: the words are the person's own. In `title` and `body` a field stands as `{id}`. */
export interface NoticeTemplate {
  readonly id: string
  readonly name: Words
  readonly reaches: 'everyone' | 'crew'
  readonly free: boolean
  readonly fields: readonly NoticeField[]
  readonly title: Words
  readonly body: Words
}

/** What a person wrote: values by field, or free words (English may be empty). */
export interface NoticeText {
  readonly template: string
  readonly values: Readonly<Record<string, string>>
  readonly words: Words
}

/** A number plate stays on one line; other words break as they may. */
const joined = (field: string, typed: string): string => (field === 'plate' ? typed.replace(/\s+/gu, '\u00a0') : typed)

const where: NoticeField = {
  id: 'where',
  label: { nb: 'Hvor', en: 'Where' },
  example: { nb: 'infodesken', en: 'the info desk' },
  otherwise: { nb: 'infodesken', en: 'the info desk' },
  maxLength: 40,
}

const field = (id: string, label: Words, example: Words, maxLength: number): NoticeField => ({
  id,
  label,
  example,
  otherwise: noWords,
  maxLength,
})

const who = field('who', { nb: 'Hvem', en: 'Who' }, { nb: 'Lag Nordavind', en: 'Team Nordavind' }, 60)

export const noticeTemplates: readonly NoticeTemplate[] = [
  {
    id: 'free',
    name: { nb: 'Fri tekst', en: 'Free text' },
    reaches: 'everyone',
    free: true,
    fields: [],
    title: noWords,
    body: noWords,
  },
  {
    id: 'found',
    name: { nb: 'Hittegods', en: 'Found property' },
    reaches: 'everyone',
    free: false,
    fields: [field('what', { nb: 'Hva', en: 'What' }, { nb: 'svart ryggsekk', en: 'black rucksack' }, 60), where],
    title: { nb: 'Funnet: {what}', en: 'Found: {what}' },
    body: { nb: 'Hentes ved {where}.', en: 'Collect it at {where}.' },
  },
  {
    id: 'car',
    name: { nb: 'Bil sperrer', en: 'Car in the way' },
    reaches: 'everyone',
    free: false,
    fields: [field('plate', { nb: 'Skilt', en: 'Number plate' }, { nb: 'AB 12345', en: 'AB 12345' }, 12)],
    title: { nb: 'Eier av {plate}: flytt bilen nå', en: 'Owner of {plate}: please move your car now' },
    body: noWords,
  },
  {
    id: 'call-up',
    name: { nb: 'Oppmøte', en: 'Call-up' },
    reaches: 'everyone',
    free: false,
    fields: [who, where],
    title: { nb: '{who}: møt opp ved {where}', en: '{who}: please come to {where}' },
    body: noWords,
  },
  {
    id: 'crew-call',
    name: { nb: 'Crew trengs', en: 'Crew needed' },
    reaches: 'crew',
    free: false,
    fields: [{ ...who, example: { nb: 'To fra Security', en: 'Two from Security' } }, where],
    title: { nb: '{who}: kom til {where}', en: '{who}: come to {where}' },
    body: noWords,
  },
  {
    id: 'crew-free',
    name: { nb: 'Til crew', en: 'To crew' },
    reaches: 'crew',
    free: true,
    fields: [],
    title: noWords,
    body: noWords,
  },
]

/** The template, or null where this build knows none of that name. */
export function noticeTemplate(id: string): NoticeTemplate | null {
  return noticeTemplates.find((template) => template.id === id) ?? null
}

/** Whether what is for `reaches` may stand on a screen before `audience`. */
export function mayStandBefore(reaches: NoticeTemplate['reaches'], audience: Audience): boolean {
  return reaches === 'everyone' || audience === 'crew'
}

/** What still has to be typed before it can be shown: ids of fields, or `words`. */
export function missingIn(text: NoticeText): readonly string[] {
  const template = noticeTemplate(text.template)
  if (template === null) return ['template']
  if (template.free) return text.words.nb.trim() === '' ? ['words'] : []
  return template.fields.filter(({ id, otherwise }) => otherwise.nb === '' && (text.values[id] ?? '').trim() === '').map(({ id }) => id)
}

/** The notice as it stands on the glass: paper with ink, so that nobody takes it for the show or for an alarm. */
export function noticeContent(text: NoticeText): TextContent {
  const template = noticeTemplate(text.template)
  const said = (words: Words): Words => ({ nb: filled(words.nb, 'nb'), en: filled(words.en, 'en') })
  const filled = (sentence: string, language: 'nb' | 'en'): string =>
    sentence.replace(/\{(\w+)\}/g, (_, id: string) => {
      const typed = joined(id, (text.values[id] ?? '').trim())
      return typed !== '' ? typed : (template?.fields.find((one) => one.id === id)?.otherwise[language] ?? '')
    })
  const free = template === null || template.free
  return {
    kind: 'text',
    title: free ? { nb: text.words.nb.trim(), en: text.words.en.trim() } : said(template.title),
    body: free ? noWords : said(template.body),
    tone: 'paper',
    picture: null,
  }
}
