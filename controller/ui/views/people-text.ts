/** What somebody may, in sentences that a tired volunteer understands. */
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { GrantResource, User } from '@infoskjerm/shared/wire/api.ts'
import { areaName } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { type Given, givenTo, membershipsOf, type PeopleRows, wallNow } from './people-model.ts'

/** `Kan vise beskjeder og endre skjermer i Hovedscenen til lørdag 27. kl. 08:00`, without a full stop. */
export function givenText({ right, areas, until }: Pick<Given, 'right' | 'areas' | 'until'>): string {
  const words = say().people
  const where = right === 'all' ? '' : areas === null ? words.everywhere : words.inAreas(listed(areas.map(areaName)))
  return `${words.can[right]}${where}${untilText(until)}`
}

/** The same of a grant as it stands. */
export function grantText({ right, areas, from, until }: GrantResource): string {
  const begins = from !== null && fromText(from) > wallNow() ? say().people.from(clockText(fromText(from))) : ''
  return `${givenText({ right, areas, until: null })}${begins}${untilText(until === null ? null : fromText(until))}`
}

/** Everything that somebody may now: what the account may of itself, then what reaches it. */
export function personText(user: User, rows: PeopleRows, now: Instant): readonly string[] {
  const words = say().people
  if (user.role === 'all') return [words.sentence(words.base.all), ...emergencyText(user)]
  const given = givenTo(user.id, rows, now).filter(({ right }) => user.role === 'see' || right !== 'edit')
  const said = merged(given).map((one) => words.sentence(givenText(one)))
  const more = [...said, ...emergencyText(user)]
  if (user.role === 'edit') return [words.sentence(words.base.edit), ...more]
  return more.length === 0 ? [words.onlyLooks] : more
}

/** `Info (vaktleder) til 08:00` */
export function crewsText(user: User, rows: PeopleRows, now: Instant): readonly string[] {
  const words = say().people
  return membershipsOf(user.id, rows, now).map(({ crew, rank, from, until }) => {
    const name = rows.crews.find(({ id }) => id === crew)?.name ?? ''
    const begins = from !== null && fromText(from) > now ? words.from(clockText(fromText(from))) : ''
    const place = rank === 'member' ? name : words.inCrew(name, words.ranks[rank])
    return `${place}${begins}${untilText(until === null ? null : fromText(until))}`
  })
}

/** ` til 08:00`, nothing for good. */
export function untilText(until: Instant | null): string {
  return until === null ? '' : say().people.until(clockText(until))
}

/** By the clock today, else with the day. */
export function clockText(t: Instant): string {
  return times().since(t, wallNow())
}

function emergencyText(user: User): readonly string[] {
  const words = say().people
  return [
    ...(user.mayStartOverride ? [words.sentence(words.mayStart)] : []),
    ...(user.mayEndOverride ? [words.sentence(words.mayEnd)] : []),
  ]
}

/** One line for the same right until the same moment in several areas; the whole hall swallows them. */
function merged(given: readonly Given[]): readonly Given[] {
  const byKey = new Map<string, Given>()
  for (const one of given) {
    const key = `${one.right} ${one.until}`
    const before = byKey.get(key)
    const areas = before === undefined ? one.areas : before.areas === null || one.areas === null ? null : [...before.areas, ...one.areas]
    byKey.set(key, { ...one, areas: areas === null ? null : [...new Set(areas)] })
  }
  return [...byKey.values()]
}

/** `Hovedscenen, Inngang og Kreativia` */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')}${say().common.listAnd}${names.at(-1)}`
}
