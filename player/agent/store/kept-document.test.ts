/** A power cut between any two file operations leaves the old document or the new. */
import { describe, expect, it } from 'vitest'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeDisk, readAll } from './disk.ts'
import { keepDocument, keptDocument } from './kept-document.ts'
import { createRecorder, leftBehind, readOnly } from './testing/power-cut.ts'

const path = '/kept/manifest'
const bytes = (text: string): Uint8Array => Buffer.from(text)
const text = (body: Uint8Array | null): string | null => (body === null ? null : Buffer.from(body).toString())

async function diskWith(body: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const { disk } = createRecorder(new Map())
  await keepDocument(disk, path, bytes(body))
  return new Map([[path, await readAll(disk, path)]])
}

describe('keepDocument', () => {
  it('leaves the old or the new wherever the power is cut, and the new once it has resolved', async () => {
    const { disk, steps } = createRecorder(await diskWith('old'))
    const beforeCount = steps.length
    await keepDocument(disk, path, bytes('new'))
    const found = new Set<string | null>()
    for (let count = beforeCount; count <= steps.length; count += 1)
      for (const files of leftBehind(steps, count)) {
        const left = text(await keptDocument(readOnly(files), path))
        found.add(left)
        if (count === steps.length) expect(left).toBe('new')
      }
    expect([...found].sort()).toEqual(['new', 'old'])
  })

  it('writes over what an earlier cut left beside', async () => {
    const { disk } = createRecorder(new Map([[`${path}.new`, bytes('half a doc')]]))
    await keepDocument(disk, path, bytes('whole'))
    expect(text(await keptDocument(disk, path))).toBe('whole')
  })

  it('keeps on a real disk, and does not believe one that has rotted', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'infoskjerm-agent-'))
    try {
      const real = join(folder, 'manifest')
      expect(await keptDocument(nodeDisk, real)).toBeNull()
      await keepDocument(nodeDisk, real, bytes('one'))
      await keepDocument(nodeDisk, real, bytes('two'))
      expect(text(await keptDocument(nodeDisk, real))).toBe('two')
      await writeFile(real, 'rot', { flag: 'a' })
      expect(await keptDocument(nodeDisk, real)).toBeNull()
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
