/** Reads and writes themes, and which of them the event wears. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { isBuiltIn, type ThemeBody } from '@infoskjerm/shared/model/theme.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { asc, eq } from 'drizzle-orm'
import { events } from '../events/table.ts'
import { media } from '../media/table.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Drizzle } from '../storage/database.ts'
import type { Author, Transaction, Written } from '../storage/store.ts'
import { createVersions, type VersionedRow, type Versions } from '../storage/versions.ts'
import type { World } from '../world.ts'
import { checkTheme } from './checks.ts'
import { type ThemeRow, themes } from './table.ts'

export interface Themes extends Versions<ThemeBody> {
  /** Puts the draft to use. Problems: `not-found`, `nothing-to-publish`, those of `checkTheme`. */
  readonly publish: (author: Author, id: string) => Written<VersionedRow<ThemeBody>>
  /** The event wears it from now on. Problem `unknown-reference`: neither built in nor published. */
  readonly choose: (author: Author, id: string) => Written<{ readonly theme: string }>
}

/** `isFont`: whether a typeface of this hash has been uploaded. */
export function createThemes(world: World, isFont: (hash: string) => boolean): Themes {
  const { store } = world
  const check = (tx: Transaction, id: string, body: ThemeBody): void => {
    const others = allThemes(tx.db).filter((row) => row.id !== id)
    if (others.length >= limits.themes)
      throw new Problem(422, 'too-many', `A venue has at most ${limits.themes} themes.`, '', { most: limits.themes })
    const called = body.name.toLowerCase()
    checkTheme(body, {
      isFont,
      kindOf: (hash) => tx.db.select().from(media).where(eq(media.hash, hash)).get()?.kind ?? null,
      isTaken: () => others.some(({ draft, published }) => (draft ?? published)?.name.toLowerCase() === called),
    })
  }
  const versions = createVersions<ThemeBody>({
    ...{ world, table: 'themes', noun: 'theme', check },
    unlink: (tx, _, id) => {
      const wearing = tx.db.select().from(events).where(eq(events.theme, id)).all()
      const names = wearing.map(({ name }) => name).join(', ')
      if (names !== '') throw new Problem(409, 'in-use', `${names} wears it. Choose another theme first.`, '', { names })
    },
  })
  return {
    ...versions,
    list: () => allThemes(store.db),
    publish: (author, id) =>
      store.write(author, 'theme.publish', (tx) => {
        const row = tx.need('themes', id, '')
        if (row.draft === null) throw new Problem(409, 'nothing-to-publish', 'There is no draft: all of it is on the screens already.')
        check(tx, id, row.draft)
        const next = { ...row, draft: null, published: row.draft, changedAt: world.wallMs(), changedBy: author.name }
        tx.put('themes', next)
        return next
      }),
    choose: (author, id) =>
      store.write(author, 'theme.choose', (tx) => {
        if (!isBuiltIn(id) && (tx.get('themes', id)?.published ?? null) === null)
          throw new Problem(422, 'unknown-reference', `There is no published theme «${id}».`, 'theme', { id })
        tx.put('events', { ...currentEvent(tx.db), theme: id })
        return { theme: id }
      }),
  }
}

/** Of all events, by id. */
export function allThemes(db: Drizzle): readonly ThemeRow[] {
  return db.select().from(themes).orderBy(asc(themes.id)).all()
}

/** What the event wears, where it is a theme of one's own; null: one that comes with the product. */
export function lookOf(db: Drizzle, theme: string): ThemeBody | null {
  return isBuiltIn(theme) ? null : (db.select().from(themes).where(eq(themes.id, theme)).get()?.published ?? null)
}

/** Names of the themes that need the medium, drafts too. */
export function themesWith(db: Drizzle, hash: string): readonly string[] {
  const needs = (body: ThemeBody | null): boolean =>
    body !== null && (body.logo === hash || (body.ground.kind !== 'lights' && body.ground.hash === hash))
  return allThemes(db).flatMap(({ draft, published }) => (needs(draft) || needs(published) ? ((draft ?? published)?.name ?? []) : []))
}
