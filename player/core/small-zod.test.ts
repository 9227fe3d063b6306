import { readdir, readFile } from 'node:fs/promises'
import { entryOf, itemOf, manifestOf, once, overrideOf, slideOf } from '@infoskjerm/shared/testing/build.ts'
import { randomFrom } from '@infoskjerm/shared/testing/random.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

const picture = { hash: 'a'.repeat(64), type: 'image/webp', widthPx: 16, heightPx: 9 }
const words = { nb: 'Hei', en: '' }
const order = { venue: 'v', epoch: 1, sequence: 2 }
const manifest = manifestOf({
  entries: [entryOf('m'), entryOf('e', { when: once(0, 60), band: 'event', exclusive: true, manual: true })],
  playlists: { m: 'a b @e', e: [itemOf('c', { durationMs: 5_000 }), itemOf('@m', { of: { kind: 'playlist', playlist: 'm', take: 2 } })] },
  slides: {
    a: slideOf(5, {
      content: { kind: 'image', picture, fit: 'cover', tone: 'paper', caption: words },
      variants: [{ for: 'portrait', content: { kind: 'clock', heading: words } }],
    }),
    b: slideOf(5, {
      content: { kind: 'layout', tone: 'night', regions: [{ xPct: 0, yPct: 0, widthPct: 50, heightPct: 100, playlist: 'e' }] },
      sponsor: 's',
    }),
    c: slideOf(5, { content: { kind: 'programme', heading: words, of: { scope: 'stage', stage: 'x' } } }),
  },
  change: { sponsors: { s: { rivals: ['t'] } } },
})
const programme = {
  stages: [{ id: 'x', name: words, letter: 'A', area: null }],
  happenings: [
    {
      id: 'h',
      title: words,
      stage: 'x',
      start: 1,
      end: 2,
      description: words,
      tags: ['featured'],
      was: { start: 0, stage: 'x' },
      cancelled: false,
    },
  ],
}
const overrides = {
  t: 'pointer',
  signed: { body: { kind: 'overrides', document: { overrides: [overrideOf('o')] }, ...order }, key: 'f'.repeat(64), signature: 'c2ln' },
}
const screen = {
  t: 'pointer',
  signed: {
    body: {
      kind: 'screen',
      screen: 'b7',
      class: 'c',
      name: 'B7',
      area: { id: 'lobby', name: 'Lobby' },
      tags: ['led'],
      exits: [{ name: 'Utgang', direction: 'left', confirmed: { by: 'kari', at: 5 } }],
      audience: 'public',
      variant: { profile: 'standard', widthPx: 1920, heightPx: 1080, distance: 'hall' },
      ...order,
    },
    key: 'f'.repeat(64),
    signature: 'c2ln',
  },
}
const samples = {
  manifestSchema: manifest,
  programmeSchema: programme,
  gatewayMessageSchema: overrides,
  signedSchema: screen.signed,
} as const
type Name = keyof typeof samples
type Schemas = Readonly<Record<Name, { safeParse: (value: unknown) => { success: boolean; data?: unknown } }>>

async function schemas(): Promise<Schemas> {
  vi.resetModules()
  const [one, two, three, four] = await Promise.all([
    import('@infoskjerm/shared/model/manifest.ts'),
    import('@infoskjerm/shared/model/programme.ts'),
    import('@infoskjerm/shared/wire/player.ts'),
    import('@infoskjerm/shared/wire/pointers.ts'),
  ])
  return {
    manifestSchema: one.manifestSchema,
    programmeSchema: two.programmeSchema,
    gatewayMessageSchema: three.gatewayMessageSchema,
    signedSchema: four.signedSchema,
  }
}

let real: Schemas
let small: Schemas
beforeAll(async () => {
  real = await schemas()
  vi.doMock('zod/mini', () => import('./small-zod.ts'))
  small = await schemas()
})
afterAll(() => vi.doUnmock('zod/mini'))

/** Every place in a value, as the way down to it. */
function placesIn(value: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way]
  return [way, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...way, key]))]
}

/** The value with something else at a place; `undefined` takes it out, and a `null` key adds one. */
function changed(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>
  if (rest.length === 0 && other === undefined) delete copy[key]
  else copy[key] = changed(copy[key], rest, other)
  return copy
}

const others = [undefined, null, 0, -1, 1.5, 1e300, '', ' x ', 'ÆØÅ', 'x'.repeat(5_000), true, [], [null], {}, { kind: 'all' }, { more: 1 }]

describe.each(Object.keys(samples) as Name[])('%s', (name) => {
  const both = (value: unknown) => [small, real].map((schemas) => schemas[name].safeParse(value))

  test('reads a sound document as zod does', () => {
    const [ours, theirs] = both(samples[name])
    expect(theirs?.success).toBe(true)
    expect(ours).toEqual(theirs)
  })

  test('takes and refuses what zod takes and refuses, wherever something is taken out, put in or replaced', () => {
    const random = randomFrom(7)
    const places = placesIn(samples[name])
    let [taken, refused] = [0, 0]
    for (const place of places)
      for (const other of others) {
        const value = changed(samples[name], place.length > 0 && random.chance(0.2) ? [...place.slice(0, -1), 'more'] : place, other)
        const [ours, theirs] = both(value)
        if (theirs?.success === true) taken++
        else refused++
        expect([ours?.success, ours?.data], `${place.join('.')} = ${JSON.stringify(other)}`).toEqual([theirs?.success, theirs?.data])
      }
    expect(taken).toBeGreaterThan(10)
    expect(refused).toBeGreaterThan(taken)
  })
})

test('has all that the documents of a player are described with', async () => {
  const small: object = await import('./small-zod.ts')
  const files = await Promise.all(
    (await readdir(new URL('../../shared/model/', import.meta.url)))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFile(new URL(`../../shared/model/${name}`, import.meta.url), 'utf8')),
  )
  const used = new Set(files.flatMap((text) => [...text.matchAll(/\bz\.([a-z_]\w*)/g)].map(([, name = '']) => name)))
  expect([...used].filter((name) => !Object.hasOwn(small, name))).toEqual([])
})
