/** What a thing that was practised does to what the controller answers, so that the page reads as if it had been done. */

/** Any object of the REST API. */
export type Row = Readonly<Record<string, unknown>>

/** `over`: the answer to `GET path` as it would be. `made`: what exists in practice alone, under its own path. */
export interface Effect {
  readonly over: (path: string, answer: unknown) => unknown
  readonly made: { readonly path: string; readonly row: Row } | null
}

export const nothingDone: Effect = { over: (_, answer) => answer, made: null }

/** A new row, first in its list. */
export function added(list: string, row: Row): Effect {
  return {
    over: (path, answer) => (path === list && Array.isArray(answer) ? [row, ...(answer as Row[])] : answer),
    made: { path: `${list}/${text(row['id'])}`, row },
  }
}

/** One row is what `change` makes of it, in its list and under its own path. */
export function changed(list: string, id: string, change: (row: Row) => Row): Effect {
  return {
    over: (path, answer) => {
      if (path === list && Array.isArray(answer)) return (answer as Row[]).map((row) => (row['id'] === id ? change(row) : row))
      return path === `${list}/${id}` ? change(rowOf(answer)) : answer
    },
    made: null,
  }
}

export function removed(list: string, id: string): Effect {
  return {
    over: (path, answer) => (path === list && Array.isArray(answer) ? (answer as Row[]).filter((row) => row['id'] !== id) : answer),
    made: null,
  }
}

/** The whole answer is another one. */
export function replaced<T>(of: string, by: (answer: T) => T): Effect {
  return { over: (path, answer) => (path === of ? by(answer as T) : answer), made: null }
}

/** One after the other. */
export function together(effects: readonly Effect[]): Effect {
  return {
    over: (path, answer) => effects.reduce((value, effect) => effect.over(path, value), answer),
    made: effects.find(({ made }) => made !== null)?.made ?? null,
  }
}

/** The object itself; an empty one for anything else. */
export function rowOf(value: unknown): Row {
  return typeof value === 'object' && value !== null ? (value as Row) : {}
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
