/** What is wrong in a folder of files that people write: one sentence each, with where it stands and how to mend it. */

/** `line` counts from 1; null where no line is meant (a file that is missing). `field` is dotted (`screens.3.size`), empty for the whole file. */
export interface Mistake {
  readonly file: string
  readonly line: number | null
  readonly field: string
  readonly sentence: string
}

/** `slides/water.md, line 4, «duration»: is a time like 12s or 1m30s.` */
export function inWords({ file, line, field, sentence }: Mistake): string {
  const where = [file, ...(line === null ? [] : [`line ${line}`]), ...(field === '' ? [] : [`«${field}»`])]
  return `${where.join(', ')}: ${sentence}`
}

/** Thrown with every mistake of the folder at once, so that one round of mending is enough. */
export class VenueMistakes extends Error {
  override readonly name = 'VenueMistakes'
  readonly mistakes: readonly Mistake[]

  constructor(folder: string, mistakes: readonly Mistake[]) {
    super([`The venue in ${folder} cannot be read:`, ...mistakes.map((mistake) => `  ${inWords(mistake)}`)].join('\n'))
    this.mistakes = mistakes
  }
}

/** Where a reader puts what it finds. */
export type Note = (mistake: Mistake) => void
