/** Serves what the probe shows, and every way in which it can fail to come. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FaultServer {
  readonly origin: string
  /** Bytes to be served as `/media/<name>`, and as they can be damaged: `/half/<name>`, `/noise/<name>`, `/slow/<ms>/<name>`, `/gone/<name>`, `/never/<name>`. */
  readonly put: (name: string, type: string, bytes: Buffer) => void
  readonly close: () => Promise<void>
}

const style = 'position:fixed;width:80px;height:80px;background:#f0f'
const corners = ['left:0;top:0', 'right:0;top:0', 'left:0;bottom:0', 'right:0;bottom:0']
/** The page that is looked at. What its module exports stands as `probe` for whoever drives it. */
const frontPage = `<!doctype html><style>body{margin:0;background:#fff}</style><script type="module">import * as probe from '/probe.js';globalThis.probe=probe</script>`
/** The same corners as the pictures have. */
const page = `<!doctype html><body style="margin:0;background:linear-gradient(90deg,#4a8,#fc6)">${corners.map((at) => `<i style="${style};${at}"></i>`).join('')}`

/** `script`: what is served as `/probe.js`. */
export async function startFaultServer(script: string): Promise<FaultServer> {
  const files = new Map<string, { readonly type: string; readonly bytes: Buffer }>()
  const server = createServer((request, response) => {
    const [, how = '', ...rest] = new URL(request.url ?? '/', 'http://probe').pathname.split('/')
    const file = files.get(rest.at(-1) ?? '')
    if (how === '') return send(response, 'text/html', Buffer.from(frontPage))
    if (how === 'probe.js') return send(response, 'text/javascript', Buffer.from(script))
    if (how === 'page') return send(response, 'text/html', Buffer.from(page))
    // Answers with the whole page, and then never lets its process do anything again.
    if (how === 'blocks')
      return send(response, 'text/html', Buffer.from(`${page}<script>onload=()=>setTimeout(()=>{for(;;);},50)</script>`))
    if (how === 'never') return
    if (how === 'gone' || file === undefined) return response.writeHead(404).end()
    const { type, bytes } = file
    if (how === 'half') return cut(response, type, bytes)
    if (how === 'noise') return send(response, type, Buffer.from(bytes.map((byte, at) => (at < 64 ? byte : (byte * 31 + at) & 255))))
    if (how === 'slow') return void setTimeout(() => send(response, type, bytes), Number(rest[0]))
    return send(response, type, bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    put: (name, type, bytes) => void files.set(name, { type, bytes }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The connection goes when half has come. */
function cut(response: ServerResponse, type: string, bytes: Buffer): void {
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length, 'cache-control': 'no-store' })
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
}

function send(response: ServerResponse, type: string, bytes: Buffer): void {
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length, 'cache-control': 'no-store' }).end(bytes)
}
