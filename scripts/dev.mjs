/** The inner loop: the controller starts again when its sources change, the pages change in the browser as you save. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildPages } from './lib/pages.mjs'
import { root } from './lib/root.mjs'
import { tool } from './lib/run.mjs'
import { setUp } from './lib/set-up.mjs'

await setUp()
if (!(await buildPages())) process.exit(1)
const port = Number(process.env.INFOSKJERM_PORT ?? 3000)
const origin = `http://localhost:${port}`

const controller = spawn(
  process.execPath,
  tool('tsx/dist/cli.mjs', 'watch', '--clear-screen=false', '--exclude', 'controller/ui/**', 'controller/main.ts'),
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
)
const { createServer } = await import('vite')
const crew = await serve('controller/ui', port + 1, ['^/api/', '/media', '/player', '/socket.io'])
const player = await serve('player', port + 2, ['/player/v1', '/media', '/socket.io'])
console.log(
  `\nCrew pages   http://localhost:${port + 1}/\nPlayer page  http://localhost:${port + 2}/player/\nThe product  ${origin}/ (as built when this began)\nStop with Ctrl-C.\n`,
)

const stop = async () => {
  controller.kill('SIGTERM')
  await Promise.all([crew.close(), player.close()])
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop)
controller.on('exit', async (code) => {
  await stop()
  process.exit(code ?? 0)
})

/** A page with hot reload; everything else is asked of the controller, which takes it for its own page. */
async function serve(folder, ownPort, paths) {
  const asOwnPage = (proxy) => {
    for (const event of ['proxyReq', 'proxyReqWs'])
      proxy.on(event, (request) => request.getHeader('origin') && request.setHeader('origin', origin))
    proxy.on('error', () => undefined)
  }
  const proxy = Object.fromEntries(
    paths.map((from) => [from, { target: origin, changeOrigin: true, ws: from === '/socket.io', configure: asOwnPage }]),
  )
  const server = await createServer({
    configFile: path.join(root, folder, 'vite.config.ts'),
    logLevel: 'warn',
    server: { port: ownPort, strictPort: true, host: 'localhost', proxy, fs: { allow: [root] } },
  })
  return server.listen()
}
