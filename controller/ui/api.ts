/** The REST API from the browser: JSON in and out, refusals as `ApiProblem`. While somebody practises, writes stay on this page. */
import type { ProblemBody } from '@infoskjerm/shared/wire/problem.ts'
import { createPractice, type Practice } from './parts/practice-api.ts'
import { practiceCode } from './parts/practice-code.ts'

/** A refusal of the controller, or `offline` where no answer came. */
export class ApiProblem extends Error {
  readonly body: ProblemBody | null

  constructor(body: ProblemBody | null) {
    super(body?.detail ?? 'no contact with the controller')
    this.name = 'ApiProblem'
    this.body = body
  }

  /** The stable code; `offline` where no answer came. */
  get code(): ProblemBody['code'] | 'offline' {
    return this.body?.code ?? 'offline'
  }
}

export interface Api {
  readonly get: <T>(path: string) => Promise<T>
  readonly post: <T>(path: string, body: unknown) => Promise<T>
  readonly put: <T>(path: string, body: unknown) => Promise<T>
  readonly patch: <T>(path: string, body: unknown) => Promise<T>
  readonly delete: <T>(path: string) => Promise<T>
  /** Sends a file as it is; `onProgress` hears the share that is sent, 0–1. */
  readonly upload: <T>(path: string, file: File, onProgress: (share: number) => void) => Promise<T>
  /** Called when the controller says that nobody is signed in. */
  readonly onSignedOut: (listener: () => void) => void
  /** While its `on` is true, no write leaves this page. */
  readonly practice: Practice
}

const root = '/api/v1'

/** An API over `fetch` and `XMLHttpRequest` (which alone tells how far an upload has come). Paths come without `/api/v1`. */
export function createApi(): Api {
  const listeners: (() => void)[] = []
  const practice = createPractice({
    read: (path) => send('GET', path, undefined),
    newCode: practiceCode,
    origin: () => location.origin,
  })

  function refuse(problem: ApiProblem): never {
    if (problem.code === 'sign-in') for (const listener of listeners) listener()
    throw problem
  }

  async function send<T>(method: string, path: string, body: unknown): Promise<T> {
    const local = await practice.instead(method, path, body)
    if (local !== null) return local.ok ? (local.value as T) : refuse(new ApiProblem(local.problem))
    const headers: Record<string, string> = { accept: 'application/json' }
    if (body !== undefined) headers['content-type'] = 'application/json'
    let answer: Response
    try {
      answer = await fetch(root + path, {
        method,
        headers,
        credentials: 'same-origin',
        body: body === undefined ? null : JSON.stringify(body),
      })
    } catch (cause) {
      if (cause instanceof TypeError) throw new ApiProblem(null)
      throw cause
    }
    const value = parse<T>(answer.ok, await answer.text(), refuse)
    return method === 'GET' ? (practice.over(path, value) as T) : value
  }

  return {
    get: (path) => send('GET', path, undefined),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    patch: (path, body) => send('PATCH', path, body),
    delete: (path) => send('DELETE', path, undefined),
    upload: async (path, file, onProgress) => {
      const kept = practice.on ? await practice.keep(file) : null
      if (kept !== null) return 'code' in kept ? refuse(new ApiProblem(kept)) : (kept as never)
      return upload(root + path, file, onProgress, refuse)
    },
    onSignedOut: (listener) => void listeners.push(listener),
    practice,
  }
}

function parse<T>(ok: boolean, text: string, refuse: (problem: ApiProblem) => never): T {
  const value = fromJson(text)
  if (ok) return value as T
  return refuse(new ApiProblem(isProblem(value) ? value : null))
}

function fromJson(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch (cause) {
    // Not the controller's own words (a proxy's error page): treated like no answer.
    if (cause instanceof SyntaxError) throw new ApiProblem(null)
    throw cause
  }
}

function isProblem(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null && 'code' in value && 'status' in value
}

function upload<T>(url: string, file: File, onProgress: (share: number) => void, refuse: (problem: ApiProblem) => never): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('content-type', file.type === '' ? 'application/octet-stream' : file.type)
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onerror = () => reject(new ApiProblem(null))
    request.onabort = () => reject(new ApiProblem(null))
    request.onload = () => {
      try {
        resolve(parse<T>(request.status < 300, request.responseText, refuse))
      } catch (problem) {
        reject(problem instanceof Error ? problem : new Error(String(problem)))
      }
    }
    request.send(file)
  })
}

/** The one API of the page. */
export const api = createApi()
