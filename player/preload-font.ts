/** A Vite plugin that lets the page ask for its typeface at once, not only when the first words are laid out. */
import type { Plugin } from 'vite'

/** The file with the letters of Norwegian and English. */
const file = /archivo-latin-wdth-normal-[^/]*\.woff2$/

export function preloadFont(): Plugin {
  let base = '/'
  return {
    name: 'preload-font',
    apply: 'build',
    configResolved: (config) => {
      base = config.base
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => file.test(name))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: base + name, crossorigin: '' },
            injectTo: 'head' as const,
          })),
    },
  }
}
