/** A Vite plugin that leaves out of Socket.IO what a player never uses: it speaks JSON over WebSocket, or asks by plain GET. */
import type { Plugin } from 'vite'

const never = `const never = () => { throw new Error('a player speaks JSON over WebSocket') }\n`

/** What stands in place of a module, by the end of its path. Everything exported there that somebody imports is exported here. */
const instead: Readonly<Record<string, string>> = {
  'engine.io-client/build/esm/transports/index.js': `
    import { WS } from './websocket.js'
    export const transports = { websocket: WS }`,
  'engine.io-client/build/esm/transports/polling-fetch.js': `export const Fetch = null`,
  'engine.io-client/build/esm/transports/polling-xhr.js': `export const XHR = null`,
  'engine.io-client/build/esm/transports/webtransport.js': `export const WT = null`,
  'engine.io-client/build/esm/contrib/parseuri.js': `
    export function parse(address) {
      const { protocol, hostname, port, pathname, search } = new URL(address, location.href)
      const query = search.slice(1)
      return { source: address, protocol: protocol.slice(0, -1), host: hostname.replace(/[[\\]]/g, ''), port, path: pathname, query, queryKey: Object.fromEntries(new URLSearchParams(query)) }
    }`,
  'engine.io-parser/build/esm/contrib/base64-arraybuffer.js': `${never} export { never as decode, never as encode }`,
  'socket.io-parser/build/esm/binary.js': `${never} export { never as deconstructPacket, never as reconstructPacket }`,
  'socket.io-parser/build/esm/is-binary.js': `export const isBinary = () => false, hasBinary = () => false`,
}

export function websocketOnly(): Plugin {
  return {
    name: 'websocket-only',
    apply: 'build',
    load: (id) => Object.entries(instead).find(([end]) => id.endsWith(end))?.[1] ?? null,
  }
}
