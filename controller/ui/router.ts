/** Where in the crew pages somebody is: paths of the browser's history as data. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'

export type ViewName =
  | 'now'
  | 'slides'
  | 'slide'
  | 'playlists'
  | 'playlist'
  | 'schedule'
  | 'sponsors'
  | 'themes'
  | 'advice'
  | 'media'
  | 'screens'
  | 'override'
  | 'people'
  | 'invite'
  | 'history'
  | 'settings'
  | 'more'
  | 'notice'
  | 'takeover'
  | 'programme'
  | 'new-slide'
  | 'round'
  | 'steps'
  | 'invitation'
  | 'stage-key'
  | 'lost'

/** `id` is the last part of the path where there is one (`/slides/<id>`), else null. */
export interface Place {
  readonly view: ViewName
  readonly id: string | null
}

const lists: Readonly<Record<string, ViewName>> = {
  '': 'now',
  slides: 'slides',
  playlists: 'playlists',
  schedule: 'schedule',
  sponsors: 'sponsors',
  themes: 'themes',
  advice: 'advice',
  media: 'media',
  screens: 'screens',
  override: 'override',
  people: 'people',
  invite: 'invite',
  history: 'history',
  settings: 'settings',
  more: 'more',
  notice: 'notice',
  takeover: 'takeover',
  programme: 'programme',
  new: 'new-slide',
  round: 'round',
}
const singles: Readonly<Record<string, ViewName>> = {
  slides: 'slide',
  playlists: 'playlist',
  schedule: 'schedule',
  screens: 'screens',
  invitation: 'invitation',
  notice: 'notice',
  takeover: 'takeover',
  programme: 'programme',
  new: 'new-slide',
  stage: 'stage-key',
  steps: 'steps',
  themes: 'themes',
}

/** The place that a path means; `lost` for any other. */
export function placeOf(path: string): Place {
  const [first = '', second = null, ...rest] = path.replace(/^\/|\/$/g, '').split('/')
  const view = second === null ? lists[first] : singles[first]
  return view === undefined || rest.length > 0
    ? { view: 'lost', id: null }
    : { view, id: second === null ? null : decodeURIComponent(second) }
}

/** The path of every view: those that need no more than their name, and those that show one thing, without its id. */
export const viewPaths: { readonly plain: readonly string[]; readonly single: readonly string[] } = {
  plain: Object.keys(lists).map((name) => `/${name}`),
  single: Object.keys(singles).map((name) => `/${name}/`),
}

const hosts = new Set<ReactiveControllerHost>()

function tell(): void {
  for (const host of hosts) host.requestUpdate()
}

/** Goes to a path of the crew pages without loading the page again. */
export function go(path: string): void {
  if (path !== location.pathname) history.pushState(null, '', path)
  tell()
}

/** Puts another path in place of this one, so that *back* does not lead here. */
export function replace(path: string): void {
  history.replaceState(null, '', path)
  tell()
}

/** Renders its host again when the place changes, and turns plain clicks on links of our own into `go`. */
export class RouterController implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host
    host.addController(this)
  }

  get place(): Place {
    return placeOf(location.pathname)
  }

  hostConnected(): void {
    hosts.add(this.host)
    window.addEventListener('popstate', tell)
    this.host.addEventListener('click', follow)
  }

  hostDisconnected(): void {
    hosts.delete(this.host)
    window.removeEventListener('popstate', tell)
    this.host.removeEventListener('click', follow)
  }
}

function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement)
  if (link === undefined || link.target !== '' || link.origin !== location.origin || link.hasAttribute('download')) return
  if (placeOf(link.pathname).view === 'lost') return
  event.preventDefault()
  go(link.pathname)
}
