/** The human page of the REST API, made from the same registry; it loads nothing from elsewhere and runs no script. */
import { createHash } from 'node:crypto'
import { type Json, openApi, operationId, whoSentence } from './openapi.ts'
import type { Route } from './route.ts'
import { pageHeaders } from './security-headers.ts'

const style = `
:root { color-scheme: light dark; --paper: #f6f5f2; --ink: #16181f; --quiet: #5d6270; --line: #dcdad3; --card: #fff; --accent: #9a5b00 }
@media (prefers-color-scheme: dark) { :root { --paper: #11131b; --ink: #eceae4; --quiet: #9a9fae; --line: #2a2e3b; --card: #191c26; --accent: #f2b14c } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif }
main { max-width: 860px; margin: 0 auto; padding: 48px 24px 96px }
h1 { font-size: 34px; line-height: 1.15; letter-spacing: -0.01em; margin: 0 0 12px }
h2 { font-size: 22px; margin: 56px 0 8px; scroll-margin-top: 16px }
p { margin: 0 0 12px; max-width: 62ch }
a { color: inherit; text-underline-offset: 3px }
nav { display: flex; flex-wrap: wrap; gap: 8px 16px; margin: 24px 0 0; color: var(--quiet) }
details { background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin: 8px 0 }
summary { display: grid; grid-template-columns: 64px minmax(0, 1fr); gap: 4px 16px; padding: 12px 16px; cursor: pointer; list-style: none }
summary::-webkit-details-marker { display: none }
summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 8px }
.method { font: 600 13px/24px ui-monospace, monospace; color: var(--accent) }
code, pre { font: 14px/1.55 ui-monospace, monospace }
summary code { overflow-wrap: anywhere }
.what, .who { grid-column: 2; color: var(--quiet); font-size: 14px }
pre { margin: 0; padding: 16px; border-top: 1px solid var(--line); overflow-x: auto }
@media (max-width: 520px) { main { padding: 24px 16px 64px } summary { grid-template-columns: 1fr } .what, .who { grid-column: 1 } }
`

/** The page, complete with its headers. */
export function docsPage(routes: readonly Route[]): Response {
  const styleHash = createHash('sha256').update(style).digest('base64')
  const headers = {
    ...pageHeaders,
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; frame-ancestors 'none'`,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  }
  return new Response(html(routes), { headers })
}

function html(routes: readonly Route[]): string {
  const groups = new Map<string, Route[]>()
  for (const route of routes) {
    const name = (route.path.split('/')[1] ?? '').replace('.json', '')
    groups.set(name, [...(groups.get(name) ?? []), route])
  }
  const document = openApi(routes) as { components: { schemas: Record<string, Json> } }
  const names = [...groups.keys()].sort()
  const section = (name: string): string => {
    const cards = (groups.get(name) ?? []).map((route) => card(route, document.components.schemas[operationId(route)] ?? null))
    return `<section><h2 id="${escape(name)}">${escape(name)}</h2>${cards.join('')}</section>`
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>infoskjerm – API</title><style>${style}</style></head><body><main><h1>The API</h1>
<p>Everything the crew pages do, below <code>/api/v1</code>. Sign in with <code>POST /session</code>, or send
<code>Authorization: Bearer</code> with a token. Times are RFC 3339. A refusal is a problem document (RFC 9457) with a stable
<code>code</code> and the <code>path</code> of the field to blame. Every write answers with the revision it made, and
<code>POST /undo</code> takes it back.</p>
<p>For machines: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p>
<nav aria-label="Resources">${names.map((name) => `<a href="#${escape(name)}">${escape(name)}</a>`).join('')}</nav>
${names.map(section).join('')}</main></body></html>`
}

function card(route: Route, schema: Json): string {
  const body = schema === null ? '' : `<pre>${escape(JSON.stringify(schema, null, 2))}</pre>`
  return `<details><summary><span class="method">${route.method.toUpperCase()}</span><code>${escape(route.path)}</code>
<span class="what">${withCode(route.summary)}</span><span class="who">${escape(whoSentence[route.who])}</span></summary>${body}</details>`
}

/** What stands between backticks is code. */
function withCode(text: string): string {
  return escape(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
