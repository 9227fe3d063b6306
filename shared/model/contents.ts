/** Kinds of slides made of words: one happening, a square to scan, and the results of a competition. */
import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import { id } from './parts.ts'
import { type Words, words } from './words.ts'

/** One happening of the programme, large; it follows the programme where that is corrected. */
export interface HappeningContent {
  readonly kind: 'happening'
  readonly happening: string
  readonly tone: 'night' | 'paper' | 'accent'
}

/** An address or words as a QR code (ISO/IEC 18004), with what one gets by scanning it. */
export interface QrContent {
  readonly kind: 'qr'
  readonly title: Words
  readonly caption: Words
  readonly text: string
}

/** `place` is as announced: equal places stand together. `by`: who made it, or ''. `points`: as written, or ''. */
export interface ResultRow {
  readonly place: number
  readonly name: string
  readonly by: string
  readonly points: string
}

/** Best first. `revealed` places are on the glass, counted from the last: 0 shows none of them, and who has prizes to give steps through slides with more and more. */
export interface ResultsContent {
  readonly kind: 'results'
  readonly title: Words
  readonly rows: readonly ResultRow[]
  readonly revealed: number
}

const short = z.string().check(z.maxLength(limits.titleLength))

export const wordContents = [
  z.strictObject({ kind: z.literal('happening'), happening: id, tone: z.enum(['night', 'paper', 'accent']) }),
  z.strictObject({
    kind: z.literal('qr'),
    title: words(limits.titleLength),
    caption: words(limits.titleLength),
    text: z.string().check(z.minLength(1), z.maxLength(limits.qrLength)),
  }),
  z.strictObject({
    kind: z.literal('results'),
    title: words(limits.titleLength),
    rows: z
      .array(z.strictObject({ place: z.int().check(z.minimum(1), z.maximum(999)), name: short, by: short, points: short }))
      .check(z.maxLength(limits.resultRows)),
    revealed: z.int().check(z.minimum(0), z.maximum(limits.resultRows)),
  }),
] as const

/** The rows that stand on the glass, best first, each place with whether it is revealed yet: last place first, equal places together. */
export function revealedRows({
  rows,
  revealed,
}: Pick<ResultsContent, 'rows' | 'revealed'>): readonly { readonly row: ResultRow; readonly isOut: boolean }[] {
  const places = [...new Set(rows.map(({ place }) => place))].sort((a, b) => b - a)
  const out = new Set(places.slice(0, revealed))
  return [...rows].sort((a, b) => a.place - b.place).map((row) => ({ row, isOut: out.has(row.place) }))
}
