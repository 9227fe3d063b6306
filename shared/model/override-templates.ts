/** The prepared messages. Words follow ISO 22324 and the national public warning: what to do first, never a cause or a place of danger. */
import { levelOf, type OverrideTemplate } from './override.ts'

export const overrideTemplates: readonly OverrideTemplate[] = [
  {
    id: 'evacuate',
    level: levelOf('evacuate'),
    signal: 'danger',
    action: { nb: 'Gå\nut nå', en: 'Leave now' },
    lines: [
      { nb: 'Gå rolig. La alt ligge.', en: 'Walk. Leave your things.' },
      { nb: 'Følg crew i gule vester', en: 'Follow crew in yellow vests' },
    ],
    wayOut: true,
  },
  {
    id: 'stay-inside',
    level: levelOf('stay-inside'),
    signal: 'danger',
    action: { nb: 'Bli\ninne', en: 'Stay inside' },
    lines: [
      { nb: 'Hold deg unna dører og vinduer.', en: 'Keep away from doors and windows.' },
      { nb: 'Følg beskjeder fra crew', en: 'Follow instructions from crew' },
    ],
    wayOut: false,
  },
  {
    id: 'show-stop',
    level: levelOf('show-stop'),
    signal: 'caution',
    action: { nb: 'Vi tar\nen pause', en: 'The show is paused' },
    lines: [
      { nb: 'Bli der du er. Vi sier fra når vi fortsetter.', en: 'Stay where you are. We will tell you when we go on.' },
      { nb: 'Hjelp den som står ved siden av deg', en: 'Look after the person next to you' },
    ],
    wayOut: false,
  },
]

/** The template, or null where this build does not know it (the glass then shows *Følg beskjeder fra crew*). */
export function overrideTemplate(id: string): OverrideTemplate | null {
  return overrideTemplates.find((template) => template.id === id) ?? null
}
