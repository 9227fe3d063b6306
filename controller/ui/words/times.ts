/** Times in words (rule T6): in the event's zone, a day running from day-break to day-break, what comes after midnight said with both days. */
import { dayMs, hourMs, instant, type Instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { Language } from './language.ts'
import { language } from './words.ts'

/** How times are said for one event in one language. */
export interface Times {
  /** `21:30` */
  readonly clock: (t: Instant) => string
  /** `fredag 26.`: the festival day that holds `t`. */
  readonly day: (t: Instant) => string
  /** `fre 26.` */
  readonly shortDay: (t: Instant) => string
  /** `fredag 26. mars` */
  readonly longDay: (t: Instant) => string
  /** `lørdag 27. kl. 21:30`, after midnight `natt til lørdag 27., 01:30`. */
  readonly dayTime: (t: Instant) => string
  /** Near `now` by distance (`om 15 s`, `for 4 min siden`), the same festival day by the clock, then `i går 14:00`, `i morgen 09:00`, else day and time. */
  readonly relative: (t: Instant, now: Instant) => string
  /** When something past began: by the clock on the same festival day, else with the day. */
  readonly since: (t: Instant, now: Instant) => string
  /** `12 s`, `4 min`, `1 t 20 min` */
  readonly length: (ms: number) => string
  /** ISO date of the festival day that holds `t`: `2027-03-26`. */
  readonly festivalDate: (t: Instant) => string
  /** The instant at which a wall clock in the zone shows `HH:MM` on a calendar date; the first one where it shows it twice, the first after the gap where it never does. */
  readonly at: (date: string, time: string) => Instant
}

interface Wall {
  readonly date: string
  readonly hour: number
  readonly minute: number
}

/** Times of an event. `zone` is an IANA name, `dayBreak` is `HH:MM`. */
export function createTimes(zone: string, dayBreak: string, chosen: Language): Times {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const dayBreakMinutes = Number(dayBreak.slice(0, 2)) * 60 + Number(dayBreak.slice(3, 5))
  const nb = chosen === 'nb'

  function wall(t: Instant): Wall {
    const found = Object.fromEntries(parts.formatToParts(t).map((part) => [part.type, part.value]))
    return { date: `${found['year']}-${found['month']}-${found['day']}`, hour: Number(found['hour']), minute: Number(found['minute']) }
  }
  const isNight = (w: Wall) => w.hour * 60 + w.minute < dayBreakMinutes
  const clock = (t: Instant) => {
    const w = wall(t)
    return `${two(w.hour)}:${two(w.minute)}`
  }
  const festivalDate = (t: Instant) => {
    const w = wall(t)
    return isNight(w) ? addDays(w.date, -1) : w.date
  }
  const dayTime = (t: Instant) => {
    const w = wall(t)
    const day = nameOf(w.date, chosen, 'long')
    if (!isNight(w)) return nb ? `${day} kl.\u00a0${clock(t)}` : `${day} at ${clock(t)}`
    return nb ? `natt til ${day}, ${clock(t)}` : `night to ${day}, ${clock(t)}`
  }
  const offsetMs = (t: number) => {
    const w = wall(t as Instant)
    return Date.parse(`${w.date}T${two(w.hour)}:${two(w.minute)}:00Z`) - Math.floor(t / minuteMs) * minuteMs
  }
  return {
    clock,
    festivalDate,
    at: (date, time) => {
      const local = Date.parse(`${date}T${time}:00Z`)
      const [before, after] = [offsetMs(local - dayMs), offsetMs(local + dayMs)]
      const readings = [local - before, local - after].filter((t) => t + offsetMs(t) === local)
      if (readings.length > 0) return instant(Math.min(...readings))
      return changeBetween(local - after, local - before, offsetMs)
    },
    dayTime,
    day: (t) => nameOf(festivalDate(t), chosen, 'long'),
    shortDay: (t) => nameOf(festivalDate(t), chosen, 'short'),
    longDay: (t) => {
      const month = new Intl.DateTimeFormat(chosen, { timeZone: 'UTC', month: 'long' }).format(Date.parse(festivalDate(t)))
      return `${nameOf(festivalDate(t), chosen, 'long')} ${month}`
    },
    relative: (t, now) => {
      const near = nearby(t - now, chosen)
      if (near !== null) return near
      const days = Math.round((Date.parse(festivalDate(t)) - Date.parse(festivalDate(now))) / dayMs)
      if (days === 0) return nb ? `kl.\u00a0${clock(t)}` : `at ${clock(t)}`
      if (isNight(wall(t))) return dayTime(t)
      if (days === -1) return nb ? `i går ${clock(t)}` : `yesterday ${clock(t)}`
      if (days === 1) return nb ? `i morgen ${clock(t)}` : `tomorrow ${clock(t)}`
      return dayTime(t)
    },
    since: (t, now) => (festivalDate(t) === festivalDate(now) ? clock(t) : dayTime(t)),
    length: (ms) => length(ms, chosen),
  }
}

/** The first instant after `from` at which the offset differs from the one before, by halving down to a second. */
function changeBetween(from: number, until: number, offsetMs: (t: number) => number): Instant {
  let [low, high] = [from - dayMs, until + dayMs]
  const first = offsetMs(low)
  while (high - low > 1_000) {
    const middle = Math.floor((low + high) / 2)
    if (offsetMs(middle) === first) low = middle
    else high = middle
  }
  return instant(Math.round(high / minuteMs) * minuteMs)
}

function nearby(ms: number, chosen: Language): string | null {
  const size = Math.abs(ms)
  if (size >= hourMs) return null
  if (size < 1_000) return chosen === 'nb' ? 'nå' : 'now'
  const said = length(size < minuteMs ? size : Math.round(size / minuteMs) * minuteMs, chosen)
  if (ms > 0) return chosen === 'nb' ? `om ${said}` : `in ${said}`
  return chosen === 'nb' ? `for ${said} siden` : `${said} ago`
}

function length(ms: number, chosen: Language): string {
  const seconds = Math.round(ms / 1_000)
  if (seconds < 60) return `${seconds}\u00a0s`
  const hours = Math.floor(seconds / 3_600)
  const minutes = Math.floor((seconds % 3_600) / 60)
  const rest = seconds % 60
  if (hours === 0) return rest === 0 || minutes >= 10 ? `${minutes}\u00a0min` : `${minutes}\u00a0min ${rest}\u00a0s`
  const hour = chosen === 'nb' ? 't' : 'h'
  return minutes === 0 ? `${hours}\u00a0${hour}` : `${hours}\u00a0${hour} ${minutes}\u00a0min`
}

function nameOf(date: string, chosen: Language, width: 'long' | 'short'): string {
  const at = Date.parse(date)
  const weekday = new Intl.DateTimeFormat(chosen, { timeZone: 'UTC', weekday: width }).format(at).replace('.', '')
  return chosen === 'nb' ? `${weekday}\u00a0${Number(date.slice(8))}.` : `${weekday}\u00a0${Number(date.slice(8))}`
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)
}

const two = (n: number) => String(n).padStart(2, '0')

const held: { zone: string; dayBreak: string; times: Map<Language, Times> } = { zone: 'Europe/Oslo', dayBreak: '05:00', times: new Map() }

/** Sets the zone in which the page says times; the shell does it when the event is known. */
export function setZone(zone: string, dayBreak: string): void {
  if (zone === held.zone && dayBreak === held.dayBreak) return
  Object.assign(held, { zone, dayBreak, times: new Map() })
}

/** Times of the current event in the chosen language. */
export function times(): Times {
  const known = held.times.get(language())
  if (known !== undefined) return known
  const made = createTimes(held.zone, held.dayBreak, language())
  held.times.set(language(), made)
  return made
}

/** RFC 3339 text as an instant. Throws where it is not. */
export function fromText(text: string): Instant {
  return instant(Date.parse(text))
}
