/** Tables as people paste them from a spreadsheet or a text file: split into rows and cells, and the columns found by their headings. */

/** The rows of a pasted table as trimmed cells; empty rows are left out. Cells are parted by tabs, else semicolons, else commas; one in quotes may hold any of them, and line breaks (RFC 4180). */
export function splitTable(text: string): readonly (readonly string[])[] {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const separator = separatorOf(plain)
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= plain.length) {
    const { cell, end } = cellAt(plain, at, separator)
    row.push(tidy(cell))
    at = end + 1
    if (plain[end] === separator) continue
    if (row.some((one) => one !== '')) rows.push(row)
    row = []
  }
  return rows
}

/** Where each column stands in a row of headings, by any of its names (letters and digits in lower case: `tittel engelsk` is found in `Tittel (engelsk)`); of two the first. Null: the row is no row of headings, because less than half of it is known. A column that is not there is null. */
export function headerIndex<K extends string>(
  cells: readonly string[],
  names: Readonly<Record<K, readonly string[]>>,
): Readonly<Record<K, number | null>> | null {
  const said = cells.map(headingOf)
  const found = {} as Record<K, number | null>
  let known = 0
  for (const column of Object.keys(names) as K[]) {
    const index = said.findIndex((heading) => names[column].includes(heading))
    found[column] = index === -1 ? null : index
    if (index !== -1) known += 1
  }
  const written = said.filter((heading) => heading !== '').length
  return known > 0 && known * 2 > written ? found : null
}

/** A heading as it is compared: lower case, letters and digits, single blanks. */
function headingOf(cell: string): string {
  return cell
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Tabs come from spreadsheets and win wherever one stands; semicolons from files of countries with a decimal comma. */
function separatorOf(text: string): string {
  const bare = text.replace(/(^|[\t;,\n])[^\S\t\n]*"(?:[^"]|"")*"/g, '$1')
  if (bare.includes('\t')) return '\t'
  return bare.includes(';') ? ';' : ','
}

/** The cell that begins at `at`, and where it ends: at a separator, a line break, or the end of the text. A quote that is never closed is a letter like any other. */
function cellAt(text: string, at: number, separator: string): { readonly cell: string; readonly end: number } {
  const quoted = /[^\S\t\n]*"((?:[^"]|"")*)"[^\S\t\n]*/y
  quoted.lastIndex = at
  const match = quoted.exec(text)
  const after = quoted.lastIndex
  if (match !== null && endsCell(text, after, separator)) return { cell: (match[1] ?? '').replace(/""/g, '"'), end: after }
  let end = at
  while (!endsCell(text, end, separator)) end += 1
  return { cell: text.slice(at, end), end }
}

function endsCell(text: string, at: number, separator: string): boolean {
  return at >= text.length || text[at] === '\n' || text[at] === separator
}

/** Blanks of every kind, also those that do not break, become one; line breaks inside a cell stay. */
function tidy(cell: string): string {
  return cell
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}
