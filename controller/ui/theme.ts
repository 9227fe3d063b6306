/** Light or dark: what the device asks for, unless somebody chose. */

export type Theme = 'system' | 'light' | 'dark'

export const themes: readonly Theme[] = ['system', 'light', 'dark']

const key = 'infoskjerm.theme'

/** What this browser was last set to. */
export function storedTheme(): Theme {
  const stored = localStorage.getItem(key)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

/** Shows the page in `theme` and keeps the choice in this browser. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') {
    localStorage.removeItem(key)
    document.documentElement.removeAttribute('data-theme')
  } else {
    localStorage.setItem(key, theme)
    document.documentElement.setAttribute('data-theme', theme)
  }
}
