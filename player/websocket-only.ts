/** A Vite plugin that leaves Socket.IO's other transports out: players speak WebSocket or ask by plain GET. */
import type { Plugin } from 'vite'

const unused = /engine\.io-client\/build\/esm\/transports\/(polling-xhr|polling-fetch|webtransport)\.js$/

export function websocketOnly(): Plugin {
  return {
    name: 'websocket-only',
    apply: 'build',
    load: (id) => (unused.test(id) ? 'export class XHR {}\nexport class Fetch {}\nexport class WT {}\n' : null),
  }
}
