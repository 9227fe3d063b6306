/** Checks what the files of a venue say about each other: ids that are named exist, once; ends come after starts; no playlist holds itself. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import { minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { HappeningEdge, When } from '@infoskjerm/shared/wire/api.ts'
import type { VenueAsCode } from './venue.ts'

/** One thing wrong. `list` and `id` tell in which object, `field` where in it. */
export interface Fault {
  readonly list: 'event' | 'areas' | 'screens' | 'stages' | 'happenings' | 'sponsors' | 'slides' | 'playlists' | 'schedule'
  readonly id: string
  readonly field: readonly PropertyKey[]
  readonly sentence: string
}

type Linked = Extract<When, { kind: 'happening' }>

type Known = Readonly<Record<'areas' | 'screens' | 'stages' | 'happenings' | 'sponsors' | 'slides' | 'playlists', ReadonlySet<string>>>

/** Every fault of the venue; empty when it can be imported. */
export function faultsOf(venue: VenueAsCode): readonly Fault[] {
  const ids = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(list.map(({ id }) => id))
  const known: Known = {
    areas: ids(venue.areas),
    screens: ids(venue.screens),
    stages: ids(venue.stages),
    happenings: ids(venue.happenings),
    sponsors: ids(venue.sponsors),
    slides: ids(venue.slides),
    playlists: ids(venue.playlists),
  }
  return [
    ...eventFaults(venue),
    ...(['areas', 'screens', 'stages', 'happenings', 'sponsors', 'schedule'] as const).flatMap((list) => twice(list, venue[list])),
    ...placeFaults(venue, known),
    ...happeningFaults(venue, known),
    ...sponsorFaults(venue, known),
    ...slideFaults(venue, known),
    ...playlistFaults(venue, known),
    ...entryFaults(venue, known),
  ]
}

function eventFaults({ event }: VenueAsCode): readonly Fault[] {
  if (event.lastDay >= event.firstDay) return []
  return [{ list: 'event', id: event.id, field: ['lastDay'], sentence: `is before the first day, ${event.firstDay}.` }]
}

function twice(list: Fault['list'], items: readonly { readonly id: string }[]): readonly Fault[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }): readonly Fault[] => {
    if (seen.has(id)) return [{ list, id, field: ['id'], sentence: `«${id}» is used twice in this file. Give one of them another id.` }]
    seen.add(id)
    return []
  })
}

function missing(known: Known, what: keyof Known, id: string): string | null {
  if (known[what].has(id)) return null
  const near = [...known[what]].filter((candidate) => candidate.startsWith(id.slice(0, 3)))
  const all = (near.length > 0 ? near : [...known[what]]).slice(0, 8).join(', ')
  return `there is no «${id}» among the ${what}. ${all === '' ? `There are none yet.` : `Did you mean one of: ${all}?`}`
}

function placeFaults({ screens, stages }: VenueAsCode, known: Known): readonly Fault[] {
  const locals = screens.filter(({ local }) => local)
  return [
    ...screens.flatMap(({ id, area }) => fault('screens', id, ['area'], missing(known, 'areas', area))),
    ...stages.flatMap(({ id, area }) => fault('stages', id, ['area'], area === null ? null : missing(known, 'areas', area))),
    ...locals
      .slice(1)
      .flatMap(({ id }) => fault('screens', id, ['local'], `only one screen is on this machine, and «${locals[0]?.id}» is it already.`)),
  ]
}

function happeningFaults({ happenings }: VenueAsCode, known: Known): readonly Fault[] {
  return happenings.flatMap(({ id, stage, was, start, end }) => [
    ...fault('happenings', id, ['stage'], stage === null ? null : missing(known, 'stages', stage)),
    ...fault('happenings', id, ['was', 'stage'], was === null || was.stage === null ? null : missing(known, 'stages', was.stage)),
    ...fault('happenings', id, ['end'], end < start ? 'is before the start. After midnight the date is the next one.' : null),
  ])
}

function sponsorFaults({ sponsors }: VenueAsCode, known: Known): readonly Fault[] {
  return sponsors.flatMap(({ id, promise, rivals }) => [
    ...rivals.flatMap((rival) => fault('sponsors', id, ['rivals'], missing(known, 'sponsors', rival))),
    ...fault('sponsors', id, ['rivals'], rivals.includes(id) ? 'nobody is a rival of oneself.' : null),
    ...(promise === null ? [] : targetFaults(promise.where, known)).flatMap((sentence) =>
      fault('sponsors', id, ['promise', 'where'], sentence),
    ),
  ])
}

function slideFaults({ slides }: VenueAsCode, known: Known): readonly Fault[] {
  return slides.flatMap(({ id, content, validFrom, validUntil, sponsor }) => [
    ...fault('slides', id, ['sponsor'], sponsor === null ? null : missing(known, 'sponsors', sponsor)),
    ...fault('slides', id, ['until'], endsFirst(validFrom, validUntil)),
    ...(content.kind === 'programme' && content.of.scope === 'stage'
      ? fault('slides', id, ['of', 'stage'], missing(known, 'stages', content.of.stage))
      : []),
    ...(content.kind === 'happening' ? fault('slides', id, ['happening'], missing(known, 'happenings', content.happening)) : []),
    ...(content.kind === 'countdown' && content.to.kind === 'happening'
      ? fault('slides', id, ['to', 'happening'], missing(known, 'happenings', content.to.happening))
      : []),
  ])
}

function playlistFaults({ playlists }: VenueAsCode, known: Known): readonly Fault[] {
  const lists = new Map(playlists.map((playlist) => [playlist.id, playlist]))
  const tooDeep = (id: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(id) || path.length >= limits.playlistDepth) return [...path, id]
    const nested = lists.get(id)?.items.flatMap(({ of }) => (of.kind === 'playlist' ? [of.playlist] : [])) ?? []
    for (const inner of nested) {
      const found = tooDeep(inner, [...path, id])
      if (found !== null) return found
    }
    return null
  }
  return playlists.flatMap(({ id, items }) => {
    const path = tooDeep(id, [])
    return [
      ...items.flatMap((item, index) => [
        ...fault(
          'playlists',
          id,
          ['items', index],
          item.of.kind === 'slide' ? missing(known, 'slides', item.of.slide) : missing(known, 'playlists', item.of.playlist),
        ),
        ...fault(
          'playlists',
          id,
          ['items', index],
          item.of.kind === 'playlist' && item.durationMs !== null ? 'a playlist has no duration of its own; give its items theirs.' : null,
        ),
        ...fault('playlists', id, ['items', index], endsFirst(item.validFrom, item.validUntil)),
        ...fault(
          'playlists',
          id,
          ['items', index],
          items.findIndex((other) => other.id === item.id) < index ? `the id «${item.id}» is used twice in this list.` : null,
        ),
      ]),
      ...fault(
        'playlists',
        id,
        ['items'],
        path === null
          ? null
          : `${path.includes(id) && path.lastIndexOf(id) > 0 ? 'the list holds itself' : `lists stand more than ${limits.playlistDepth} deep`}: ${path.join(' › ')}.`,
      ),
      ...fault('playlists', id, ['items'], items.length === 0 ? 'the list is empty. Put a slide in it, or take the file away.' : null),
    ]
  })
}

function entryFaults({ schedule, event, happenings }: VenueAsCode, known: Known): readonly Fault[] {
  return schedule.flatMap(({ id, playlist, target, when }) => [
    ...(when.kind === 'happening' ? linkFaults(id, when, happenings, known) : []),
    ...fault('schedule', id, ['playlist'], missing(known, 'playlists', playlist)),
    ...targetFaults(target, known).flatMap((sentence) => fault('schedule', id, ['where'], sentence)),
    ...fault('schedule', id, ['when'], when.kind === 'once' && when.until <= when.from ? 'ends before it starts.' : null),
    ...fault('schedule', id, ['when'], when.kind === 'daily' && when.lastDay < when.firstDay ? 'the last day is before the first.' : null),
    ...fault(
      'schedule',
      id,
      ['when'],
      when.kind === 'daily' && when.firstDay > event.lastDay ? `begins after the event, whose last day is ${event.lastDay}.` : null,
    ),
  ])
}

function linkFaults(id: string, when: Linked, happenings: VenueAsCode['happenings'], known: Known): readonly Fault[] {
  const happening = happenings.find((one) => one.id === when.happening)
  if (happening === undefined) return fault('schedule', id, ['when'], missing(known, 'happenings', when.happening))
  const at = ({ edge, offsetMin }: HappeningEdge): number => happening[edge] + offsetMin * minuteMs
  return fault('schedule', id, ['when'], endsFirst(at(when.from), at(when.until)))
}

function targetFaults(target: Target, known: Known): readonly (string | null)[] {
  switch (target.kind) {
    case 'area':
      return [missing(known, 'areas', target.area)]
    case 'screen':
      return [missing(known, 'screens', target.screen)]
    case 'and':
    case 'or':
      return target.of.flatMap((part) => targetFaults(part, known))
    case 'not':
      return targetFaults(target.of, known)
    case 'all':
    case 'tag':
    case 'audience':
      return []
  }
}

function endsFirst(from: number | null, until: number | null): string | null {
  return from !== null && until !== null && until <= from ? 'ends before it starts.' : null
}

function fault(list: Fault['list'], id: string, field: readonly PropertyKey[], sentence: string | null): readonly Fault[] {
  return sentence === null ? [] : [{ list, id, field, sentence }]
}
