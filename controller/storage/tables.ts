/** The tables that go through the audited write path, by name. */
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { cues, slips } from '../cues/table.ts'
import { areas, events } from '../events/table.ts'
import { media } from '../media/table.ts'
import { overrides } from '../overrides/table.ts'
import { notices } from '../notices/table.ts'
import { credentials, crews, grants, invitations, memberships, tokens, users } from '../people/table.ts'
import { placements } from '../placements/table.ts'
import { playlists } from '../playlists/table.ts'
import { corrections, happenings, stages } from '../programme/table.ts'
import { schedule } from '../schedule/table.ts'
import { devices, rounds, screens, sightings } from '../screens/table.ts'
import { slides } from '../slides/table.ts'
import { sponsors } from '../sponsors/table.ts'
import { takeoverKeys, takeovers } from '../takeovers/table.ts'
import { themes } from '../themes/table.ts'
import { settings } from './table.ts'

/** Every audited table; each has a text column `id` as its primary key. */
export const audited = {
  events,
  areas,
  screens,
  devices,
  sponsors,
  slides,
  playlists,
  schedule,
  stages,
  happenings,
  corrections,
  media,
  overrides,
  users,
  credentials,
  invitations,
  tokens,
  crews,
  memberships,
  grants,
  notices,
  takeovers,
  takeoverKeys,
  placements,
  rounds,
  sightings,
  cues,
  slips,
  themes,
  settings,
}

export type TableName = keyof typeof audited
export type RowOf<N extends TableName> = (typeof audited)[N]['$inferSelect']

/** Columns whose values never enter the audit record or leave the storage. Taking back a change leaves them as they are. */
export const secretColumns: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  devices: ['secretHash'],
  credentials: ['passwordHash'],
  invitations: ['tokenHash'],
  tokens: ['hash'],
  takeoverKeys: ['secretHash'],
}

export function tableOf(name: TableName): SQLiteTable & { id: (typeof audited)['events']['id'] } {
  return audited[name] as unknown as SQLiteTable & { id: (typeof audited)['events']['id'] }
}
