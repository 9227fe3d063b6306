/** A Vite plugin that takes comments and needless white space out of css`…` templates: a player page travels to hundreds of boxes. */
import type { Plugin } from 'vite'

/** Only at build time, only for templates tagged `css`; expressions stay as they are. */
export function collapseCss(): Plugin {
  return {
    name: 'collapse-css',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.ts') || !code.includes('css`')) return null
      return { code: code.replace(/\bcss`([^`]*)`/g, (_, text: string) => `css\`${collapsed(text)}\``), map: null }
    },
  }
}

function collapsed(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .trim()
}
