/** What is wrong with a cell of a pasted table, in a sentence. */
import { times } from '../words/times.ts'
import { language, say } from '../words/words.ts'
import type { CellProblem } from './programme-pasted.ts'

/** One sentence for each problem. */
export function problemText(problem: CellProblem): string {
  const words = say().programme.paste.errors
  switch (problem.kind) {
    case 'dayUnknown':
      return words.dayUnknown(problem.text)
    case 'time':
      return words.time(problem.text)
    case 'weekday':
      return words.weekday(problem.text, weekdayName(problem.weekday))
    case 'gap':
      return words.gap(problem.time, times().clock(problem.before), times().clock(problem.after))
    default:
      return words[problem.kind]
  }
}

/** 0 Monday – 6 Sunday; 1 January 2024 was a Monday. */
function weekdayName(weekday: number): string {
  return new Intl.DateTimeFormat(language(), { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + weekday))
}
