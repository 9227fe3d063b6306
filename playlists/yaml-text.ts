/** Parses YAML against a schema and says what is wrong by file, line and field. */
import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml'
import type * as z from 'zod/mini'
import type { Mistake, Note } from './mistakes.ts'

export interface YamlText {
  readonly file: string
  readonly text: string
  /** Lines of the file that stand before the text (front matter begins at line 2). */
  readonly linesBefore: number
}

/** What the text holds, and where each field of it stands; null after noting what is wrong. */
export interface Parsed<T> {
  readonly value: T
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

export function parseYaml<T>({ file, text, linesBefore }: YamlText, schema: z.ZodMiniType<T>, note: Note): Parsed<T> | null {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + linesBefore
  for (const error of document.errors) {
    note({
      file,
      line: lineAt(error.pos[0]),
      field: '',
      sentence: `This is not YAML: ${error.message}. Mend the indentation or the quotes.`,
    })
  }
  if (document.errors.length > 0) return null

  const lineOf = (path: readonly PropertyKey[]) => lineAt(nearest(document.contents, path)?.range?.[0] ?? 0)
  const result = schema.safeParse(document.toJS())
  if (result.success) return { value: result.data, lineOf }
  for (const mistake of result.error.issues.map(inPlainWords)) note({ file, line: lineOf(mistake.path), ...mistake })
  return null
}

/** The innermost node on the path that stands in the text. */
function nearest(root: unknown, path: readonly PropertyKey[]): Node | null {
  let node = isNode(root) ? root : null
  for (const step of path) {
    const child = childOf(node, step)
    if (child === null) break
    node = child
  }
  return node
}

function childOf(node: Node | null, step: PropertyKey): Node | null {
  if (isSeq(node)) {
    const item = node.items[Number(step)]
    return isNode(item) ? item : null
  }
  if (!isMap(node)) return null
  const pair = node.items.find((candidate) => isPair(candidate) && isScalar(candidate.key) && candidate.key.value === step)
  return isNode(pair?.key) && isScalar(pair.value) ? pair.key : isNode(pair?.value) ? pair.value : null
}

type Issue = z.core.$ZodIssue
type InWords = Pick<Mistake, 'field' | 'sentence'> & { readonly path: readonly PropertyKey[] }

function inPlainWords(issue: Issue): InWords {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
  return { path, field: path.map(String).join('.'), sentence: sentenceOf(issue) }
}

/** Our own message where the schema carries one; else what zod knows, in words. */
function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'is not known here. Check the spelling, or take it away.'
    case 'invalid_type':
      return issue.input === undefined && issue.message === 'Invalid input'
        ? 'is missing.'
        : own(issue, `must be ${kinds[issue.expected] ?? issue.expected}.`)
    case 'invalid_value':
      return own(issue, `is one of ${issue.values.map(String).join(', ')}.`)
    case 'invalid_union':
      return own(issue, choices(issue))
    case 'too_big':
      return own(issue, `is too large or too long: at most ${String(issue.maximum)}.`)
    case 'too_small':
      return own(issue, `is too small or too short: at least ${String(issue.minimum)}.`)
    default:
      return own(issue, 'is not in the right form.')
  }
}

/** A discriminated union knows what its discriminator may be. */
function choices(issue: z.core.$ZodIssueInvalidUnion): string {
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
  return options.length === 0 ? 'has none of the forms that are known here.' : `is one of ${options.join(', ')}.`
}

/** zod/mini says only «Invalid input» where a schema brings no words of its own. */
function own(issue: Issue, otherwise: string): string {
  return issue.message === '' || issue.message === 'Invalid input' ? otherwise : issue.message
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text (put it in quotes where it looks like a number)',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
}
