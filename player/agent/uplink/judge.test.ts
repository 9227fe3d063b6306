/** What a rogue can send, and that none of it is obeyed. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { canonicalJson } from '@infoskjerm/shared/wire/canonical.ts'
import { expect, it } from 'vitest'
import { type Bond, judge, type Obeyed } from './judge.ts'

const ours = generateKeyPairSync('ed25519')
const rogue = generateKeyPairSync('ed25519')
const idOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')

type Body = Readonly<Record<string, unknown>>
const body: Body = { kind: 'source', venue: 'tg', source: 'feed', hash: 'a'.repeat(64), epoch: 2, sequence: 10 }
const signedWith = (pair: typeof ours, what: Body, key = idOf(pair.publicKey)) => ({
  body: what,
  key,
  signature: sign(null, Buffer.from(canonicalJson(what)), pair.privateKey).toString('base64url'),
})
const good = signedWith(ours, body)
const bond: Bond = { pinned: ours.publicKey, venue: 'tg', screen: 'b7', epoch: 2 }
const last: Obeyed = { epoch: 2, sequence: 10, signature: good.signature }
const screen: Body = {
  kind: 'screen',
  venue: 'tg',
  screen: 'b7',
  class: 'c1',
  name: 'B7',
  area: { id: 'hall', name: 'Hall' },
  tags: [],
  exits: [],
  audience: 'public',
  variant: { profile: 'standard', widthPx: 1920, heightPx: 1080, distance: 'near' },
  epoch: 2,
  sequence: 11,
}
const verdict = (raw: unknown): string => {
  const judged = judge(raw, bond, (stream) => (stream === 'source:feed' ? last : null))
  return judged.kind === 'obey' ? 'obey' : judged.why
}

it.each([
  { what: 'the same again', raw: good, says: 'obey' },
  { what: 'a newer one', raw: signedWith(ours, { ...body, sequence: 11 }), says: 'obey' },
  { what: 'a new epoch, sequence begun again', raw: signedWith(ours, { ...body, epoch: 3, sequence: 1 }), says: 'obey' },
  { what: 'another stream that was overtaken', raw: signedWith(ours, { ...body, source: 'news', sequence: 9 }), says: 'obey' },
  { what: 'ours, signed by a controller that knew no care of screens', raw: signedWith(ours, screen), says: 'obey' },
  { what: 'ours, signed with a field not known here', raw: signedWith(ours, { ...body, sequence: 12, later: 1 }), says: 'obey' },
  { what: 'signed by a rogue', raw: signedWith(rogue, { ...body, sequence: 11 }), says: 'wrong-key' },
  { what: 'signed by a rogue under our key', raw: signedWith(rogue, body, good.key), says: 'bad-signature' },
  { what: 'changed after signing', raw: { ...good, body: { ...body, sequence: 99 } }, says: 'bad-signature' },
  { what: 'no signature', raw: { ...good, signature: '' }, says: 'bad-signature' },
  { what: 'another venue', raw: signedWith(ours, { ...body, venue: 'other', sequence: 11 }), says: 'wrong-venue' },
  { what: 'another screen', raw: signedWith(ours, { ...screen, screen: 'b8' }), says: 'wrong-screen' },
  { what: 'replayed', raw: signedWith(ours, { ...body, sequence: 9 }), says: 'older' },
  { what: 'rolled back an epoch', raw: signedWith(ours, { ...body, source: 'news', epoch: 1, sequence: 99 }), says: 'older' },
  { what: 'two contents in one place', raw: signedWith(ours, { ...body, hash: 'b'.repeat(64) }), says: 'forked' },
  { what: 'truncated', raw: { body, key: good.key }, says: 'malformed' },
  { what: 'nothing at all', raw: null, says: 'malformed' },
])('[S3] $what → $says', ({ raw, says }) => {
  expect(verdict(raw)).toBe(says)
})
