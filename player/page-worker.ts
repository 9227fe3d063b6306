/** A Vite plugin that tells the service worker which files the page of this build is made of. */
import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/** The name under which the worker is served: it must stay the same, so that browsers find the next one. */
export const workerFile = 'worker.js'

/** Only at build time. */
export function pageWorker(): Plugin {
  let base = '/'
  return {
    name: 'page-worker',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      base = config.base
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle[workerFile]
        if (worker?.type !== 'chunk') throw new Error('the service worker was not built')
        const files = Object.keys(bundle)
          .filter((name) => name.startsWith('assets/') && !name.endsWith('.map'))
          .sort()
        const page = bundle['index.html']
        const text = page?.type === 'asset' ? String(page.source) : ''
        const build = createHash('sha256')
          .update(text + files.join())
          .digest('hex')
          .slice(0, 16)
        worker.code = `self.built=${JSON.stringify({ build, files: files.map((name) => base + name) })};${worker.code}`
      },
    },
  }
}
