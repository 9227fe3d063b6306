import { describe, expect, test } from 'vitest'
import { createDoors, type Facts } from './doors.ts'

const local: Facts = {
  encrypted: false,
  peerAddress: '127.0.0.1',
  localPort: 3000,
  host: 'localhost:3000',
  origin: null,
  forwarded: false,
}
const doors = createDoors({ proxied: false, publicOrigin: null })
const behindProxy = createDoors({ proxied: true, publicOrigin: 'https://skjerm.example.org' })

describe('[S8] the door a request comes through', () => {
  test.each<[string, Partial<Facts>, 'crew' | 'player-only']>([
    ['TLS from anywhere', { encrypted: true, peerAddress: '10.0.0.7', host: 'infoskjerm.local' }, 'crew'],
    ['this machine', {}, 'crew'],
    ['this machine, IPv6', { peerAddress: '::1', host: '[::1]:3000' }, 'crew'],
    ['another machine', { peerAddress: '10.0.0.7' }, 'player-only'],
    ['a name that resolves here (rebinding)', { host: 'evil.example:3000' }, 'player-only'],
    ['a name that begins like ours', { host: 'localhost.evil.example:3000' }, 'player-only'],
    ['another port', { host: 'localhost:8080' }, 'player-only'],
    ['no Host', { host: null }, 'player-only'],
    ['a proxy in between', { forwarded: true }, 'player-only'],
    ['an address that only looks like loopback', { peerAddress: '127.0.0.1.evil' }, 'player-only'],
  ])('%s → %s %s', (_, facts, door) => {
    expect(doors.doorOf({ ...local, ...facts })).toBe(door)
  })

  test('with a proxy configured, loopback is nobody special', () => {
    expect(behindProxy.doorOf(local)).toBe('player-only')
  })
})

describe('[S8] pairing by itself', () => {
  test.each<[string, Partial<Facts>, boolean]>([
    ['no Origin', {}, true],
    ['our own Origin', { origin: 'http://localhost:3000' }, true],
    ['another Origin on this machine', { origin: 'http://localhost:8080' }, false],
    ['another machine', { peerAddress: '10.0.0.7', origin: 'http://localhost:3000' }, false],
  ])('%s → %s %s', (_, facts, may) => {
    expect(doors.mayPairItself({ ...local, ...facts })).toBe(may)
  })
})

test('behind a proxy, the public address is our own origin', () => {
  expect(behindProxy.isOwnOrigin({ ...local, origin: 'https://skjerm.example.org' })).toBe(true)
  expect(doors.isOwnOrigin({ ...local, origin: 'https://skjerm.example.org' })).toBe(false)
})
