/** The short forms in which people write durations, wall times, words, places and times of sending in a venue's files. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { hourMs, minuteMs, secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { Words } from '@infoskjerm/shared/model/words.ts'
import type { HappeningEdge, When } from '@infoskjerm/shared/wire/api.ts'
import * as z from 'zod/mini'

/** An id as in the model, with words of its own. */
export const id = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'is an id: lower-case letters a–z, digits and hyphens, at most 64 characters.'))

export const name = z.string().check(z.trim(), z.minLength(1, 'must not be empty.'), z.maxLength(limits.nameLength))

export const day = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'is a date like 2027-03-26.'), z.refine(isDate, 'is a date that is not in the calendar.'))

export const clockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is a time like 18:00.'))

/** A date and time on the wall of the venue: `2027-03-26 22:40`, or with a T between. Gives the form with the T. */
export const wallTime = z.pipe(
  z
    .string()
    .check(
      z.regex(/^\d{4}-\d{2}-\d{2}[ T]([01]\d|2[0-3]):[0-5]\d$/, 'is a date and time like 2027-03-26 22:40.'),
      z.refine(isDate, 'is a date that is not in the calendar.'),
    ),
  z.transform((text: string) => text.replace(' ', 'T')),
)

/** Whether the calendar has the date that the text begins with. */
function isDate(text: string): boolean {
  const [year = 0, month = 0, date = 0] = text.slice(0, 10).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date)).toISOString().startsWith(text.slice(0, 10))
}

/** `12s`, `1m30s`, `2h` in milliseconds. */
export const duration: z.ZodMiniType<number> = read('is a time like 12s, 1m30s or 2h, from 1s to 24h.', (value) => {
  const match = typeof value === 'string' ? /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(value) : null
  if (match === null) return null
  const [h, m, s] = [1, 2, 3].map((part) => Number(match[part] ?? 0)) as [number, number, number]
  const ms = h * hourMs + m * minuteMs + s * secondMs
  return ms >= limits.itemMinMs && ms <= limits.itemMaxMs ? ms : null
})

/** `1920x1080`, in pixels as the screen hangs. */
export const size = read('is a width and height in pixels like 1920x1080.', (value) => {
  const match = typeof value === 'string' ? /^(\d{3,5})x(\d{3,5})$/.exec(value) : null
  return match === null ? null : { widthPx: Number(match[1]), heightPx: Number(match[2]) }
})

/** Norwegian alone as plain text, or `{ nb: …, en: … }`. */
export function words(length: number): z.ZodMiniType<Words> {
  return read(`is text, or { nb: …, en: … }, of at most ${length} characters a language.`, (value) => {
    const { nb, en = '', ...rest } = (typeof value === 'string' ? { nb: value } : (value ?? {})) as Record<string, unknown>
    const fits = typeof nb === 'string' && typeof en === 'string' && nb.length <= length && en.length <= length
    return fits && Object.keys(rest).length === 0 ? { nb, en } : null
  })
}

/** `all`, `{ area: … }`, `{ tag: … }`, `{ screen: … }`, `{ any: […] }`, `{ every: […] }`, `{ not: … }`. */
export const where: z.ZodMiniType<Target> = read(
  'says on which screens: all, or one of { area: … }, { tag: … }, { screen: … }, { any: [ … ] }, { every: [ … ] }, { not: … }.',
  target,
)

function target(value: unknown): Target | null {
  if (value === 'all') return { kind: 'all' }
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return null
  const [[kind, of]] = Object.entries(value) as [[string, unknown]]
  if (kind === 'any' || kind === 'every') {
    const parts = Array.isArray(of) ? of.map(target) : [null]
    return parts.includes(null) ? null : { kind: kind === 'any' ? 'or' : 'and', of: parts as Target[] }
  }
  if (kind === 'not') {
    const part = target(of)
    return part === null ? null : { kind: 'not', of: part }
  }
  if (typeof of !== 'string') return null
  if (kind === 'area') return { kind, area: of }
  if (kind === 'tag') return { kind, tag: of }
  return kind === 'screen' ? { kind, screen: of } : null
}

/** When an entry is sent, before the event's own days stand in for days that are left out. */
export type WhenForm =
  | Exclude<When, { kind: 'daily' }>
  | (Omit<When & { kind: 'daily' }, 'firstDay' | 'lastDay'> & { readonly firstDay: string | null; readonly lastDay: string | null })

const onceForm = z.strictObject({ from: wallTime, until: wallTime })
const dailyForm = z.strictObject({
  from: clockTime,
  until: clockTime,
  firstDay: z.optional(day),
  lastDay: z.optional(day),
  except: z.optional(z.array(day)),
})

const ruleForm = z.strictObject({
  repeat: z.string(),
  from: clockTime,
  until: clockTime,
  firstDay: day,
  except: z.optional(z.array(day)),
  extra: z.optional(z.array(day)),
})

/** `start`, `end`, or so many minutes from one of them: `start-15`, `end+30`. */
const edge: z.ZodMiniType<HappeningEdge> = read('is start or end, or minutes from it like start-15 or end+30.', (value) => {
  const match = typeof value === 'string' ? /^(start|end)([+-]\d{1,4})?$/.exec(value) : null
  const offsetMin = Number(match?.[2] ?? 0)
  return match === null || Math.abs(offsetMin) > limits.linkedMinutes ? null : { edge: match[1] === 'start' ? 'start' : 'end', offsetMin }
})

const linkedForm = z.strictObject({ happening: id, from: z.optional(edge), until: z.optional(edge) })

/** `always`, `{ once: { from: 2027-03-27 21:00, until: … } }` or `{ daily: { from: 18:00, until: 02:00, firstDay, lastDay, except } }`, or `{ rule: { repeat: FREQ=WEEKLY;BYDAY=SA, from, until, firstDay, except, extra } }`, or `{ happening: demoshow, from: start-15, until: end }`, which follows the programme. */
export const when: z.ZodMiniType<WhenForm> = read(
  'says when: always, { once: { from: 2027-03-27 21:00, until: 2027-03-28 01:30 } }, { daily: { from: 18:00, until: 02:00 } }, { rule: { repeat: FREQ=WEEKLY;BYDAY=SA, from: 18:00, until: 02:00, firstDay: 2027-03-27 } } or { happening: demoshow, from: start-15, until: end }.',
  (value) => {
    if (value === 'always') return { kind: 'always' }
    const parsed = z
      .union([z.strictObject({ once: onceForm }), z.strictObject({ daily: dailyForm }), z.strictObject({ rule: ruleForm }), linkedForm])
      .safeParse(value)
    if (!parsed.success) return null
    if ('happening' in parsed.data) {
      const { happening, from = { edge: 'start', offsetMin: 0 }, until = { edge: 'end', offsetMin: 0 } } = parsed.data
      return { kind: 'happening', happening, from, until }
    }
    if ('once' in parsed.data) return { kind: 'once', ...parsed.data.once }
    if ('rule' in parsed.data) {
      const { repeat, except = [], extra = [], ...times } = parsed.data.rule
      return { kind: 'rule', ...times, rule: repeat, except, extra }
    }
    const { from, until, firstDay = null, lastDay = null, except = [] } = parsed.data.daily
    return { kind: 'daily', from, until, firstDay, lastDay, except }
  },
)

/** A parser from a plain function that gives null where the form is wrong; `sentence` then says what the form is. */
function read<T extends object | number>(sentence: string, parse: (value: unknown) => T | null): z.ZodMiniType<T> {
  return z.pipe(
    z.unknown().check((context) => {
      if (parse(context.value) === null)
        context.issues.push({ code: 'custom', message: context.value === undefined ? 'is missing.' : sentence, input: context.value })
    }),
    z.transform((value: unknown) => parse(value) as T),
  ) as unknown as z.ZodMiniType<T>
}
