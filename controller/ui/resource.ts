/** One REST resource kept fresh for an element: fetched, shown from the last known value at once, fetched again when its tables change. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { api, ApiProblem } from './api.ts'
import { live } from './live.ts'

/** Last known values by path, so that a view that is opened again stands at once. */
const known = new Map<string, unknown>()

/** Forgets every value, when somebody signs out. */
export function forgetResources(): void {
  known.clear()
}

export class Resource<T> implements ReactiveController {
  value: T | null = null
  problem: ApiProblem | null = null
  loading = false
  private readonly host: ReactiveControllerHost
  private readonly path: () => string | null
  private readonly tables: readonly string[]
  private current: string | null = null
  private round = 0
  private stop: (() => void) | null = null

  /** `path` null: nothing to fetch yet. `tables` are those whose change makes it fetch again. */
  constructor(host: ReactiveControllerHost, path: () => string | null, tables: readonly string[]) {
    this.host = host
    this.path = path
    this.tables = tables
    host.addController(this)
  }

  hostConnected(): void {
    const stopHearing = live.onChanged((tables) => {
      if (tables === null || tables.some((table) => this.tables.includes(table))) void this.reload()
    })
    const stopPractising = api.practice.onDeed(() => void this.reload())
    this.stop = () => {
      stopHearing()
      stopPractising()
    }
    this.current = null
  }

  hostDisconnected(): void {
    this.stop?.()
    this.round += 1
  }

  hostUpdate(): void {
    const path = this.path()
    if (path === this.current) return
    this.current = path
    this.value = path === null ? null : ((known.get(path) as T | undefined) ?? null)
    this.problem = null
    void this.reload()
  }

  /** Shows `value` before the controller has answered; the next fetch replaces it. */
  assume(value: T): void {
    this.value = value
    if (this.current !== null) known.set(this.current, value)
    this.host.requestUpdate()
  }

  /** Fetches again; the last one asked for wins. */
  async reload(): Promise<void> {
    const path = this.path()
    if (path === null) return
    const round = ++this.round
    this.loading = true
    try {
      const value = await api.get<T>(path)
      known.set(path, value)
      if (round !== this.round) return
      this.value = value
      this.problem = null
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem
      if (round !== this.round) return
      this.problem = problem
    }
    this.loading = false
    this.host.requestUpdate()
  }
}
