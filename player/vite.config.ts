/** Builds the player page from this folder into `dist`; the controller serves it at `/player/`. */
import { defineConfig } from 'vite'
import { collapseCss } from './collapse-css.ts'
import { inlineLimits } from './inline-limits.ts'
import { preloadFont } from './preload-font.ts'
import { websocketOnly } from './websocket-only.ts'

export default defineConfig({
  root: import.meta.dirname,
  base: '/player/',
  plugins: [collapseCss(), inlineLimits(), preloadFont(), websocketOnly()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', manifest: true, assetsInlineLimit: 0 },
})
