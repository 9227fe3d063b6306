/** What of a source stands on the glass: the figures out of its JSON, and which piece of news. */
import type { DataContent, Figure } from './contents-sources.ts'

/** What a figure is now. `value` null: the source does not have it. */
export interface ReadFigure {
  readonly figure: Figure
  readonly value: number | null
  readonly change: 'up' | 'down' | 'same' | null
}

/** The figures of a slide, as its source has them. A number may be written as text («41»), as many sources do. */
export function readFigures({ source: text, figures }: Pick<DataContent, 'source' | 'figures'>): readonly ReadFigure[] {
  const source: unknown = JSON.parse(text)
  return figures.map((figure) => {
    const value = numberAt(source, figure.path)
    const was = figure.before === null ? null : numberAt(source, figure.before)
    const change = value === null || was === null ? null : value > was ? 'up' : value < was ? 'down' : 'same'
    return { figure, value, change }
  })
}

function numberAt(source: unknown, at: string): number | null {
  let found: unknown = source
  for (const part of at.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof found !== 'object' || found === null || !Object.prototype.propertyIsEnumerable.call(found, name)) return null
    found = (found as Readonly<Record<string, unknown>>)[name]
  }
  if (typeof found === 'number') return Number.isFinite(found) ? found : null
  return typeof found === 'string' && /^-?\d+(\.\d+)?$/u.test(found.trim()) ? Number(found) : null
}

/** Each piece of news stands for so long (ms): a title and two lines are read in five seconds by people who walk, and once more. */
export const newsMs = 8_000

/** Which piece of news stands, so long after the slide came: newest first, round and round. */
export function newsAt(items: number, elapsedMs: number): number {
  return items === 0 ? 0 : Math.floor(Math.max(0, elapsedMs) / newsMs) % items
}
