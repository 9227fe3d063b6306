/** Builds the player page from this folder into `dist`; the controller serves it at `/player/`. */
import path from 'node:path'
import { defineConfig } from 'vite'
import { collapseCss } from './collapse-css.ts'
import { inlineLimits } from './inline-limits.ts'
import { pageWorker, workerFile } from './page-worker.ts'
import { preloadFont } from './preload-font.ts'

/** What few slides need (`stage/lazy-kinds.ts`), pages that nobody has paired, and crew who ask how a player is. */
const fetchedLater =
  /page\/care\/board\.ts|stage\/boards\/pairing(-square)?\.ts|stage\/kinds\/(happening|qr|results|video|web|frame|stream|stream-feed|html|feed|data|map)\.ts|model\/sources-shown\.ts|stage\/(instead|following)\.ts|stage\/slots\/(small|layers|strip|card|line|glide)\.ts|node_modules\/(qr|hls\.js)\//u

export default defineConfig({
  root: import.meta.dirname,
  base: '/player/',
  plugins: [collapseCss(), inlineLimits(), preloadFont(), pageWorker()],
  // The same schemas, read by what a player needs of zod.
  resolve: { alias: { 'zod/mini': path.join(import.meta.dirname, 'core/small-zod.ts') } },
  build: {
    ...{ outDir: 'dist', emptyOutDir: true, target: 'es2023', manifest: true, assetsInlineLimit: 0, modulePreload: false },
    rolldownOptions: {
      input: { index: path.join(import.meta.dirname, 'index.html'), worker: path.join(import.meta.dirname, 'page/worker.ts') },
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? workerFile : 'assets/[name]-[hash].js'),
        // What every page needs is one file: in several it would be a tenth larger, and come later.
        codeSplitting: { groups: [{ name: 'page', test: (id) => !fetchedLater.test(id) && !/page\/worker\.ts/u.test(id) }] },
      },
    },
  },
})
