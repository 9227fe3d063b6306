/** Whether a copy of a database would do: it is whole, nothing in it refers to nothing, and screens could be served from it (or, of the file of proofs, what was shown could be told). */
import { inflateRawSync } from 'node:zlib'
import { manifestSchema } from '@infoskjerm/shared/model/manifest.ts'
import { compile } from '@infoskjerm/shared/engine/compile.ts'
import { resolve } from '@infoskjerm/shared/engine/resolve.ts'
import { quiet } from '@infoskjerm/shared/model/live.ts'
import { dayMs, later } from '@infoskjerm/shared/time/instant.ts'
import Sqlite from 'better-sqlite3'

/** Throws what is wrong with the copy. */
export function verify(file: string): void {
  const copy = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    const whole = copy.pragma('integrity_check', { simple: true })
    if (whole !== 'ok') throw new Error(`integrity check: ${String(whole)}`)
    const dangling = copy.pragma('foreign_key_check') as unknown[]
    if (dangling.length > 0) throw new Error(`${dangling.length} rows refer to nothing`)
    const isOfProofs = copy.prepare("SELECT 1 FROM sqlite_master WHERE name = 'plays'").get() !== undefined
    if (!isOfProofs) copy.prepare('SELECT count(*) FROM revisions').get()
    for (const { hash, body } of isOfProofs ? newestPlayed(copy) : currentManifests(copy)) resolveOne(hash, body)
  } finally {
    copy.close()
  }
}

/** The manifests that pointers of classes name. */
function currentManifests(copy: Sqlite.Database): readonly { hash: string; body: string }[] {
  return copy
    .prepare(
      `SELECT hash, body FROM documents
       WHERE hash IN (SELECT json_extract(signed, '$.body.hash') FROM pointers WHERE json_extract(signed, '$.body.kind') = 'class')`,
    )
    .all() as { hash: string; body: string }[]
}

/** The manifest that was reported last. */
function newestPlayed(copy: Sqlite.Database): readonly { hash: string; body: string }[] {
  const last = 'SELECT manifest FROM plays ORDER BY from_at DESC LIMIT 1'
  const rows = copy.prepare(`SELECT hash, body FROM manifests WHERE id = (${last})`).all() as { hash: string; body: Buffer }[]
  return rows.map(({ hash, body }) => ({ hash, body: inflateRawSync(body).toString('utf8') }))
}

function resolveOne(hash: string, body: string): void {
  const parsed = manifestSchema.safeParse(JSON.parse(body))
  if (!parsed.success) throw new Error(`manifest ${hash} cannot be read: ${parsed.error.message}`)
  const { from } = parsed.data.event
  resolve(compile(parsed.data, { from, until: later(from, dayMs) }), quiet, from)
}
