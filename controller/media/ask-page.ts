/** Asks a page of the web what it says of itself, so that nobody can use the controller to reach what only the controller can (server-side request forgery). */
import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Framing } from '@infoskjerm/shared/wire/api.ts'
import { framingOf } from './framing.ts'
import { createReachOf, type Reach } from './public-address.ts'

export interface AskPageOptions {
  /** Whether pages of the venue's own network may be asked. */
  readonly asksVenue: boolean
  /** Every address of a name. */
  readonly addressesOf: (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>
  /** How far away an address is. */
  readonly reachOf: (address: string) => Reach
}

/** Answers what was found; never throws. */
export type AskPage = (url: string) => Promise<Framing>

const patienceMs = 5_000
const mostRedirects = 3

export const ownNetwork: Omit<AskPageOptions, 'asksVenue'> = {
  addressesOf: (host) => lookup(host, { all: true }),
  reachOf: createReachOf(),
}

interface Heard {
  readonly status: number
  readonly header: (name: string) => string | null
}

export function createAskPage(options: AskPageOptions): AskPage {
  const ask = async (url: URL, redirects: number): Promise<Framing> => {
    const address = await permitted(url, options)
    if (address === null) return unasked
    const heard = await headersOf(url, address)
    if (heard === null) return { answers: false, framing: 'unasked' }
    const to = heard.status >= 300 && heard.status < 400 ? heard.header('location') : null
    if (to !== null && redirects < mostRedirects && URL.canParse(to, url.href)) return ask(new URL(to, url), redirects + 1)
    return { answers: heard.status < 400, framing: framingOf(heard.header) }
  }
  return (url) => ask(new URL(url), 0).catch(() => unasked)
}

const unasked: Framing = { answers: true, framing: 'unasked' }

interface Pinned {
  readonly address: string
  readonly family: number
}

/** The one address that will be spoken to; null: not to any. A name that also means a forbidden address is not asked at all. */
async function permitted(url: URL, { asksVenue, addressesOf, reachOf }: AskPageOptions): Promise<Pinned | null> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  const host = url.hostname.replace(/^\[|\]$/gu, '')
  const family = isIP(host)
  const addresses = family === 0 ? await addressesOf(host) : [{ address: host, family }]
  const may = (reach: Reach): boolean => reach === 'public' || (reach === 'venue' && asksVenue)
  return addresses.every(({ address }) => may(reachOf(address))) ? (addresses[0] ?? null) : null
}

/** The head of the answer alone; null where nobody answers. The name was looked up once: what it means a moment later is of no account. */
function headersOf(url: URL, { address, family }: Pinned): Promise<Heard | null> {
  const pinned: LookupFunction = (_host, { all }, done) => (all === true ? done(null, [{ address, family }]) : done(null, address, family))
  return new Promise((resolve) => {
    const settle = (heard: Heard | null): void => {
      resolve(heard)
      request.destroy()
    }
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      agent: false,
      lookup: pinned,
      signal: AbortSignal.timeout(patienceMs),
      headers: { 'user-agent': 'infoskjerm', accept: 'text/html' },
      maxHeaderSize: 16_384,
    })
    request.on('response', (response) => {
      const header = (name: string): string | null => {
        const value = response.headers[name]
        return value === undefined ? null : [value].flat().join(', ')
      }
      settle({ status: response.statusCode ?? 0, header })
    })
    request.on('error', () => settle(null))
    request.end()
  })
}
