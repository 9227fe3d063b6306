/** Why a screen shows what it shows, as data that a user interface puts into words (rule E1). */
import type { Live } from '../model/live.ts'
import type { Band } from '../model/manifest.ts'
import { distantFuture, type Instant, later } from '../time/instant.ts'
import { nextEdge } from '../time/series.ts'
import type { Held, Plan, SlotPlan } from './plan.ts'
import { holderAt, resolve, showingOf } from './resolve.ts'
import type { Content, ShowingOverride } from './scene.ts'
import { activeIn, byCodeUnit } from './track.ts'

/** What beat an entry: a higher band, an exclusive entry of its own band, one that started later, a smaller id at the same start; or it shares and waits for its turn; or it has nothing valid to show; or it is not its time. */
export type Rule = 'higher-band' | 'exclusive' | 'later-start' | 'smaller-id' | 'waits-its-turn' | 'nothing-valid' | 'not-now'

/** `by` is the entry that beat it, null where none did. `changesAt`: when the entry itself starts or ends next, null if never. */
export interface Loser {
  readonly entry: string
  readonly band: Band
  readonly rule: Rule
  readonly by: string | null
  readonly changesAt: Instant | null
}

export interface SlotExplanation {
  readonly slot: SlotPlan['slot']
  readonly winner: Content | null
  readonly losers: readonly Loser[]
}

/** `override` stands above everything that `slots` tells. */
export interface Explanation {
  readonly override: ShowingOverride | null
  readonly slots: readonly SlotExplanation[]
}

/** The winner of every slot that has entries, and each loser with the rule that beat it, by id. Throws when the plan does not cover `t`. */
export function explain(plan: Plan, live: Live, t: Instant): Explanation {
  const { slots } = resolve(plan, live, t)
  const explained = plan.slots.map((slotPlan) => ({
    slot: slotPlan.slot,
    winner: slots[slotPlan.slot] ?? null,
    losers: losersOf(plan, slotPlan, live, t),
  }))
  const override = slots.override?.kind === 'override' ? slots.override : null
  return { override, slots: explained.length > 0 ? explained : [{ slot: 'main', winner: slots.main, losers: [] }] }
}

function losersOf(plan: Plan, slotPlan: SlotPlan, live: Live, t: Instant): readonly Loser[] {
  const holder = holderAt(slotPlan, t)
  const winner = holder === null ? null : showingOf(plan, holder, live, t).entry
  const showing = slotPlan.held.filter(({ stretch }) => stretch.from <= t && t < stretch.until)
  return plan.manifest.entries
    .filter(({ id, slot }) => slot === slotPlan.slot && id !== winner)
    .map(({ id, band, when }) => {
      const mine = showing.find(({ stretch }) => stretch.players.some(({ entry }) => entry.id === id)) ?? null
      const changesAt =
        when === 'always' ? distantFuture : when.reduce((next, series) => Math.min(next, nextEdge(series, t)), distantFuture as number)
      const on = activeIn({ when }, { from: t, until: later(t, 1) }).length > 0
      const rule = !on ? 'not-now' : mine === null || holder === null ? 'nothing-valid' : ruleBetween(holder, mine)
      const beaten = rule !== 'not-now' && rule !== 'nothing-valid'
      return { entry: id, band, rule, by: beaten ? winner : null, changesAt: changesAt === distantFuture ? null : (changesAt as Instant) }
    })
    .sort((a, b) => byCodeUnit(a.entry, b.entry))
}

/** Why `winner` has the slot and `loser` has not. */
function ruleBetween(winner: Held, loser: Held): Rule {
  if (winner === loser) return 'waits-its-turn'
  if (winner.claim.track.band !== loser.claim.track.band) return 'higher-band'
  if (loser.claim.track.exclusive === null) return 'exclusive'
  return winner.claim.spell.startedAt !== loser.claim.spell.startedAt ? 'later-start' : 'smaller-id'
}
