/** The two languages of the crew pages. */

export type Language = 'nb' | 'en'

const key = 'infoskjerm.language'

/** What this browser was last set to; else what it asks for; Norwegian where neither is known. */
export function storedLanguage(): Language {
  const stored = localStorage.getItem(key)
  if (stored === 'nb' || stored === 'en') return stored
  return navigator.languages.length > 0 && !navigator.languages.some((tag) => /^(nb|nn|no|da|sv)\b/.test(tag)) ? 'en' : 'nb'
}

/** Keeps the choice in this browser. */
export function storeLanguage(language: Language): void {
  localStorage.setItem(key, language)
}
