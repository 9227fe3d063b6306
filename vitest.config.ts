/** Four kinds of tests: `unit` (pure logic, real SQLite files, real sockets), `slow` (the same, where processes are started and killed: `*.slow.test.ts`), `browser` (what only a browser can show), `e2e` (the whole product in real Chromium). */
import { existsSync } from 'node:fs'
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

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          pool: 'threads',
          include: [
            'shared/**/*.test.ts',
            'controller/**/*.test.ts',
            'player/core/**/*.test.ts',
            'scripts/**/*.test.ts',
            'playlists/**/*.test.ts',
            'tests/golden/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/*.browser.test.ts', '**/*.slow.test.ts'],
        },
      },
      {
        test: {
          name: 'slow',
          environment: 'node',
          include: ['controller/**/*.slow.test.ts'],
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
          ],
        },
        test: {
          name: 'browser',
          include: ['shared/**/*.browser.test.ts', 'player/**/*.browser.test.ts', 'controller/ui/**/*.browser.test.ts'],
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
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // Whole browsers on a shared machine: what fails twice is broken.
          retry: process.env['CI'] === undefined ? 0 : 1,
        },
      },
    ],
  },
})
