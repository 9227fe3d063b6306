/** Documents: canonical text, addressed by its SHA-256. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '@infoskjerm/shared/wire/canonical.ts'

export interface Document {
  readonly hash: string
  readonly body: string
}

export function documentOf(value: unknown): Document {
  const body = canonicalJson(value)
  return { hash: createHash('sha256').update(body).digest('hex'), body }
}
