/** Shares of airtime that cannot be kept, and rivals that meet all the same (rule E4). */
import type { Instant } from '../time/instant.ts'
import type { Finding } from './finding.ts'
import { clash, type Mark } from './neighbours.ts'
import type { Plan } from './plan.ts'
import { type Course, placeIn } from './stretch.ts'

/** A promise is kept within one percentage point. */
const toleratedMiss = 0.01

/** Turns looked at in one cast: two of the longest rounds and more. */
const turnsWatched = 600

type Missed = Extract<Finding, { kind: 'share-missed' }>
type Meeting = Extract<Finding, { kind: 'rivals-meet' }>

/** Looks at every cast that holds a slot, each once. */
export function sharingFindings(plan: Plan): readonly Finding[] {
  const missed = new Map<string, Missed>()
  const meetings = new Map<string, Meeting>()
  const watched = new Set<Course['round']>()
  for (const { starts, holders } of plan.slots) {
    holders.forEach((holder, at) => {
      if (holder?.stretch.kind !== 'course') return
      const course = holder.stretch
      const until = Math.min(starts[at + 1] ?? plan.window.until, plan.window.until) as Instant
      for (const miss of missedShares(course, starts[at]!, until)) {
        const longest = missed.get(miss.entry)
        if (longest === undefined || longest.until - longest.from < until - miss.from) missed.set(miss.entry, miss)
      }
      if (watched.has(course.round)) return
      watched.add(course.round)
      for (const meeting of meetingsIn(course, starts[at]!, until)) {
        const name = [...meeting.sponsors].sort().join(' ')
        if (!meetings.has(name)) meetings.set(name, meeting)
      }
    })
  }
  return [...missed.values(), ...meetings.values()]
}

function missedShares({ players, round, runs }: Course, from: Instant, until: Instant): readonly Missed[] {
  const weights = players.reduce((sum, { entry }) => sum + entry.weight, 0)
  return players.flatMap(({ entry }, at): Missed[] => {
    const promised = entry.weight / weights
    const planned = (round.turns[at]! * runs[at]!.shape.meanMs) / round.meanMs
    if (Math.abs(planned - promised) <= toleratedMiss) return []
    return [{ kind: 'share-missed', entry: entry.id, promised, planned, from, until }]
  })
}

/** Rivals that follow one another from slide to slide, after neighbours were put in order. */
function meetingsIn(course: Course, from: Instant, until: Instant): readonly Meeting[] {
  const meetings: Meeting[] = []
  let before: Mark | null = null
  let at: number = from
  for (let turn = 0; turn < turnsWatched && at < until; turn++) {
    const { leaf, end } = placeIn(course, at)
    if (before !== null && clash(before, leaf.mark) === 1 && before.sponsor !== leaf.mark.sponsor) {
      const sponsors = [before.sponsor!, leaf.mark.sponsor!] as const
      meetings.push({ kind: 'rivals-meet', slides: [before.slide, leaf.mark.slide], sponsors, at: at as Instant })
    }
    before = leaf.mark
    at = end
  }
  return meetings
}
