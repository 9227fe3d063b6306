/** `/notices`: short messages that end by themselves. */
import type { NoticeBody } from '@infoskjerm/shared/wire/api.ts'
import { areaRoute, type Call, type Route, route } from '../http/route.ts'
import { areasChosen, areasStanding } from '../screens/areas-met.ts'
import { screensMet } from '../screens/meant.ts'
import type { Written } from '../storage/store.ts'
import { type World, written } from '../world.ts'
import { type NewEnd, newEndSchema, noticeBodySchema } from './body.ts'
import { changeNotice, createNotice, endNotice, readNotice, recentNotices } from './store.ts'
import type { NoticeRow } from './table.ts'

export function noticeRoutes(world: World): readonly Route[] {
  const { db } = world.store
  const touches = ({ params, rights }: Call<unknown>) => areasStanding(db, rights, readNotice(db, params['id'] ?? '').target)
  const answer = (committed: Written<NoticeRow>) => written(world, { ...committed, value: resources(world, [committed.value])[0] })
  return [
    route<null>({
      method: 'get',
      path: '/notices',
      who: 'signed-in',
      summary: 'Notices that stand or ended in the last hour, newest first.',
      body: null,
      handle: () => resources(world, recentNotices(world)),
    }),
    areaRoute<NoticeBody>({
      method: 'post',
      path: '/notices',
      who: 'edit',
      touches: ({ body, rights }) => areasChosen(db, rights, body.target),
      summary: 'Shows a notice at once, until its end.',
      body: noticeBodySchema,
      handle: ({ author, body }) => answer(createNotice(world, author, body)),
    }),
    areaRoute<null>({
      method: 'post',
      path: '/notices/{id}/end',
      who: 'edit',
      touches,
      summary: 'Takes a notice off the screens; who did so stays with it.',
      body: null,
      handle: ({ author, params }) => answer(endNotice(world, author, params['id'] ?? '')),
    }),
    areaRoute<NewEnd>({
      method: 'patch',
      path: '/notices/{id}',
      who: 'edit',
      touches,
      summary: 'Lets a notice stand longer or shorter.',
      body: newEndSchema,
      handle: ({ author, params, body }) => answer(changeNotice(world, author, params['id'] ?? '', body.until)),
    }),
  ]
}

type Resource = Omit<NoticeRow, 'event'> & { readonly screens: readonly string[] }

function resources({ store }: World, rows: readonly NoticeRow[]): readonly Resource[] {
  return rows.map(({ event: _event, ...row }) => ({ ...row, screens: screensMet(store.db, row.target).map(({ id }) => id) }))
}
