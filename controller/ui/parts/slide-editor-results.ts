/** Results as they are written or pasted: a line for each, «1; Ada; Team; 92 p», with semicolons or tabs between. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { ResultRow } from '@infoskjerm/shared/model/contents.ts'

/** The rows of a text; `wrongLine`: the first that cannot be read, from 1; null: all can. A line without a place has the next one. */
export function readResults(text: string): { readonly rows: readonly ResultRow[]; readonly wrongLine: number | null } {
  const rows: ResultRow[] = []
  for (const [at, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === '') continue
    const fields = line.split(/[;\t]/u).map((field) => field.trim())
    const place = /^(\d{1,3})\.?$/u.exec(fields[0] ?? '')?.[1]
    const [name = '', by = '', points = ''] = place === undefined ? fields : fields.slice(1)
    const row = { place: place === undefined ? (rows.at(-1)?.place ?? 0) + 1 : Number(place), name, by, points }
    const fits = [name, by, points].every((field) => field.length <= limits.titleLength)
    if (row.place < 1 || name === '' || !fits || rows.length >= limits.resultRows) return { rows, wrongLine: at + 1 }
    rows.push(row)
  }
  return { rows, wrongLine: null }
}

/** The same the other way round. */
export function writeResults(rows: readonly ResultRow[]): string {
  return rows.map(({ place, name, by, points }) => [place, name, by, points].join('; ').replace(/(; )+$/u, '')).join('\n')
}
