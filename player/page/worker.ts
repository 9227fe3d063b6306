/** The service worker of the player page: keeps the page of this build, so that a reload without network goes on with the show. Documents and media are kept by the page. */

/** The build writes this before the code: a name for this very build, and the paths of its files. */
interface Built {
  readonly build: string
  readonly files: readonly string[]
}

/** What of the worker's surroundings is used; the types of pages do not know them. */
interface Lasting extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void
}
interface Asked extends Event {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}
interface Worker extends EventTarget {
  readonly built: Built
  readonly skipWaiting: () => Promise<void>
}

const worker = self as unknown as Worker
const page = '/player/'
const { build, files } = worker.built
const store = `page-${build}`
/** A controller that does not answer within this (ms) is not waited for. */
const answersWithinMs = 4_000

/** The newest page, or the one that was kept: never what a browser or a proxy says instead. */
async function newestPage(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(answersWithinMs) })
    if (answer.ok) return answer
  } catch {
    // Nobody answers: that is what the kept page is for.
  }
  return (await caches.match(page)) ?? Response.error()
}

async function keptFile(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request)
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith('page-') && name !== store).map((name) => caches.delete(name)))
}

worker.addEventListener('install', (event) => {
  const keep = caches.open(store).then((cache) => cache.addAll([page, ...files]))
  ;(event as Lasting).waitUntil(keep.then(() => worker.skipWaiting()))
})
worker.addEventListener('activate', (event) => (event as Lasting).waitUntil(forgetOthers()))
worker.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Asked
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && pathname === page) respondWith.call(event, newestPage(request))
  else if (files.includes(pathname)) respondWith.call(event, keptFile(request))
})

export {}
