/** The Markdown of slides: paragraphs, line breaks, lists, bold and italic, as a small tree and as Lit templates. There is no way to HTML: everything else is text. */
import { html, type TemplateResult } from 'lit'

export type Inline =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'strong' | 'em'; readonly inside: readonly Inline[] }

export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }

const bullet = /^\s{0,3}[-*+]\s+(.*)$/u
const numbered = /^\s{0,3}\d{1,3}[.)]\s+(.*)$/u
const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/u
/** Bold before italic; the marks must hug their words, as in CommonMark. Each alternative is linear: its inside holds no mark of its own kind. */
const emphasis =
  /\*\*(?=\S)([^*]+(?:\*[^*]+\*[^*]*)*?)(?<=\S)\*\*|\*(?=\S)([^*]+)(?<=\S)\*|(?<![\p{L}\p{N}])_(?=\S)([^_]+)(?<=\S)_(?![\p{L}\p{N}])/u

/** Parses the subset. Never fails: what is not understood stands as it was written. */
export function parseMarkdown(source: string): readonly Block[] {
  const blocks: Block[] = []
  let lines: (readonly Inline[])[] = []
  const flush = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', lines })
    lines = []
  }
  for (const line of source.replace(/\r\n?/gu, '\n').split('\n')) {
    const item = bullet.exec(line)?.[1] ?? null
    const step = item === null ? (numbered.exec(line)?.[1] ?? null) : null
    const title = heading.exec(line)?.[1] ?? null
    if (item !== null || step !== null) {
      flush()
      addItem(blocks, step !== null, parseInline(item ?? step ?? ''))
    } else if (title !== null) {
      flush()
      blocks.push({ kind: 'paragraph', lines: [[{ kind: 'strong', inside: parseInline(title) }]] })
    } else if (line.trim() === '') {
      flush()
    } else {
      lines.push(parseInline(line.trim()))
    }
  }
  flush()
  return blocks
}

function addItem(blocks: Block[], ordered: boolean, item: readonly Inline[]): void {
  const last = blocks.at(-1)
  if (last?.kind === 'list' && last.ordered === ordered) blocks[blocks.length - 1] = { ...last, items: [...last.items, item] }
  else blocks.push({ kind: 'list', ordered, items: [item] })
}

function parseInline(text: string): readonly Inline[] {
  const parts: Inline[] = []
  let rest = text
  for (let found = emphasis.exec(rest); found !== null; found = emphasis.exec(rest)) {
    if (found.index > 0) parts.push({ kind: 'text', text: rest.slice(0, found.index) })
    const strong = found[1]
    parts.push({ kind: strong === undefined ? 'em' : 'strong', inside: parseInline(strong ?? found[2] ?? found[3] ?? '') })
    rest = rest.slice(found.index + found[0].length)
  }
  if (rest !== '') parts.push({ kind: 'text', text: rest })
  return parts
}

/** The blocks as a template: text nodes only, so that hostile input is words on the glass and nothing more. */
export function drawMarkdown(source: string): readonly TemplateResult[] {
  return parseMarkdown(source).map((block) => {
    if (block.kind === 'paragraph')
      return html`<p>${block.lines.map((line, i) => html`${i > 0 ? html`<br />` : ''}${drawInline(line)}`)}</p>`
    const items = block.items.map((item) => html`<li>${drawInline(item)}</li>`)
    return block.ordered
      ? html`<ol>
          ${items}
        </ol>`
      : html`<ul>
          ${items}
        </ul>`
  })
}

function drawInline(parts: readonly Inline[]): readonly unknown[] {
  return parts.map((part) => {
    if (part.kind === 'text') return part.text
    return part.kind === 'strong' ? html`<strong>${drawInline(part.inside)}</strong>` : html`<em>${drawInline(part.inside)}</em>`
  })
}
