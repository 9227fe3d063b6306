/** A Vite plugin that writes the few limits a page needs as numbers, so that the list of all of them does not travel to hundreds of boxes. */
import { limits } from '../shared/limits.ts'
import type { Plugin } from 'vite'

/** Only at build time, only in modules that import `limits` under its own name. */
export function inlineLimits(): Plugin {
  return {
    name: 'inline-limits',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.ts') || !/import \{ limits \} from '[^']*limits\.ts'/.test(code)) return null
      return { code: code.replace(/\blimits\.([a-zA-Z]+)\b(?!\.)/g, (text, name: string) => literal(name) ?? text), map: null }
    },
  }
}

function literal(name: string): string | null {
  return Object.hasOwn(limits, name) ? `${limits[name as keyof typeof limits]}` : null
}
