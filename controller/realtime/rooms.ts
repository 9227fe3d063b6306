/** Rooms of players: all who show something, those of a screen, those of a class; and what is said to each (rule W3: encoded once, sent once per room). */
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import type { Signed } from '@infoskjerm/shared/wire/pointers.ts'
import type { Namespace, Socket } from 'socket.io'
import type { Change } from '../publish/publication.ts'
import type { Publisher } from '../publish/publisher.ts'
import type { Shown } from './peer.ts'

export interface Rooms {
  /** Puts the player where it belongs now, and takes it from where it was. */
  readonly enter: (socket: Socket, peer: Shown) => void
  readonly change: (change: Change) => void
  readonly overrides: (signed: Signed) => void
  /** Shows the screen's name for so long (ms); 0: no longer. */
  readonly identify: (screen: string, forMs: number) => void
  /** Served time has jumped. */
  readonly clockSet: () => void
}

const everybody = 'shown'
const nobody = 'nobody'
const screenRoom = (screen: string): string => `screen:${screen}`
/** `held`: those that the sample must not reach. */
const classRoom = (screenClass: string, held: boolean): string => `${held ? 'held' : 'class'}:${screenClass}`

export function createRooms(namespace: Namespace, publisher: Publisher): Rooms {
  const entered = new WeakMap<Socket, Shown>()
  const tell = (room: string, message: GatewayMessage) => void namespace.to(room).emit('m', message)

  function enter(socket: Socket, peer: Shown): void {
    entered.set(socket, peer)
    for (const room of [...socket.rooms]) if (room !== socket.id) void socket.leave(room)
    const screenClass = publisher.publication().screens.get(peer.screen)?.pointer.body.class
    void socket.join([everybody, screenRoom(peer.screen), ...(screenClass === undefined ? [] : [classRoom(screenClass, peer.held)])])
  }

  /** Moves a screen's players to the rooms of its class. */
  function move(screen: string): void {
    for (const id of [...(namespace.adapter.rooms.get(screenRoom(screen)) ?? [])]) {
      const socket = namespace.sockets.get(id)
      const peer = socket === undefined ? undefined : entered.get(socket)
      if (socket !== undefined && peer !== undefined) enter(socket, peer)
    }
  }

  /** `except`: a room whose players must not have it. */
  function tellDocument(room: string, hash: string, except: string): void {
    const body = publisher.document(hash)
    if (body !== null)
      namespace
        .to(room)
        .except(except)
        .emit('m', { t: 'document', hash, body } satisfies GatewayMessage)
  }

  /** A document that was published before is told only to the screens that came to its class. */
  function tellClass({ id, hash, pointer, held }: Change['classes'][number], change: Change): void {
    const body = change.documents.get(hash)
    const newcomers = change.screens.filter(({ joined, pointer: own }) => joined && own.body.class === id)
    if (body !== undefined) tell(classRoom(id, false), { t: 'document', hash, body })
    else for (const { screen } of newcomers) tellDocument(screenRoom(screen), hash, classRoom(id, true))
    tell(classRoom(id, false), { t: 'pointer', signed: pointer })
    if (held !== null) tell(classRoom(id, true), { t: 'pointer', signed: held })
  }

  return {
    enter,
    change: (change) => {
      for (const { screen, pointer, joined } of change.screens) {
        if (joined) move(screen)
        tell(screenRoom(screen), { t: 'pointer', signed: pointer })
      }
      for (const state of change.classes) tellClass(state, change)
      if (change.programme === null) return
      tellDocument(everybody, change.programme.body.hash, nobody)
      tell(everybody, { t: 'pointer', signed: change.programme })
    },
    overrides: (signed) => tell(everybody, { t: 'pointer', signed }),
    clockSet: () => tell(everybody, { t: 'clock' }),
    identify: (screen, forMs) => tell(screenRoom(screen), { t: 'identify', forMs }),
  }
}
