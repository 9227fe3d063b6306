/** By whom each route may be called, and where, written by hand beside the code that says so: loosening one of the two alone is found. */
import type { Who } from '../http/route.ts'
import {
  type AreaId,
  type Asked,
  target,
  exit,
  newScreen,
  screenIn,
  someRound,
  inHours,
  made,
  notice,
  takeover,
  key,
  placement,
  entry,
  override,
  happening,
  correction,
  newNotice,
  newTakeover,
  newEntry,
  newPlacement,
  newHappening,
} from './deeds.ts'
import type { Rig } from './rig.ts'

/** `whole`: the right must hold in the whole venue. `anywhere`: it may be made by whoever has the right anywhere. Else how a call is made that acts in one area; it must succeed where it is permitted, or, if only `heard`, be refused for another reason than the right. */
export interface Permitted {
  readonly who: Who
  readonly where: 'whole' | 'anywhere' | ((rig: Rig, area: AreaId) => Asked | Promise<Asked>)
  readonly heard: boolean
}

const whole = (who: Who): Permitted => ({ who, where: 'whole', heard: true })
const anywhere = (who: Who): Permitted => ({ who, where: 'anywhere', heard: true })
const inArea = (who: Who, where: (rig: Rig, area: AreaId) => Asked | Promise<Asked>): Permitted => ({ who, where, heard: false })
const heardInArea = (who: Who, where: (rig: Rig, area: AreaId) => Asked | Promise<Asked>): Permitted => ({ who, where, heard: true })

const anyone = whole('anyone')
const signedIn = whole('signed-in')

/** Every route there is. */
export const permitted: Readonly<Record<string, Permitted>> = {
  'POST /session': anyone,
  'GET /session': signedIn,
  'PATCH /session': signedIn,
  'DELETE /session': anyone,
  'PUT /session/practice': signedIn,
  // One's own, or anybody's with the right to everything: people/sessions.test.ts.
  'GET /sessions': signedIn,
  'DELETE /sessions/{id}': signedIn,

  'GET /users': signedIn,
  'POST /users': whole('all'),
  'PATCH /users/{id}': whole('all'),
  'DELETE /users/{id}': whole('all'),
  'GET /tokens': whole('all'),
  'POST /tokens': whole('all'),
  'DELETE /tokens/{id}': whole('all'),
  'GET /crews': signedIn,
  'POST /crews': whole('all'),
  'PATCH /crews/{id}': whole('all'),
  'DELETE /crews/{id}': whole('all'),
  // Who leads a crew may do some of it: people/crews/crews.test.ts.
  'GET /memberships': signedIn,
  'POST /memberships': signedIn,
  'PATCH /memberships/{id}': signedIn,
  'DELETE /memberships/{id}': signedIn,
  'GET /grants': signedIn,
  'POST /grants': whole('all'),
  'DELETE /grants/{id}': whole('all'),
  'GET /invitations': whole('all'),
  'POST /invitations': signedIn,
  'GET /invitations/{invitation}': anyone,
  'DELETE /invitations/{invitation}': whole('all'),
  'POST /invitations/{invitation}/accept': anyone,

  'GET /events': signedIn,
  'GET /events/current': signedIn,
  'PATCH /events/current': whole('all'),
  'PATCH /events/{id}': whole('all'),
  'PUT /events/current/phase': whole('all'),
  'POST /events/current/farewell': whole('all'),
  'POST /events/next': whole('all'),
  'GET /areas': signedIn,
  'POST /areas': whole('edit'),
  'PATCH /areas/{id}': whole('edit'),
  'DELETE /areas/{id}': whole('edit'),
  'PUT /sample': whole('all'),
  'DELETE /sample': whole('all'),

  'GET /slides': signedIn,
  'POST /slides': whole('edit'),
  'GET /slides/{id}': signedIn,
  'DELETE /slides/{id}': whole('edit'),
  'PUT /slides/{id}/draft': whole('edit'),
  'DELETE /slides/{id}/draft': whole('edit'),
  'GET /slides/{id}/reach': signedIn,
  'GET /playlists': signedIn,
  'POST /playlists': whole('edit'),
  'GET /playlists/{id}': signedIn,
  'DELETE /playlists/{id}': whole('edit'),
  'PUT /playlists/{id}/draft': whole('edit'),
  'DELETE /playlists/{id}/draft': whole('edit'),
  'GET /playlists/{id}/reach': signedIn,
  'POST /publish': whole('edit'),
  'GET /operations': signedIn,
  'GET /operations/{id}': signedIn,
  'GET /media': signedIn,
  'GET /framing': anywhere('edit'),
  'POST /media': anywhere('edit'),
  'DELETE /media/{id}': whole('edit'),
  'GET /sponsors': signedIn,
  'POST /sponsors': whole('edit'),
  'PUT /sponsors/{id}': whole('edit'),
  'DELETE /sponsors/{id}': whole('edit'),
  'GET /themes': signedIn,
  'POST /themes': whole('edit'),
  'GET /themes/{id}': signedIn,
  'DELETE /themes/{id}': whole('edit'),
  'PUT /themes/{id}/draft': whole('edit'),
  'DELETE /themes/{id}/draft': whole('edit'),
  'POST /themes/{id}/publish': whole('edit'),
  'PUT /events/current/theme': whole('edit'),
  'POST /fonts': whole('edit'),
  'GET /airtime': signedIn,
  'GET /proof': signedIn,
  'GET /proof.csv': signedIn,
  'GET /proof/sponsors': signedIn,
  'GET /sponsors/{id}/proof': signedIn,
  'GET /lint': signedIn,

  'GET /schedule': signedIn,
  'POST /schedule': inArea('edit', (_, area) => ({ path: '/schedule', body: entry(area) })),
  'PUT /schedule/{id}': inArea('edit', async (rig, area) => ({ path: `/schedule/${await newEntry(rig, area)}`, body: entry(area) })),
  'DELETE /schedule/{id}': inArea('edit', async (rig, area) => ({ path: `/schedule/${await newEntry(rig, area)}` })),
  'POST /schedule/{id}/arm': inArea('edit', async (rig, area) => ({
    path: `/schedule/${await newEntry(rig, area)}/arm`,
    body: { target: target(area) },
  })),
  'POST /schedule/{id}/disarm': inArea('edit', async (rig, area) => ({ path: `/schedule/${await newEntry(rig, area)}/disarm` })),

  'GET /steps': signedIn,
  'PUT /steps/{id}': inArea('edit', async (rig, area) => {
    const id = await made(rig, '/schedule', { ...entry(area), manual: true, exclusive: true })
    return { path: `/steps/${id}`, body: { item: 'item' } }
  }),
  'GET /slips': signedIn,
  // Where it acts depends on what is published: cues/cues.test.ts.
  'PUT /slips/{id}': anywhere('edit'),
  'GET /placements': signedIn,
  'POST /placements': inArea('edit', (_, area) => ({ path: '/placements', body: placement(area) })),
  'PUT /placements/{id}': inArea('edit', async (rig, area) => ({
    path: `/placements/${await newPlacement(rig, area)}`,
    body: placement(area),
  })),
  'POST /placements/{id}/end': inArea('edit', async (rig, area) => ({ path: `/placements/${await newPlacement(rig, area)}/end` })),

  'GET /notices': signedIn,
  'POST /notices': inArea('edit', (_, area) => ({ path: '/notices', body: notice(area) })),
  'POST /notices/{id}/end': inArea('edit', async (rig, area) => ({ path: `/notices/${await newNotice(rig, area)}/end` })),
  'PATCH /notices/{id}': inArea('edit', async (rig, area) => ({
    path: `/notices/${await newNotice(rig, area)}`,
    body: { until: inHours(2) },
  })),

  'GET /takeovers': signedIn,
  'POST /takeovers': inArea('edit', (_, area) => ({ path: '/takeovers', body: takeover(area) })),
  'POST /takeovers/{id}/end': inArea('edit', async (rig, area) => ({ path: `/takeovers/${await newTakeover(rig, area)}/end` })),
  'PATCH /takeovers/{id}': inArea('edit', async (rig, area) => ({
    path: `/takeovers/${await newTakeover(rig, area)}`,
    body: { until: inHours(2) },
  })),
  'GET /takeover-keys': anywhere('edit'),
  'POST /takeover-keys': inArea('edit', (_, area) => ({ path: '/takeover-keys', body: key(area) })),
  'DELETE /takeover-keys/{id}': inArea('edit', async (rig, area) => ({
    path: `/takeover-keys/${await made(rig, '/takeover-keys', key(area))}`,
  })),
  'GET /stage/{key}': anyone,
  'POST /stage/{key}/takeover': anyone,
  'POST /stage/{key}/end': anyone,
  'POST /stage/{key}/media': anyone,

  'GET /programme': signedIn,
  'PUT /programme/corrections': inArea('edit', (_, area) => ({
    path: '/programme/corrections',
    body: { corrections: [{ happening: `happening-${area}`, correction }] },
  })),
  'POST /programme/happenings': inArea('edit', (_, area) => ({ path: '/programme/happenings', body: happening(area) })),
  'PUT /programme/happenings/{id}': inArea('edit', (_, area) => ({
    path: `/programme/happenings/happening-${area}`,
    body: happening(area),
  })),
  'DELETE /programme/happenings/{id}': inArea('edit', async (rig, area) => ({
    path: `/programme/happenings/${await newHappening(rig, area)}`,
  })),
  'POST /programme/table': whole('edit'),

  'GET /audit': signedIn,
  // Whoever could have done it: audit/take-back.test.ts.
  'POST /undo': signedIn,
  'GET /about': signedIn,
  'GET /clock': signedIn,
  'POST /clock/accept': whole('all'),
  'PUT /clock': whole('all'),
  'GET /openapi.json': anyone,
  'GET /docs': anyone,

  'GET /screens': signedIn,
  'GET /screens/{id}': signedIn,
  'GET /screens/{id}/scene': signedIn,
  'GET /screens/{id}/timeline': signedIn,
  'GET /screens/{id}/explain': signedIn,
  'POST /screens': inArea('edit', (_, area) => ({ path: '/screens', body: screenIn(area) })),
  'POST /screens/list': whole('edit'),
  'PATCH /screens/{id}': inArea('edit', (_, area) => ({ path: `/screens/${area}1`, body: { distance: 'near' } })),
  'DELETE /screens/{id}': inArea('edit', async (rig, area) => ({ path: `/screens/${await newScreen(rig, area)}` })),
  'POST /screens/{id}/service': inArea('edit', (_, area) => ({ path: `/screens/${area}1/service`, body: { kind: 'in-service' } })),
  'POST /screens/{id}/exits/confirm': inArea('edit', async (rig, area) => ({
    path: `/screens/${await newScreen(rig, area)}/exits/confirm`,
    body: { exits: [exit] },
  })),
  'POST /screens/{id}/moved': inArea('edit', (_, area) => ({ path: `/screens/${area}1/moved` })),
  'POST /screens/{id}/identify': inArea('edit', (_, area) => ({ path: `/screens/${area}1/identify` })),
  'POST /screens/{id}/diagnose': inArea('edit', (_, area) => ({ path: `/screens/${area}1/diagnose` })),
  // No player shows that code, and none is paired here.
  'POST /screens/pair': heardInArea('edit', (_, area) => ({
    path: '/screens/pair',
    body: { code: 'bbbbbbbb', screen: `${area}1`, name: null, area: null },
  })),
  'DELETE /screens/{id}/device': heardInArea('edit', (_, area) => ({ path: `/screens/${area}1/device` })),
  // Nobody is kept out here.
  'POST /screens/{id}/release': heardInArea('edit', (_, area) => ({ path: `/screens/${area}1/release` })),
  'GET /names': signedIn,
  'PUT /names': anywhere('edit'),
  'GET /rounds': signedIn,
  // One at a time.
  'POST /rounds': heardInArea('edit', (_, area) => ({ path: '/rounds', body: { target: target(area) } })),
  'POST /rounds/{id}/sightings': heardInArea('edit', async (rig, area) => ({
    path: `/rounds/${await someRound(rig, area)}/sightings`,
    body: { screen: `${area}1`, seen: true },
  })),
  'POST /rounds/{id}/end': heardInArea('edit', async (rig, area) => ({ path: `/rounds/${await someRound(rig, area)}/end` })),
  'GET /alarms/webhook': whole('all'),
  'PUT /alarms/webhook': whole('all'),
  'POST /alarms/webhook/test': whole('all'),

  'GET /overrides': signedIn,
  'GET /override-templates': signedIn,
  // More than fit in the one document are refused, and ended ones stay ended.
  'POST /overrides': heardInArea('start-override', (_, area) => ({ path: '/overrides', body: override(area) })),
  'POST /overrides/{id}/end': heardInArea('end-override', (_, area) => ({
    path: `/overrides/override-${area}/end`,
    body: { ending: 'exercise-over' },
  })),
}
