/** Reads and writes overrides. Only what is in force or has just ended has a row. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Ending, Override, OverrideDocument } from '@infoskjerm/shared/model/override.ts'
import { overrideTemplate } from '@infoskjerm/shared/model/override-templates.ts'
import { sizeOf, type Target } from '@infoskjerm/shared/model/target.ts'
import { type Instant, instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { canonicalJson } from '@infoskjerm/shared/wire/canonical.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { asc, eq } from 'drizzle-orm'
import type { Drizzle } from '../storage/database.ts'
import { type Author, system, type Transaction, type Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { type OverrideRow, overrides } from './table.ts'

export interface NewOverride {
  readonly template: string
  readonly target: Target
  readonly status: 'actual' | 'exercise'
}

/** How long the words that end an override stay in the document (ms): the time they stand, and a minute for who was away. */
const toldMs = limits.allClearMs + minuteMs

/** Everything in force, and what ended so lately that screens must still be told; oldest first. */
export function readOverrides(db: Drizzle, now: Instant): OverrideDocument {
  const rows = db.select().from(overrides).orderBy(asc(overrides.since), asc(overrides.id)).all()
  return { overrides: rows.filter((row) => !isOver(row, now)).map(shape) }
}

/** For whom the override is. Problem `not-found`. */
export function targetOf(db: Drizzle, id: string): Target {
  const row = db.select().from(overrides).where(eq(overrides.id, id)).get()
  if (row === undefined) throw new Problem(404, 'not-found', `There is no override «${id}».`, '', { id })
  return row.target
}

/** Problems: `override-unknown` (template), `too-long` and `unknown-reference` (target), `too-large` (more than fits in the one document). */
export function startOverride(world: World, author: Author, wanted: NewOverride): Written<Override> {
  return storeWhatever(world, author, 'override.start', (tx) => {
    if (overrideTemplate(wanted.template) === null)
      throw new Problem(422, 'override-unknown', `There is no message «${wanted.template}».`, 'template', { id: wanted.template })
    if (sizeOf(wanted.target) > limits.targetNodes)
      throw new Problem(422, 'too-long', `A target has at most ${limits.targetNodes} parts.`, 'target', { mostItems: limits.targetNodes })
    checkTarget(tx, wanted.target, 'target')
    const row: OverrideRow = { id: world.newId(), ...wanted, since: world.now(), ending: null }
    tx.put('overrides', row)
    checkFits(readOverrides(tx.db, world.now()))
    return shape(row)
  })
}

/** Problems: `not-found`, `conflict` (ended already), `invalid` (an ending that does not belong to it). */
export function endOverride(world: World, author: Author, id: string, kind: Ending): Written<Override> {
  return storeWhatever(world, author, 'override.end', (tx) => {
    const row = tx.need('overrides', id, '')
    if (row.ending !== null) throw new Problem(409, 'conflict', 'This message has ended already.', '', { id })
    if ((kind === 'exercise-over') !== (row.status === 'exercise') && kind !== 'mistake')
      throw new Problem(422, 'invalid', 'An exercise ends with «exercise-over», anything else with «all-clear» or «mistake».', 'ending')
    const ended: OverrideRow = { ...row, ending: { kind, at: world.now() } }
    tx.put('overrides', ended)
    checkFits(readOverrides(tx.db, world.now()))
    return shape(ended)
  })
}

/** A full disk is no reason to keep people uninformed of danger, or of its end. */
function storeWhatever<T>(world: World, author: Author, what: string, work: (tx: Transaction) => T): Written<T> {
  return world.despiteFullDisk(() => world.store.write(author, what, work))
}

/** Removes the rows of what is over and told. */
export function forgetOverrides(world: World): void {
  const now = world.now()
  const over = world.store.db
    .select()
    .from(overrides)
    .all()
    .filter((row) => isOver(row, now))
  if (over.length === 0) return
  world.store.write(system, 'override.over', (tx) => over.forEach((row) => tx.remove('overrides', row.id)))
}

/** A message to an area that does not exist would reach nobody and look sent. */
function checkTarget(tx: Transaction, target: Target, path: string): void {
  const unknown = (id: string, field: string) =>
    new Problem(422, 'unknown-reference', `There is no ${field} «${id}».`, `${path}.${field}`, { id })
  if (target.kind === 'area' && tx.get('areas', target.area) === null) throw unknown(target.area, 'area')
  if (target.kind === 'screen' && tx.get('screens', target.screen) === null) throw unknown(target.screen, 'screen')
  if (target.kind === 'not') checkTarget(tx, target.of, `${path}.of`)
  if (target.kind === 'and' || target.kind === 'or') target.of.forEach((part, index) => checkTarget(tx, part, `${path}.of.${index}`))
}

/** Before its own end only because the clock was set back: then it is over too. */
function isOver({ ending }: OverrideRow, now: Instant): boolean {
  return ending !== null && (now >= ending.at + toldMs || now < ending.at - toldMs)
}

/** One document for the venue, so small that it never queues behind anything. */
function checkFits(document: OverrideDocument): void {
  const bytes = Buffer.byteLength(canonicalJson(document))
  if (document.overrides.length > limits.overrides || bytes > limits.overrideBytes)
    throw new Problem(422, 'too-large', 'There are too many messages at once. End one, or choose fewer screens by area.', 'target', {
      bytes,
      most: limits.overrideBytes,
    })
}

function shape({ id, template, target, status, since, ending }: OverrideRow): Override {
  return { id, template, target, status, since: instant(since), ending }
}
