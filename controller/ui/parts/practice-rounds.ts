/** A round, practised: begun, walked and ended, without any screen showing its name but on this page. */
import { matches, type Target } from '@infoskjerm/shared/model/target.ts'
import type { RoundResource, SightingResource } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { walking } from '../screen-form.ts'
import { progressOf, splitRounds, withSighting } from '../views/round-model.ts'
import { added, replaced, type Row, text } from './practice-effect.ts'
import { type Done, json, type PracticeGround } from './practice-ground.ts'

/** `POST /rounds`. Problems: `conflict` where one is walked already, `no-screens`. */
export function roundStarted(body: Row, id: string, ground: PracticeGround): Done {
  const { areas, rounds, screens, now, who } = ground
  const { running } = splitRounds(rounds)
  if (running !== null) throw new Problem(409, 'conflict', `${running.by} is on a round already.`, '', { id: running.id })
  const target = body['target'] as Target
  const place = (area: string): number => areas.find((one) => one.id === area)?.position ?? Number.MAX_SAFE_INTEGER
  const met = walking(screens.filter((screen) => screen.state.kind !== 'planned' && matches(target, screen)))
  if (met.length === 0) throw new Problem(422, 'no-screens', 'No screen hangs there yet.', 'target')
  const inOrder = met.toSorted((a, b) => place(a.area) - place(b.area)).map((screen) => screen.id)
  const round: RoundResource = { id, startedAt: json(now), by: who, endedAt: null, screens: inOrder, sightings: [] }
  return { value: round, effect: added('/rounds', { ...round }) }
}

/** `POST /rounds/{id}/sightings`; again for the same screen replaces. */
export function sighted(id: string, body: Row, ground: PracticeGround): Done {
  const screen = text(body['screen'])
  const status = ground.statuses.find((one) => one.screen === screen)
  const heardAt = status?.heardAt ?? null
  const sighting: SightingResource = {
    screen,
    at: json(ground.now),
    by: ground.who,
    seen: body['seen'] === true,
    note: text(body['note']),
    picture: typeof body['picture'] === 'string' ? body['picture'] : null,
    reported: { state: status?.state ?? 'unpaired', heardAt: heardAt === null ? null : new Date(heardAt).toISOString() },
  }
  return ofRound(id, ground, (round) => withSighting(round, sighting))
}

/** `POST /rounds/{id}/end`. */
export function roundEnded(id: string, ground: PracticeGround): Done {
  return ofRound(id, ground, (round) => ({ ...round, endedAt: json(ground.now) }))
}

/** Screens of the practised round that nobody has seen yet: those show their names. */
export function unseen(rounds: readonly RoundResource[]): readonly string[] {
  const { running } = splitRounds(rounds)
  return running === null ? [] : progressOf(running).left
}

function ofRound(id: string, { rounds }: PracticeGround, change: (round: RoundResource) => RoundResource): Done {
  const known = rounds.find((round) => round.id === id)
  if (known !== undefined && known.endedAt !== null) throw new Problem(409, 'conflict', 'This round is over.', '', { id })
  return {
    value: known === undefined ? null : change(known),
    effect: replaced<readonly RoundResource[]>('/rounds', (all) => all.map((round) => (round.id === id ? change(round) : round))),
  }
}
