/** What somebody did, in a sentence, from the audit record. */
import type { AuditResource } from '@infoskjerm/shared/wire/api.ts'
import { overrideTemplate } from '@infoskjerm/shared/model/override-templates.ts'
import { actionOf } from './override-words.ts'
import { language, say } from './words/words.ts'

/** What is said instead of *endret …* for some deeds, by the last part of `what`. */
type Verb = keyof ReturnType<typeof say>['history']['verbs']

/** `endret skjermen «Inngang nord»`. The first change is named, the rest are counted. */
export function deedOf(row: AuditResource): string {
  const words = say().history
  const whole = words.wholes[row.what as keyof typeof words.wholes] as string | undefined
  if (whole !== undefined) return whole
  const [first] = row.changes
  if (first === undefined) return words.nothing
  const verb = (words.verbs[row.what.split('.').at(-1) as Verb] as string | undefined) ?? words.did[first.change]
  const thing = words.things[first.table as keyof typeof words.things] ?? words.things.other
  const name = first.name === null ? '' : ` ${words.named(nameOf(first.name))}`
  const rest = row.changes.length > 1 ? ` ${words.and(row.changes.length - 1)}` : ''
  const deed = `${verb} ${thing}${name}${rest}`
  return row.what === 'undo' ? `${words.undid} ${deed}` : deed
}

/** A prepared message is recorded under its template's id; everything else under its own name. */
function nameOf(name: string): string {
  return overrideTemplate(name) === null ? name : actionOf(name, language())
}
