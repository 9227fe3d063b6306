/** `/proof`: what was really shown, as JSON, as a table, and for each sponsor. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { dayMs } from '@infoskjerm/shared/time/instant.ts'
import type { ProofTrouble } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { parseInstant } from '../../http/instants.ts'
import { type Call, type Route, route } from '../../http/route.ts'
import { eventSpan } from '../../schedule/windows.ts'
import { createSponsors } from '../../sponsors/store.ts'
import { currentEvent } from '../../storage/current-event.ts'
import type { World } from '../../world.ts'
import type { PlaysState } from '../plays/taking.ts'
import { csvLines } from './csv.ts'
import type { Proof, Question } from './proof.ts'
import { keyOf } from './rows.ts'

export interface ProofRoutesOptions {
  readonly world: World
  readonly proof: Proof
  readonly state: () => PlaysState
  readonly screenName: (id: string) => string
}

const period = '`?from=` `&to=` (the event by default), `&sponsor=`, `&screen=`'

export function proofRoutes({ world, proof, state, screenName }: ProofRoutesOptions): readonly Route[] {
  return [
    route<null>({
      method: 'get',
      path: '/proof',
      who: 'signed-in',
      summary: `What was really shown in \`main\`, by day, slide and screen, and why the rest was not: ${period}, \`&after=\` the \`next\` of the page before.`,
      body: null,
      handle: async (call) => {
        const question = questionOf(call, world)
        const rows = await proof.rows(question)
        const after = call.query['after'] ?? ''
        const begin = after === '' ? 0 : rows.findIndex((row) => keyOf(row) > after)
        const page = begin === -1 ? [] : rows.slice(begin, begin + limits.pageRows)
        const last = page.at(-1)
        const { from, until } = question
        return { from, until, rows: page, next: last === undefined || last === rows.at(-1) ? null : keyOf(last) }
      },
    }),
    route<null>({
      method: 'get',
      path: '/proof.csv',
      who: 'signed-in',
      summary: `The same as a table (RFC 4180), in seconds: ${period}.`,
      body: null,
      handle: async (call) => {
        const rows = await proof.rows(questionOf(call, world))
        const sponsors = new Map(
          createSponsors(world)
            .list()
            .map(({ id, name }) => [id, name]),
        )
        const lines = csvLines(rows, { sponsor: (id) => sponsors.get(id) ?? id, screen: screenName })
        return new Response(streamOf(lines), {
          headers: {
            'content-type': 'text/csv; charset=utf-8; header=present',
            'content-disposition': 'attachment; filename="proof.csv"',
            'cache-control': 'no-store',
          },
        })
      },
    }),
    route<null>({
      method: 'get',
      path: '/proof/sponsors',
      who: 'signed-in',
      summary: 'What each sponsor really got of the event so far, when it last stood where, and how much of what was promised is kept.',
      body: null,
      handle: async () => ({ ...(await proof.sponsors()), troubles: troublesOf(state()) }),
    }),
    route<null>({
      method: 'get',
      path: '/sponsors/{id}/proof',
      who: 'signed-in',
      summary: 'The same of one sponsor.',
      body: null,
      handle: async ({ params }) => {
        const { sponsors, ...of } = await proof.sponsors()
        const found = sponsors.find(({ sponsor }) => sponsor === params['id'])
        if (found === undefined)
          throw new Problem(404, 'not-found', `There is no sponsor «${params['id']}».`, '', { id: params['id'] ?? '' })
        return { ...of, ...found, troubles: troublesOf(state()) }
      },
    }),
  ]
}

/** Problems `invalid`, `end-before-start`. */
function questionOf({ query }: Call<null>, world: World): Question {
  const span = eventSpan(currentEvent(world.store.db))
  const moment = (name: 'from' | 'to', otherwise: Question['from']) => {
    const text = query[name] ?? ''
    return text === '' ? otherwise : parseInstant(text, name)
  }
  const from = moment('from', span.from)
  const until = moment('to', span.until)
  if (until <= from) throw new Problem(422, 'end-before-start', 'The end must come after the start.', 'to')
  if (until - from > limits.planMs) throw new Problem(422, 'invalid', `At most ${limits.planMs / dayMs} days at once.`, 'to')
  const named = (name: 'sponsor' | 'screen') => ((query[name] ?? '') === '' ? null : (query[name] ?? null))
  return { from, until, sponsor: named('sponsor'), screen: named('screen') }
}

/** Text in pieces of a few thousand lines, made as they are asked for. */
function streamOf(lines: Iterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull(controller) {
      let text = ''
      for (let count = 0; count < 2_000; count++) {
        const next = lines.next()
        if (next.done === true) {
          if (text !== '') controller.enqueue(encoder.encode(text))
          controller.close()
          return
        }
        text += next.value
      }
      controller.enqueue(encoder.encode(text))
    },
  })
}

type Trouble = Omit<ProofTrouble, 'at'> & { readonly at: number }

function troublesOf({ begunAnew, failingAt }: PlaysState): readonly Trouble[] {
  const anew: readonly Trouble[] = begunAnew === null ? [] : [{ kind: begunAnew.why, at: begunAnew.at, aside: begunAnew.aside }]
  return failingAt === null ? anew : [...anew, { kind: 'failing', at: failingAt, aside: null }]
}
