/** What a prepared message says, in one line of one language. */
import { overrideTemplate } from '@infoskjerm/shared/model/override-templates.ts'
import type { Language } from './words/language.ts'

/** What to do, on one line; the hold picture's words where the template is not known here. */
export function actionOf(template: string, language: Language): string {
  const known = overrideTemplate(template)
  if (known === null) return language === 'nb' ? 'Følg beskjeder fra crew' : 'Follow instructions from crew'
  return known.action[language].replaceAll('\n', ' ')
}
