/** Language and look of the page, for whoever sits here. */
import { html, type TemplateResult } from 'lit'
import { api, ApiProblem } from '../api.ts'
import { applyTheme, storedTheme, type Theme, themes } from '../theme.ts'
import { venue, assumeVenue } from '../venue.ts'
import type { Language } from '../words/language.ts'
import { language, say, setLanguage } from '../words/words.ts'
import { choiceField } from './form.ts'

async function chooseLanguage(next: Language): Promise<void> {
  setLanguage(next)
  if (venue.user === null) return
  assumeVenue({ user: { ...venue.user, language: next } })
  try {
    await api.patch('/session', { language: next })
  } catch (problem) {
    // This browser keeps the choice; only other devices of the same account miss it.
    if (!(problem instanceof ApiProblem)) throw problem
  }
}

/** The two choices. `changed` is called after the theme has changed, for who has to render again. */
export function lookFields(changed: () => void): TemplateResult {
  const words = say().settings
  const languages: readonly (readonly [Language, string])[] = [
    ['nb', 'Norsk'],
    ['en', 'English'],
  ]
  const choose = (theme: Theme) => {
    applyTheme(theme)
    changed()
  }
  return html`${choiceField('language', words.language, languages, language(), (next) => void chooseLanguage(next))}
  ${choiceField(
    'theme',
    words.theme,
    themes.map((one) => [one, words.themes[one]] as const),
    storedTheme(),
    choose,
  )}`
}
