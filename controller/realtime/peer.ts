/** Who is at the other end of a player's socket: a device by its secret, a person who previews, a page of this machine, or somebody yet unknown (rules S2, S8). */
import type { User } from '@infoskjerm/shared/wire/api.ts'
import type { GatewayMessage, Handshake } from '@infoskjerm/shared/wire/player.ts'
import type { Doors, Facts } from '../http/doors.ts'
import { hashOf } from '../screens/store.ts'
import type { DeviceRow } from '../screens/table.ts'

/** A peer that shows a screen. `held`: the sample must not reach it. */
export type Shown =
  | { readonly kind: 'device'; readonly device: DeviceRow; readonly screen: string; readonly held: boolean }
  | { readonly kind: 'preview'; readonly screen: string; readonly held: false }

export type Peer = Shown | { readonly kind: 'waiting' }

export interface PeerOptions {
  readonly doors: Doors
  readonly sessionOf: (cookie: string | null, encrypted: boolean) => User | null
  /** The device whose secret this is. */
  readonly deviceOf: (id: string, secret: string) => DeviceRow | null
  /** Pairs a page on this machine with this machine's screen; null before there is an event. */
  readonly pairLocally: () => { readonly device: DeviceRow; readonly secret: string } | null
  /** Whether the box known by this hash of its secret was let go when the event was over. */
  readonly wasLetGo: (secretHash: string) => boolean
  /** Whether the sample is shown on this machine alone. */
  readonly isHeld: (device: DeviceRow) => boolean
}

export interface Peers {
  /** Who comes with this handshake, and what it is told of itself first; `peer` null where it may not come. */
  readonly of: (
    handshake: Handshake,
    facts: Facts,
    cookie: string | null,
  ) => { readonly peer: Peer | null; readonly first: readonly GatewayMessage[] }
  readonly asDevice: (device: DeviceRow) => Shown
  /** Whether somebody is signed in behind the cookie, on a page of ours. */
  readonly mayPreview: (facts: Facts, cookie: string | null) => boolean
}

export function createPeers(options: PeerOptions): Peers {
  const { doors } = options
  const asDevice = (device: DeviceRow): Shown => ({ kind: 'device', device, screen: device.screen, held: options.isHeld(device) })
  const mayPreview = (facts: Facts, cookie: string | null): boolean =>
    doors.doorOf(facts) === 'crew' && doors.isOwnOrigin(facts) && options.sessionOf(cookie, facts.encrypted) !== null

  return {
    asDevice,
    mayPreview,
    of: ({ preview, device }, facts, cookie) => {
      if (preview !== null) return { peer: mayPreview(facts, cookie) ? { kind: 'preview', screen: preview, held: false } : null, first: [] }
      const known = device === null ? null : options.deviceOf(device.id, device.secret)
      if (known !== null) return { peer: asDevice(known), first: [] }
      if (device !== null && options.wasLetGo(hashOf(device.secret))) return { peer: null, first: [{ t: 'farewell' }] }
      const forget: GatewayMessage[] = device === null ? [] : [{ t: 'unpaired' }]
      const local = doors.mayPairItself(facts) ? options.pairLocally() : null
      if (local === null) return { peer: { kind: 'waiting' }, first: forget }
      return { peer: asDevice(local.device), first: [...forget, { t: 'paired', device: local.device.id, secret: local.secret }] }
    },
  }
}
