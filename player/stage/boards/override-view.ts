/** What an override board says: signal, words, sign and way out, for a message in force and for its end. Pure. */
import type { OverrideTemplate, Ending, Override, Signal } from '@infoskjerm/shared/model/override.ts'
import { overrideTemplate } from '@infoskjerm/shared/model/override-templates.ts'
import type { Exit } from '@infoskjerm/shared/model/screen.ts'
import type { Words } from '@infoskjerm/shared/model/words.ts'
import { say } from '../words.ts'

export interface OverrideView {
  readonly signal: Signal | 'exercise'
  readonly sign: 'warning' | 'pause' | 'check'
  readonly heading: Words
  readonly action: Words
  readonly lines: readonly Words[]
  /** The way out of this screen: an exit a person confirmed, the green signs, or nothing. */
  readonly wayOut: { readonly kind: 'exit'; readonly exit: Exit } | { readonly kind: 'signs' } | null
  readonly exercise: boolean
}

const unknownTemplate: OverrideTemplate = {
  id: 'unknown',
  level: 'life-safety',
  signal: 'danger',
  action: { nb: 'Følg beskjeder\nfra crew', en: 'Follow instructions from crew' },
  lines: [],
  wayOut: false,
}

/** The view of an override, or of its ending. A template that this build does not know says: follow instructions from crew. */
export function viewOverride(override: Override, ending: Ending | null, exits: readonly Exit[]): OverrideView {
  const template = overrideTemplate(override.template) ?? unknownTemplate
  const exercise = override.status === 'exercise'
  if (ending !== null) return { ...viewEnding(ending, template), exercise }
  return {
    signal: template.signal,
    sign: template.signal === 'caution' ? 'pause' : 'warning',
    heading: say.important,
    action: template.action,
    lines: template.lines,
    wayOut: template.wayOut ? wayOut(exits) : null,
    exercise,
  }
}

/** The first exit, if somebody confirmed it on the spot: the second is for when the first is closed, and the glass never guesses. */
function wayOut(exits: readonly Exit[]): OverrideView['wayOut'] {
  const first = exits[0]
  return first === undefined || first.confirmed === null ? { kind: 'signs' } : { kind: 'exit', exit: first }
}

function viewEnding(ending: Ending, template: OverrideTemplate): Omit<OverrideView, 'exercise'> {
  const calm = { sign: 'check', heading: say.important, wayOut: null } as const
  const followCrew = { nb: say.followCrew.nb, en: say.followCrew.en }
  if (ending === 'mistake') {
    const line = { nb: 'Det er ingen fare. Vi beklager.', en: 'There is no danger. We are sorry.' }
    return { ...calm, signal: 'safe', action: { nb: 'Sendt ved\nen feil', en: 'Sent by mistake' }, lines: [line] }
  }
  if (ending === 'exercise-over') {
    const line = { nb: 'Takk for at du øvde med oss.', en: 'Thank you for taking part.' }
    return { ...calm, signal: 'exercise', action: { nb: 'Øvelsen\ner slutt', en: 'The exercise is over' }, lines: [line] }
  }
  if (template.level === 'operation') {
    return { ...calm, signal: 'safe', action: { nb: 'Vi\nfortsetter', en: 'The show goes on' }, lines: [followCrew] }
  }
  return { ...calm, signal: 'safe', action: { nb: 'Faren\ner over', en: 'The danger is over' }, lines: [followCrew] }
}
