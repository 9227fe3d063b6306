/** Take-overs and keys as REST answers them; instants are numbers still. */
import { later } from '@infoskjerm/shared/time/instant.ts'
import { screensMet } from '../screens/meant.ts'
import type { World } from '../world.ts'
import type { TakeoverKeyRow, TakeoverRow } from './table.ts'

export type Takeover = Omit<TakeoverRow, 'event' | 'key'> & { readonly screens: readonly string[] }

export function takeoverResources({ store }: World, rows: readonly TakeoverRow[]): readonly Takeover[] {
  return rows.map(({ event: _event, key: _key, ...row }) => ({ ...row, screens: screensMet(store.db, row.target).map(({ id }) => id) }))
}

export type TakeoverKey = Omit<TakeoverKeyRow, 'event' | 'secretHash'> & { readonly link: string | null }

/** `link`: only in the answer that makes it. */
export function keyResource(world: World, row: TakeoverKeyRow, link: string | null): TakeoverKey {
  const { event: _event, secretHash: _secret, ...told } = row
  return { ...told, expiresAt: expiryShown(world, row), link }
}

/** When the key runs out, in the time that pages show: the machine's clock and the venue's may differ, what is left does not. */
export function expiryShown({ now, wallMs }: World, { expiresAt }: TakeoverKeyRow): number {
  return later(now(), expiresAt - wallMs())
}
