/** The table of tasks for people, from what the tests hold to. */
import { personal } from './counted.ts'
import { type Task, tasks } from './tasks.ts'

const seconds = ({ letters }: Task, deeds: number, each: number): string => `${Math.ceil(deeds * each + letters * personal.letterS)} s`

/** Rows of a Markdown table, aligned as prettier does it. */
export function taskTable(): string {
  const rows = Object.values(tasks as Record<string, Task>).map((task) => [
    task.name,
    `${task.taps}${task.letters === 0 ? '' : ` + ${task.letters} letters`}`,
    seconds(task, task.taps, personal.tapS),
    `${task.keys}`,
    seconds(task, task.keys, personal.keyS),
    task.before,
  ])
  const all = [['task', 'taps on a phone', 'about', 'keys on a desktop', 'about', 'with Wannabe’s slideshows'], ...rows]
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)))
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  return [line(all[0]!), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n')
}
