/** Screens, practised: boxes connected and taken away, planned lists, exits confirmed, service, and names on the glass. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { plainCare } from '@infoskjerm/shared/model/care.ts'
import type { NamesResource, PlannedScreen, ScreenListResult, ScreenResource, ServiceBody } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { newScreen } from '../screen-form.ts'
import { added, changed, type Effect, nothingDone, replaced, type Row, text, together } from './practice-effect.ts'
import { type Done, json, type PracticeGround, screenWith } from './practice-ground.ts'

/** `POST /screens/pair`. Problems as in reality: `pairing-code`, `too-many` (wrong codes), `missing-field`. */
export function paired(body: Row, id: string, ground: PracticeGround): Done {
  if (body['code'] !== ground.code) {
    if (ground.wrongCodes >= limits.pairingTries) throw new Problem(429, 'too-many', 'Too many wrong codes. Wait a few minutes.', 'code')
    throw new Problem(404, 'pairing-code', 'No player shows this code at the moment.', 'code')
  }
  if (typeof body['screen'] === 'string') {
    const screen = screenWith(ground, body['screen'])
    const state = screen.state.kind === 'planned' ? ({ kind: 'in-service' } as const) : screen.state
    return changedScreen(screen, { paired: true, state, exits: unconfirmed(screen) })
  }
  if (text(body['name']) === '') throw new Problem(422, 'missing-field', 'Choose a screen, or give the new one a name.', 'name')
  const screen = made({ name: text(body['name']), area: text(body['area']), paired: true, state: { kind: 'in-service' } }, id, ground)
  return { value: screen, effect: added('/screens', { ...screen }) }
}

/** `DELETE /screens/{id}/device`. */
export function unpaired(id: string, ground: PracticeGround): Done {
  return { ...changedScreen(screenWith(ground, id), { paired: false }), value: null }
}

/** `POST /screens`: planned until a box is connected. */
export function screenAdded(body: Row, id: string, ground: PracticeGround): Done {
  const screen = made(body, id, ground)
  return { value: screen, effect: added('/screens', { ...screen }) }
}

/** `PATCH /screens/{id}`. */
export function screenChanged(id: string, body: Row, ground: PracticeGround): Done {
  return changedScreen(screenWith(ground, id), body)
}

/** `POST /screens/{id}/service`. */
export function served(id: string, body: Row, ground: PracticeGround): Done {
  const { who, now } = ground
  const said = body as unknown as ServiceBody
  return changedScreen(screenWith(ground, id), { state: said.kind === 'out-of-service' ? { ...said, by: who, since: json(now) } : said })
}

/** `POST /screens/{id}/exits/confirm`: somebody stands there and sees just these. */
export function exitsConfirmed(id: string, body: Row, ground: PracticeGround): Done {
  const confirmed = { by: ground.who, at: json(ground.now) }
  const exits = (body['exits'] ?? []) as readonly Row[]
  return changedScreen(screenWith(ground, id), { exits: exits.map((exit) => ({ ...exit, confirmed })) })
}

/** `POST /screens/{id}/moved`. */
export function movedAway(id: string, ground: PracticeGround): Done {
  const screen = screenWith(ground, id)
  return changedScreen(screen, { exits: unconfirmed(screen) })
}

/** `PUT /names`. */
export function namesSet(body: Row, { who, now }: PracticeGround): Done {
  const names: NamesResource = body['shown'] === true ? { shown: true, since: json(now), by: who } : { shown: false, since: null, by: null }
  return { value: names, effect: replaced<NamesResource | null>('/names', () => names) }
}

/** `POST /screens/list`. */
export function listPasted(body: Row, id: string, ground: PracticeGround): Done {
  const rows = (body['rows'] ?? []) as readonly PlannedScreen[]
  const result = { made: [] as string[], changed: [] as string[], areas: [] as string[] }
  const areas = new Map(ground.areas.map((area) => [keyOf(area.name), area.id]))
  const effects: Effect[] = []
  const areaOf = (name: string): string => {
    const known = areas.get(keyOf(name))
    if (known !== undefined) return known
    const area = { id: `${id}-o${areas.size}`, name, position: ground.areas.length + result.areas.length }
    areas.set(keyOf(name), area.id)
    result.areas.push(name)
    effects.push(added('/areas', area))
    return area.id
  }
  rows.forEach((row, index) => {
    const { name, distance, sizeInches } = row
    const exits = row.exits.map((exit) => ({ ...exit, confirmed: null }))
    const given = { name, area: areaOf(row.area), distance, sizeInches, position: index + 1, exits }
    const known = ground.screens.find((screen) => keyOf(screen.name) === keyOf(name))
    const [widthPx, heightPx] = row.portrait ? [1_080, 1_920] : [1_920, 1_080]
    const done =
      known === undefined
        ? screenAdded({ ...given, widthPx, heightPx, state: { kind: 'planned' } }, `${id}-${index + 1}`, ground)
        : changedScreen(known, { ...given, ...turned(known, row.portrait) })
    effects.push(done.effect)
    result[known === undefined ? 'made' : 'changed'].push((done.value as ScreenResource).id)
  })
  return { value: result satisfies ScreenListResult, effect: effects.length === 0 ? nothingDone : together(effects) }
}

function turned({ widthPx, heightPx }: ScreenResource, portrait: boolean): Row {
  return heightPx > widthPx === portrait ? {} : { widthPx: heightPx, heightPx: widthPx }
}

function changedScreen(screen: ScreenResource, change: Row): Done {
  return { value: { ...screen, ...change }, effect: changed('/screens', screen.id, (row) => ({ ...row, ...change })) }
}

/** It shows what the others of its area do. */
function made(given: Row, id: string, { screens }: PracticeGround): ScreenResource {
  const area = text(given['area'])
  const like = screens.find((screen) => screen.area === area) ?? screens[0]
  return {
    ...newScreen(area),
    care: plainCare,
    state: { kind: 'planned' },
    class: like?.class ?? '',
    paired: false,
    local: false,
    ...given,
    id,
  }
}

function unconfirmed({ exits }: ScreenResource): ScreenResource['exits'] {
  return exits.map((exit) => ({ ...exit, confirmed: null }))
}

function keyOf(name: string): string {
  return name.trim().toLowerCase()
}
