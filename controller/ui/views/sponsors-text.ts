/** What a sponsor was promised and what is planned, as a crew says it. */
import type { SponsorBody } from '@infoskjerm/shared/model/sponsor.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { SponsorAirtime, SponsorResource } from '@infoskjerm/shared/wire/api.ts'
import { times } from '../words/times.ts'
import { language, say } from '../words/words.ts'
import { type Places, targetText } from './schedule-text.ts'

/** `8 % av tiden på alle skjermer`, `30 minutter per dag på Hallen, 10:00–02:00`. */
export function promiseText(promise: SponsorBody['promise'], places: Places): string {
  const words = say().sponsors
  if (promise === null) return words.nothingPromised
  const { amount, where, hours } = promise
  const place = placeText(where, places)
  const said = amount.kind === 'share' ? words.share(number(amount.percent), place) : words.minutes(number(amount.perDay), place)
  return hours === null ? said : `${said}, ${hours.from}–${hours.until}`
}

/** `8,5 %`, `31 min per dag`: in what was promised. `got` is a share (0 to 1), or minutes a day. */
export function gotText(kind: NonNullable<SponsorBody['promise']>['amount']['kind'], got: number): string {
  const words = say().sponsors
  return kind === 'share' ? words.gotShare(floored(got * 100)) : words.gotMinutes(floored(got))
}

/** `12 min – 14 min`; that it is not planned where no screen shows it. */
export function plannedText(screens: SponsorAirtime['screens']): string {
  const words = say().sponsors
  const lengths = screens.map(({ ms }) => ms)
  const most = Math.max(0, ...lengths)
  if (most === 0) return words.notPlanned
  const [low, high] = [times().length(Math.min(...lengths)), times().length(most)]
  return low === high ? high : words.span(low, high)
}

/** Ids of those that must not stand beside it, whoever said so. */
export function rivalsOf(sponsor: Pick<SponsorResource, 'id' | 'rivals'>, all: readonly SponsorResource[]): readonly string[] {
  return all.filter((other) => sponsor.rivals.includes(other.id) || other.rivals.includes(sponsor.id)).map(({ id }) => id)
}

/** Inside a sentence: `alle skjermer`, but a name as it is written. */
function placeText(target: Target, places: Places): string {
  const text = targetText(target, places)
  const begins = target.kind === 'and' ? target.of.every(({ kind }) => kind === 'not') : target.kind === 'all' || target.kind === 'not'
  return begins ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

function number(value: number): string {
  return new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(value)
}

/** Never rounded up: what is 7.96 of 8 per cent must not read as 8. */
function floored(value: number): string {
  return number(Math.floor(value * 10 + 1e-6) / 10)
}
