/** For tests of who may do what where: what begins in one area and reaches into another. */
import {
  type AreaId,
  type Asked,
  correction,
  entry,
  happening,
  key,
  newEntry,
  newHappening,
  newPlacement,
  notice,
  placement,
  screen,
  takeover,
  target,
} from './deeds.ts'
import type { Rig } from './rig.ts'

/** Calls that begin in one area and reach into another, each of them forbidden where either is. */
export const reaching: Readonly<Record<string, (rig: Rig, from: AreaId, to: AreaId) => Promise<Asked & { readonly method: string }>>> = {
  'a notice in both': (_, from, to) =>
    asks('POST', '/notices', { ...notice(from), target: { kind: 'or', of: [target(from), target(to)] } }),
  'a notice on two screens': (_, from, to) =>
    asks('POST', '/notices', { ...notice(from), target: { kind: 'or', of: [screen(from), screen(to)] } }),
  'a notice everywhere': (_, from) => asks('POST', '/notices', { ...notice(from), target: { kind: 'all' } }),
  'a notice before everybody': (_, from) => asks('POST', '/notices', { ...notice(from), target: { kind: 'audience', audience: 'public' } }),
  'a take-over everywhere': (_, from) => asks('POST', '/takeovers', { ...takeover(from), target: { kind: 'all' } }),
  'a key to a screen of another': (_, from, to) => asks('POST', '/takeover-keys', { ...key(from), screens: [`${from}1`, `${to}1`] }),
  'an entry that is moved': async (rig, from, to) => asks('PUT', `/schedule/${await newEntry(rig, from)}`, entry(to)),
  'a placement that is moved': async (rig, from, to) => asks('PUT', `/placements/${await newPlacement(rig, from)}`, placement(to)),
  'a happening that is moved': async (rig, from, to) =>
    asks('PUT', `/programme/happenings/${await newHappening(rig, from)}`, happening(to)),
  'a correction that moves': (_, from, to) => {
    const moved = { ...correction, cancelled: false, stage: `stage-${to}` }
    return asks('PUT', '/programme/corrections', { corrections: [{ happening: `happening-${from}`, correction: moved }] })
  },
  'corrections here and there': (_, from, to) => {
    const corrections = [from, to].map((area) => ({ happening: `happening-${area}`, correction }))
    return asks('PUT', '/programme/corrections', { corrections })
  },
}

function asks(method: string, path: string, body: unknown): Promise<Asked & { readonly method: string }> {
  return Promise.resolve({ method, path, body })
}
