/** Planned screens from a pasted list: what each line means, and what is wrong with it. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { headerIndex, splitTable } from '@infoskjerm/shared/model/pasted-table.ts'
import type { Direction, Distance } from '@infoskjerm/shared/model/screen.ts'
import type { PlannedScreen } from '@infoskjerm/shared/wire/api.ts'

/** Why a line cannot be taken. */
export type PlannedTrouble = 'name' | 'area' | 'twice' | 'tooLong' | 'orientation' | 'size' | 'distance' | 'exit' | 'exits' | 'tooMany'

/** What is wrong in a line, counted from 1 without empty ones, and the words that are meant. */
export interface WrongLine {
  readonly line: number
  readonly what: PlannedTrouble
  readonly said: string
}

export interface PlannedList {
  readonly rows: readonly PlannedScreen[]
  readonly wrong: readonly WrongLine[]
}

const columns = {
  name: ['navn', 'skjerm', 'name', 'screen'],
  area: ['område', 'sted', 'sone', 'area', 'place', 'zone'],
  orientation: ['retning', 'orientering', 'orientation'],
  size: ['størrelse', 'tommer', 'størrelse tommer', 'tomme', 'size', 'inches', 'size inches'],
  distance: ['avstand', 'avstand m', 'synsavstand', 'distance', 'distance m', 'viewing distance'],
  exits: ['utganger', 'utgang', 'utgang 1', 'nødutganger', 'nødutgang', 'exits', 'exit', 'exit 1'],
  secondExit: ['utgang 2', 'exit 2'],
} as const
type Column = keyof typeof columns

/** Without headings the columns stand in this order. */
const order: readonly Column[] = ['name', 'area', 'orientation', 'size', 'distance', 'exits', 'secondExit']

/** Reads a list with or without headings, in Norwegian or English. A line with anything wrong is in `wrong` instead of in `rows`. */
export function readPlanned(text: string): PlannedList {
  const table = splitTable(text)
  const found = headerIndex(table[0] ?? [], columns)
  const place = found ?? (Object.fromEntries(order.map((column, index) => [column, index])) as Record<Column, number>)
  const rows: PlannedScreen[] = []
  const wrong: WrongLine[] = []
  const taken = new Set<string>()
  table.forEach((cells, index) => {
    if (found !== null && index === 0) return
    const cell = (column: Column) => cells[place[column] ?? -1] ?? ''
    const read = readLine(cell)
    const blame = (what: PlannedTrouble, said: string) => wrong.push({ line: index + 1, what, said })
    if ('what' in read) return blame(read.what, read.said)
    const name = read.name.toLocaleLowerCase()
    if (taken.has(name)) return blame('twice', read.name)
    if (rows.length === limits.screens) return blame('tooMany', String(limits.screens))
    taken.add(name)
    rows.push(read)
  })
  return { rows, wrong }
}

type Trouble = Omit<WrongLine, 'line'>

function readLine(cell: (column: Column) => string): PlannedScreen | Trouble {
  const [name, area] = [cell('name'), cell('area')]
  if (name === '') return { what: 'name', said: '' }
  if (area === '') return { what: 'area', said: '' }
  if (name.length > limits.nameLength || area.length > limits.nameLength) return { what: 'tooLong', said: name }
  const portrait = portraitOf(cell('orientation'))
  if (portrait === null) return { what: 'orientation', said: cell('orientation') }
  const sizeInches = inchesOf(cell('size'))
  if (Number.isNaN(sizeInches)) return { what: 'size', said: cell('size') }
  const distance = distanceOf(cell('distance'))
  if (distance === null) return { what: 'distance', said: cell('distance') }
  const exits: PlannedScreen['exits'][number][] = []
  for (const said of `${cell('exits')}/${cell('secondExit')}`.split(/[/;,|+\n]/).map((part) => part.trim())) {
    if (said === '') continue
    const exit = exitOf(said)
    if (exit === null) return { what: 'exit', said }
    exits.push(exit)
  }
  if (exits.length > 2) return { what: 'exits', said: '' }
  return { name, area, portrait, sizeInches, distance, exits }
}

/** Landscape where nothing is said; null for a word that nobody knows. */
function portraitOf(said: string): boolean | null {
  const word = said.toLowerCase()
  if (['', 'liggende', 'landscape', 'horisontal', 'horizontal', 'l'].includes(word)) return false
  return ['stående', 'staaende', 'portrait', 'vertikal', 'vertical', 'p', 's'].includes(word) ? true : null
}

/** `55`, `55"`, `55 tommer`, `138 cm`; null where nothing is said, NaN where it is no size. */
function inchesOf(said: string): number | null {
  if (said === '') return null
  const match = /^(\d+(?:[.,]\d+)?)\s*("|″|”|''|tommer|tomme|in|inch|inches|cm)?$/i.exec(said)
  const value = Number((match?.[1] ?? 'x').replace(',', '.'))
  const inches = match?.[2]?.toLowerCase() === 'cm' ? Math.round(value / 2.54) : value
  return inches >= 5 && inches <= 1_000 ? inches : Number.NaN
}

/** From metres, of which the first counts (`5–7 m`), or from a word; a passage where nothing is said. */
function distanceOf(said: string): Distance | null {
  const word = said.toLowerCase()
  const words: Readonly<Record<Distance, readonly string[]>> = {
    near: ['nær', 'nært', 'foran', 'rett foran', 'near', 'close', 'right in front'],
    passage: ['', 'gang', 'i en gang', 'passasje', 'passage', 'in a passage'],
    hall: ['hall', 'over hallen', 'langt', 'langt unna', 'far', 'across the hall'],
  }
  for (const distance of ['near', 'passage', 'hall'] as const) if (words[distance].includes(word)) return distance
  const metres = /^(\d+(?:[.,]\d+)?)(?:\s*[–-]\s*\d+(?:[.,]\d+)?)?\s*(?:m|meter|metres|meters)?$/.exec(word)
  if (metres === null) return null
  const value = Number((metres[1] ?? '').replace(',', '.'))
  return value < 3.5 ? 'near' : value < 10 ? 'passage' : 'hall'
}

const directions: readonly (readonly [Direction, readonly string[]])[] = [
  ['up', ['rett fram', 'rett frem', 'framover', 'fremover', 'fram', 'frem', 'straight on', 'straight ahead', 'ahead', 'up', '↑']],
  ['down', ['bak deg', 'bakover', 'bak', 'behind you', 'behind', 'down', '↓']],
  ['left', ['til venstre', 'venstre', 'to the left', 'left', '←']],
  ['right', ['til høyre', 'høyre', 'to the right', 'right', '→']],
]

/** `Port A venstre`, `Port A: til venstre`, `← Port A`: the direction stands first or last. */
function exitOf(written: string): PlannedScreen['exits'][number] | null {
  const said = written.replace(/[()]/g, ' ').trim()
  for (const [direction, words] of directions)
    for (const word of words) {
      const lower = said.toLowerCase()
      const rest = lower.endsWith(word) ? said.slice(0, said.length - word.length) : lower.startsWith(word) ? said.slice(word.length) : null
      const name = rest === null ? '' : rest.replace(/^[\s:–-]+|[\s:–-]+$/g, '')
      if (rest !== null && name !== '' && partsAt(said, rest, word)) return { name, direction }
    }
  return null
}

/** A word is a direction only where it stands by itself: `Framsiden` is a name. */
function partsAt(said: string, rest: string, word: string): boolean {
  if (!/[a-zæøå]/i.test(word)) return true
  const joint = said.startsWith(rest) ? rest.at(-1) : rest.at(0)
  return joint !== undefined && !/[\p{L}\p{N}]/u.test(joint)
}
