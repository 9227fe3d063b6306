import { describe, expect, it } from 'vitest'
import type { Pointer, Signed } from '../wire/pointers.ts'
import type { GatewayMessage } from '../wire/player.ts'
import { limits } from '../limits.ts'
import { instant } from '../time/instant.ts'
import { missing } from './gateway.ts'
import { holdsOf, type LinkState, nothingHeld, receive, tidy } from './player.ts'
import { lacking, pointerMessages, pointersTag } from './poll.ts'
import type { Published } from './published.ts'

const hashOf = (n: number) => n.toString(16).padStart(64, '0')
const sign = (body: Pointer): Signed => ({ body, key: hashOf(1), signature: 'x' })
const classPointer = (sequence: number, document: number): Signed =>
  sign({ kind: 'class', venue: 'v', class: 'c', epoch: 1, sequence, hash: hashOf(document), activeFrom: instant(0) })
const overrides = (sequence: number): Signed => sign({ kind: 'overrides', venue: 'v', epoch: 1, sequence, document: { overrides: [] } })
const source = (sequence: number, document: number): Signed =>
  sign({ kind: 'source', venue: 'v', source: 'programme', epoch: 1, sequence, hash: hashOf(document) })
const published = (...pointers: Signed[]): Published => ({ pointers, document: (hash) => `body of ${hash}` })
const take = (state: LinkState, messages: readonly GatewayMessage[]) =>
  messages.reduce((held, message) => receive(held, message).state, state)
const says = (messages: readonly GatewayMessage[]) =>
  messages.map((message) => (message.t === 'pointer' ? `${message.signed.body.kind} ${message.signed.body.sequence}` : message.t))

describe('[W2] state, not events', () => {
  it('an empty player gets everything, overrides first, each document before its pointer', () => {
    expect(says(missing(published(source(3, 30), classPointer(2, 20), overrides(1)), holdsOf(nothingHeld)))).toEqual([
      'overrides 1',
      'document',
      'class 2',
      'document',
      'source 3',
    ])
  })

  it('a player that holds everything gets nothing', () => {
    const all = published(source(3, 30), classPointer(2, 20), overrides(1))
    expect(missing(all, holdsOf(take(nothingHeld, missing(all, holdsOf(nothingHeld)))))).toEqual([])
  })

  it('a pointer to a document that is held travels alone', () => {
    const before = take(nothingHeld, missing(published(classPointer(2, 20)), holdsOf(nothingHeld)))
    expect(says(missing(published(classPointer(5, 20)), holdsOf(before)))).toEqual(['class 5'])
  })

  it('an older or equal pointer changes nothing', () => {
    const state = take(nothingHeld, missing(published(classPointer(5, 20)), holdsOf(nothingHeld)))
    expect(receive(state, { t: 'pointer', signed: classPointer(4, 10) })).toEqual({ state, changed: [], incomplete: false })
    expect(receive(state, { t: 'pointer', signed: classPointer(5, 10) })).toEqual({ state, changed: [], incomplete: false })
  })

  it('a higher epoch is newer whatever its sequence', () => {
    const state = take(nothingHeld, missing(published(classPointer(500, 20)), holdsOf(nothingHeld)))
    const restored = classPointer(3, 21)
    const signed = { ...restored, body: { ...restored.body, epoch: 2 } }
    expect(receive(state, { t: 'pointer', signed }).changed).toEqual(['class'])
  })

  it('a pointer without its document asks for it, and the document completes it', () => {
    const { state, incomplete } = receive(nothingHeld, { t: 'pointer', signed: classPointer(2, 20) })
    expect(incomplete).toBe(true)
    expect(receive(state, { t: 'document', hash: hashOf(20), body: 'x' }).changed).toEqual(['class'])
  })

  it('documents that nothing names any more are dropped, but not the one on the glass', () => {
    const state = take(nothingHeld, missing(published(classPointer(1, 10)), holdsOf(nothingHeld)))
    const next: GatewayMessage[] = [{ t: 'document', hash: hashOf(20), body: 'x' }]
    const pointer: GatewayMessage = { t: 'pointer', signed: classPointer(2, 20) }
    const both = take(state, [...next, pointer])
    expect(Object.keys(tidy(both, [hashOf(10)]).documents)).toEqual([hashOf(10), hashOf(20)])
    expect(Object.keys(tidy(both, []).documents)).toEqual([hashOf(20)])
  })

  it('a thousand edits on one connection do not fill the memory, and what is named stays', () => {
    let state = nothingHeld
    for (let n = 1; n <= 1_000; n++) state = take(state, missing(published(classPointer(n, n), source(n, 2_000)), holdsOf(state)))
    expect(Object.keys(state.documents).length).toBeLessThanOrEqual(limits.heldDocuments)
    expect(Object.keys(state.documents)).toEqual(expect.arrayContaining([hashOf(1_000), hashOf(2_000)]))
  })

  it('whatever is lost, repeated or out of order, one round trip makes it right', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const random = seeded(seed)
      let state = nothingHeld
      let now = published()
      for (let step = 1; step <= 20; step++) {
        now = published(overrides(step), classPointer(step, 100 + Math.floor(random() * 4)), source(step, 200 + Math.floor(random() * 4)))
        const sent = missing(now, holdsOf(state)).filter(() => random() > 0.4)
        const shuffled = [...sent, ...sent.filter(() => random() > 0.7)].sort(() => random() - 0.5)
        state = take(state, shuffled)
      }
      state = tidy(state, [])
      state = take(state, missing(now, holdsOf(state)))
      expect(missing(now, holdsOf(state)), `seed ${seed}`).toEqual([])
      expect(Object.keys(state.documents).length, `seed ${seed}`).toBeLessThanOrEqual(8)
    }
  })
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

describe('[W2] by plain GET', () => {
  const live = (sequence: number): Signed =>
    sign({
      kind: 'live',
      venue: 'v',
      epoch: 1,
      sequence,
      document: { cues: { e: { item: 'a', at: instant(1), before: null } }, slips: {} },
    })
  const all = [source(3, 30), classPointer(2, 20), overrides(1), live(4)]

  it('the pointers say which documents are lacking, each once, and then none', () => {
    const asked = take(nothingHeld, pointerMessages([...all, classPointer(2, 20)]))
    expect(lacking(asked)).toEqual([hashOf(30), hashOf(20)])
    const one = receive(asked, { t: 'document', hash: hashOf(20), body: 'x' })
    expect(one.changed).toEqual(['class'])
    expect(lacking(one.state)).toEqual([hashOf(30)])
    expect(lacking(receive(one.state, { t: 'document', hash: hashOf(30), body: 'y' }).state)).toEqual([])
  })

  it('what is held from the socket is not asked for again', () => {
    const before = take(nothingHeld, missing(published(...all), holdsOf(nothingHeld)))
    expect(lacking(take(before, pointerMessages([classPointer(9, 20)])))).toEqual([])
    expect(lacking(take(before, pointerMessages([classPointer(10, 21)])))).toEqual([hashOf(21)])
  })

  it('polling ends where the socket would have', () => {
    const bySocket = take(nothingHeld, missing(published(...all), holdsOf(nothingHeld)))
    const byPoll = take(nothingHeld, pointerMessages(all))
    const fetched = take(
      byPoll,
      lacking(byPoll).map((hash) => ({ t: 'document', hash, body: `body of ${hash}` })),
    )
    expect(holdsOf(fetched).pointers).toEqual(holdsOf(bySocket).pointers)
    expect(fetched.documents).toEqual(bySocket.documents)
  })

  it.each<[string, readonly Signed[], boolean]>([
    ['in another order they are the same', [...all].reverse(), true],
    ['a newer one is not', [source(3, 30), classPointer(5, 20), overrides(1), live(4)], false],
    ['one less is not', all.slice(1), false],
    ['another source of the same place is not', [sign({ ...all[0]!.body, source: 'other' } as Pointer), ...all.slice(1)], false],
  ])('the tag of the pointers: %s', (_, other, same) => {
    expect(pointersTag(other) === pointersTag(all)).toBe(same)
  })
})

describe('[W2] cues and slips', () => {
  const live = (sequence: number, item: string, epoch = 1): Signed =>
    sign({ kind: 'live', venue: 'v', epoch, sequence, document: { cues: { e: { item, at: instant(1), before: null } }, slips: {} } })

  it('travel whole, right behind overrides, and once', () => {
    const all = published(classPointer(2, 20), live(4, 'a'), overrides(1))
    const messages = missing(all, holdsOf(nothingHeld))
    expect(says(messages)).toEqual(['overrides 1', 'live 4', 'document', 'class 2'])
    expect(missing(all, holdsOf(take(nothingHeld, messages)))).toEqual([])
  })

  it('an older step never takes back a newer one; a restored venue may', () => {
    const state = take(nothingHeld, [{ t: 'pointer', signed: live(7, 'b') }])
    expect(receive(state, { t: 'pointer', signed: live(6, 'a') }).changed).toEqual([])
    expect(receive(state, { t: 'pointer', signed: live(2, 'a', 2) }).changed).toEqual(['live'])
  })
})
