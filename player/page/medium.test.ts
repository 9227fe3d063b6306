import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchMedium, type Haste } from './medium.ts'

afterEach(() => vi.unstubAllGlobals())

/** A network that brings ten chunks, one each 20 ms; `cancelled` counts those who hung up. */
function network() {
  const told = { cancelled: 0, chunks: 0 }
  vi.stubGlobal('fetch', async () => {
    const body = new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          if (told.chunks++ === 10) return controller.close()
          await new Promise((resolve) => setTimeout(resolve, 20))
          controller.enqueue(new Uint8Array(1_000).fill(told.chunks))
        },
        cancel: () => {
          told.cancelled++
        },
      },
      { highWaterMark: 0 },
    )
    return new Response(body, { headers: { 'content-type': 'video/mp4' } })
  })
  return told
}

const unheard = (): void => undefined
const fetched = async (haste: () => Haste) => {
  const began = performance.now()
  const blob = await fetchMedium('a', haste, false, unheard)
  return { blob, tookMs: performance.now() - began }
}

describe('[W8] a medium', () => {
  it('whose turn is near is read as fast as it comes, and is whole', async () => {
    network()
    const { blob, tookMs } = await fetched(() => 'run')
    expect(tookMs).toBeLessThan(330)
    expect(blob?.type).toBe('video/mp4')
    const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
    expect([bytes.length, bytes[0], bytes.at(-1)]).toEqual([10_000, 1, 10])
  })

  it('that nobody needs soon takes half of the time only', async () => {
    network()
    const { tookMs } = await fetched(() => 'rest')
    expect(tookMs).toBeGreaterThan(380)
  })

  it('goes on at once when its turn comes near', async () => {
    const told = network()
    const { tookMs } = await fetched(() => (told.chunks > 2 ? 'run' : 'rest'))
    expect(tookMs).toBeLessThan(380)
  })

  it('that nobody needs any more is hung up on', async () => {
    const told = network()
    const { blob } = await fetched(() => (told.chunks > 3 ? 'stop' : 'rest'))
    expect(blob).toBeNull()
    expect(told).toMatchObject({ cancelled: 1 })
    expect(told.chunks).toBeLessThan(7)
  })

  it('that is not there is an error', async () => {
    vi.stubGlobal('fetch', async () => new Response(null, { status: 404 }))
    await expect(fetchMedium('a', () => 'run', false, unheard)).rejects.toThrow('404')
  })
})
