/** Parses a slide file: YAML front matter between two lines `---`, then Markdown; `--- en ---` on a line of its own begins the English. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { noWords, type Words } from '@infoskjerm/shared/model/words.ts'
import { type SlideForm, slideFrontMatter } from './files.ts'
import type { Note } from './mistakes.ts'
import { type Parsed, parseYaml } from './yaml-text.ts'

export interface SlideText extends Parsed<SlideForm> {
  readonly body: Words
}

/** Null after noting what is wrong. Only slides of kind `text` have a body. */
export function parseSlide(file: string, text: string, note: Note): SlideText | null {
  const match = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/.exec(text)
  if (match === null) {
    note({
      file,
      line: 1,
      field: '',
      sentence: 'A slide begins with its fields between two lines of three hyphens (---); the text comes after them.',
    })
    return null
  }
  const [, fields = '', rest = ''] = match
  const front = parseYaml({ file, text: fields, linesBefore: 1 }, slideFrontMatter, note)
  if (front === null) return null
  const body = bodyOf(rest)
  const firstLine = fields.split('\n').length + 3
  if (front.value.kind !== 'text' && (body.nb !== '' || body.en !== '')) {
    note({
      file,
      line: firstLine,
      field: '',
      sentence: `A slide of kind ${front.value.kind} has no text below its fields. Take it away, or make the kind text.`,
    })
    return null
  }
  if (Math.max(body.nb.length, body.en.length) > limits.bodyLength) {
    note({ file, line: firstLine, field: '', sentence: `The text is too long: at most ${limits.bodyLength} characters a language.` })
    return null
  }
  return { ...front, body }
}

function bodyOf(text: string): Words {
  const [nb = '', en = ''] = text.split(/^---[ \t]*en[ \t]*---[ \t]*$/m, 2).map((part) => part.trim())
  return nb === '' && en === '' ? noWords : { nb, en }
}
