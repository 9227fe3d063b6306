/** Five kinds of tests: `unit` (pure logic, real SQLite files, real sockets), `slow` (the same, where processes are started and killed: `*.slow.test.ts`), `browser` (what only a browser can show), `e2e` and `hands` (the whole product in real Chromium). */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'

const executablePath =
  process.env['CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** End-to-end tests that mostly wait for pages: two at a time. Those that count frames or kill the controller are alone. */
const sideBySide = [
  'tests/e2e/hands/**/*.test.ts',
  'tests/contact/**/*.test.ts',
  'tests/e2e/{accessibility,bad-input,crew-volunteer,farewell,practice,screens,settings,words}.test.ts',
]

/** Workers at a time. The runner itself leaves one core out, which on two is half of them. */
const bothCores = Math.max(2, availableParallelism() - 1)

/** Whole browsers on a shared machine: what fails twice is broken. */
const wholeProduct = { testTimeout: 120_000, hookTimeout: 120_000, retry: process.env['CI'] === undefined ? 0 : 1 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          pool: 'threads',
          maxWorkers: bothCores,
          include: [
            'shared/**/*.test.ts',
            'controller/**/*.test.ts',
            'player/core/**/*.test.ts',
            'player/page/**/*.test.ts',
            'player/stage/**/*.test.ts',
            'player/agent/**/*.test.ts',
            'scripts/**/*.test.ts',
            'playlists/**/*.test.ts',
            'tests/golden/**/*.test.ts',
            'tests/sim/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/*.browser.test.ts', '**/*.slow.test.ts'],
        },
      },
      {
        test: {
          name: 'slow',
          environment: 'node',
          maxWorkers: bothCores,
          include: ['{controller,player}/**/*.slow.test.ts'],
        },
      },
      {
        optimizeDeps: {
          include: [
            'lit',
            'lit/decorators.js',
            'lit/directives/repeat.js',
            'lit/directives/style-map.js',
            'lit/directives/live.js',
            'zod/mini',
            'socket.io-client',
            'hls.js/light',
          ],
        },
        test: {
          name: 'browser',
          include: [
            'shared/**/*.browser.test.ts',
            'player/**/*.browser.test.ts',
            'tests/glass/**/*.browser.test.ts',
            'controller/ui/**/*.browser.test.ts',
          ],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { ...(executablePath === undefined ? {} : { executablePath }), args } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: sideBySide,
          fileParallelism: false,
          ...wholeProduct,
        },
      },
      {
        test: {
          name: 'hands',
          environment: 'node',
          include: sideBySide,
          maxWorkers: 2,
          ...wholeProduct,
        },
      },
    ],
  },
})
