/** The controller's Ed25519 key: made at first start, kept in the data folder, used to sign pointers. */
import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canonicalJson } from '@infoskjerm/shared/wire/canonical.ts'
import type { Pointer, Signed } from '@infoskjerm/shared/wire/pointers.ts'

export interface Signer {
  /** SHA-256 of the public key (SPKI, DER) in hex. */
  readonly key: string
  readonly publicKey: KeyObject
  readonly sign: <P extends Pointer>(body: P) => Signed<P>
  /** A secret that only this controller can know, the same at every start, different for each purpose. */
  readonly secretFor: (purpose: string) => string
}

/** Reads the key from `<dataFolder>/keys/controller.pem`, or makes it there, readable by this account alone. */
export function createSigner(dataFolder: string): Signer {
  const privateKey = createPrivateKey(readOrMake(join(dataFolder, 'keys')))
  const publicKey = createPublicKey(privateKey)
  const key = fingerprint(publicKey)
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' })
  return {
    key,
    publicKey,
    sign: (body) => ({ body, key, signature: signBytes(null, bytesOf(body), privateKey).toString('base64url') }),
    secretFor: (purpose) => createHmac('sha256', secret).update(purpose).digest('base64url'),
  }
}

/** Whether the signature is by this key and over exactly this body. */
export function verifies(signed: Signed, publicKey: KeyObject): boolean {
  return (
    signed.key === fingerprint(publicKey) && verifyBytes(null, bytesOf(signed.body), publicKey, Buffer.from(signed.signature, 'base64url'))
  )
}

function bytesOf(body: Pointer): Buffer {
  return Buffer.from(canonicalJson(body), 'utf8')
}

function fingerprint(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

function readOrMake(folder: string): string {
  const file = join(folder, 'controller.pem')
  if (existsSync(file)) return readFileSync(file, 'utf8')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  writeFileSync(`${file}.new`, pem, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  return pem
}
