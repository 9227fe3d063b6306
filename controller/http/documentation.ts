/** `/openapi.json` and `/docs`: the API describing itself. */
import { docsPage } from './docs.ts'
import { openApi } from './openapi.ts'
import { type Route, route } from './route.ts'

/** The routes and, beside them, those that describe them all. */
export function documented(routes: readonly Route[]): readonly Route[] {
  const all: readonly Route[] = [
    ...routes,
    route<null>({
      method: 'get',
      path: '/openapi.json',
      who: 'anyone',
      summary: 'This API as an OpenAPI 3.1 document.',
      body: null,
      handle: () => new Response(JSON.stringify(openApi(all)), { headers: { 'content-type': 'application/json' } }),
    }),
    route<null>({
      method: 'get',
      path: '/docs',
      who: 'anyone',
      summary: 'This page; also at /api/docs.',
      body: null,
      handle: () => docsPage(all),
    }),
  ]
  return all
}
