/** Rooms of players: all who show something, those of a screen, those of a class; and what is said to each (rule W3: encoded once, sent once per player). */
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import type { Signed } from '@infoskjerm/shared/wire/pointers.ts'
import type { Change } from '../publish/publication.ts'
import type { Publisher } from '../publish/publisher.ts'
import type { Encode } from './encode.ts'
import type { Lane } from './lane.ts'
import type { Shown } from './peer.ts'

export interface Rooms {
  /** Puts the player where it belongs now, and takes it from where it was. */
  readonly enter: (lane: Lane, peer: Shown) => void
  readonly leave: (lane: Lane) => void
  readonly change: (change: Change) => void
  readonly overrides: (signed: Signed) => void
  /** Cues and slips, on the same fast road. */
  readonly live: (signed: Signed) => void
  /** Shows the screen's name for so long (ms); 0: no longer. */
  readonly identify: (screen: string, forMs: number) => void
  readonly diagnose: (screen: string, forMs: number) => void
  /** Served time has jumped. */
  readonly clockSet: () => void
}

interface Seat {
  readonly peer: Shown
  readonly rooms: readonly string[]
}

const everybody = 'shown'
const screenRoom = (screen: string): string => `screen:${screen}`
/** `held`: those that the sample must not reach. */
const classRoom = (screenClass: string, held: boolean): string => `${held ? 'held' : 'class'}:${screenClass}`

export function createRooms(publisher: Pick<Publisher, 'publication' | 'document'>, encode: Encode): Rooms {
  const seats = new Map<Lane, Seat>()
  const rooms = new Map<string, Set<Lane>>()

  function tell(room: string, message: GatewayMessage, isOverride: boolean): void {
    const lanes = rooms.get(room)
    if (lanes === undefined) return
    const packet = encode(message)
    for (const lane of lanes) lane.send(packet, isOverride)
  }

  /** A document and the pointer that names it, in one write for each player: writing is what a publish costs. */
  function tellTogether(room: string, document: GatewayMessage, pointer: GatewayMessage): void {
    const lanes = rooms.get(room)
    if (lanes === undefined) return
    const packets = Buffer.concat([encode(document), encode(pointer)])
    for (const lane of lanes) lane.send(packets, false)
  }

  function leave(lane: Lane): void {
    for (const room of seats.get(lane)?.rooms ?? []) {
      const lanes = rooms.get(room)
      lanes?.delete(lane)
      if (lanes?.size === 0) rooms.delete(room)
    }
    seats.delete(lane)
  }

  function enter(lane: Lane, peer: Shown): void {
    leave(lane)
    const screenClass = publisher.publication().screens.get(peer.screen)?.pointer.body.class
    const own = [everybody, screenRoom(peer.screen), ...(screenClass === undefined ? [] : [classRoom(screenClass, peer.held)])]
    for (const room of own) {
      const lanes = rooms.get(room) ?? new Set()
      rooms.set(room, lanes.add(lane))
    }
    seats.set(lane, { peer, rooms: own })
  }

  /** Moves a screen's players to the rooms of its class. */
  function move(screen: string): void {
    for (const lane of [...(rooms.get(screenRoom(screen)) ?? [])]) {
      const seat = seats.get(lane)
      if (seat !== undefined) enter(lane, seat.peer)
    }
  }

  function tellDocument(room: string, hash: string, mayHave: (peer: Shown) => boolean): void {
    const body = publisher.document(hash)
    if (body === null) return
    const packet = encode({ t: 'document', hash, body })
    for (const lane of rooms.get(room) ?? []) {
      const seat = seats.get(lane)
      if (seat !== undefined && mayHave(seat.peer)) lane.send(packet, false)
    }
  }

  /** A document that was published before is told only to the screens that came to its class. */
  function tellClass({ id, hash, pointer, held }: Change['classes'][number], change: Change): void {
    const body = change.documents.get(hash)
    const newcomers = change.screens.filter(({ joined, pointer: own }) => joined && own.body.class === id)
    if (body !== undefined) tellTogether(classRoom(id, false), { t: 'document', hash, body }, { t: 'pointer', signed: pointer })
    else {
      for (const { screen } of newcomers) tellDocument(screenRoom(screen), hash, (peer) => !peer.held)
      tell(classRoom(id, false), { t: 'pointer', signed: pointer }, false)
    }
    if (held !== null) tell(classRoom(id, true), { t: 'pointer', signed: held }, false)
  }

  return {
    enter,
    leave,
    change: (change) => {
      for (const { screen, pointer, joined } of change.screens) {
        if (joined) move(screen)
        tell(screenRoom(screen), { t: 'pointer', signed: pointer }, false)
      }
      for (const state of change.classes) tellClass(state, change)
      if (change.programme === null) return
      tellDocument(everybody, change.programme.body.hash, () => true)
      tell(everybody, { t: 'pointer', signed: change.programme }, false)
    },
    overrides: (signed) => tell(everybody, { t: 'pointer', signed }, true),
    live: (signed) => tell(everybody, { t: 'pointer', signed }, false),
    clockSet: () => tell(everybody, { t: 'clock' }, false),
    identify: (screen, forMs) => tell(screenRoom(screen), { t: 'identify', forMs }, false),
    diagnose: (screen, forMs) => tell(screenRoom(screen), { t: 'diagnose', forMs }, false),
  }
}
