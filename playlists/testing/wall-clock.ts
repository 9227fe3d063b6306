/** Wall times to instants for tests: a time that does not exist is the first instant after the gap, one that exists twice the first (rule T3). */
import { type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import { Temporal } from 'temporal-polyfill'

export function wallClock(zone: string): (wall: string) => Instant {
  return (wall) => {
    const plain = Temporal.PlainDateTime.from(wall)
    const found = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
    if (found.toPlainDateTime().equals(plain)) return instant(found.epochMilliseconds)
    return instant(found.getTimeZoneTransition('next')?.epochMilliseconds ?? found.epochMilliseconds)
  }
}
