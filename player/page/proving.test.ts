import { webcrypto } from 'node:crypto'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { Pointer } from '@infoskjerm/shared/wire/pointers.ts'
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createProving } from './proving.ts'

beforeEach(() => {
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('crypto', webcrypto)
})
afterEach(() => vi.unstubAllGlobals())

const order = { venue: 'v', epoch: 1, sequence: 1 }
const pointer = (body: Pointer): GatewayMessage => ({ t: 'pointer', signed: { body, key: '', signature: '' } })
const overrides = pointer({ kind: 'overrides', document: { overrides: [] }, ...order })
const hash = '0'.repeat(64)

async function sha256(text: string): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('hex')
}

function taking() {
  const taken: string[] = []
  const notes: string[] = []
  const take = createProving(
    (message) => taken.push(message.t === 'pointer' ? message.signed.body.kind : message.t === 'document' ? message.body : message.t),
    (what) => notes.push(what),
  )
  return { take, taken, notes }
}

it('a document is taken if its text is what its hash says, and before the pointer that came behind it', async () => {
  const { take, taken, notes } = taking()
  const name = await sha256('hei')
  take({ t: 'document', hash: name, body: 'hei' })
  take(pointer({ kind: 'class', class: 'c', hash: name, activeFrom: instant(0), ...order }))
  await vi.waitFor(() => expect(taken).toEqual(['hei', 'class']))
  expect(notes).toEqual([])
})

it('any other is refused and noted', async () => {
  const { take, taken, notes } = taking()
  take({ t: 'document', hash: await sha256('hei'), body: 'hallo' })
  await vi.waitFor(() => expect(notes).toEqual(['a document is not what its hash says']))
  expect(taken).toEqual([])
})

it('[O] an override never waits for a document', async () => {
  const { take, taken } = taking()
  take({ t: 'document', hash: await sha256('hei'), body: 'hei' })
  take(overrides)
  expect(taken).toEqual(['overrides'])
  await vi.waitFor(() => expect(taken).toEqual(['overrides', 'hei']))
})

it('a page that nobody can prove anything to takes them as they come', () => {
  vi.stubGlobal('isSecureContext', false)
  const { take, taken } = taking()
  take({ t: 'document', hash, body: 'hei' })
  take(pointer({ kind: 'source', source: 's', hash, ...order }))
  expect(taken).toEqual(['hei', 'source'])
})
