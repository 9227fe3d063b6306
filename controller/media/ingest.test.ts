import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { limits } from '@infoskjerm/shared/limits.ts'
import { expect, test } from 'vitest'
import { openMediaFiles } from './files.ts'
import { createIngest } from './ingest.ts'
import { createEncoder } from './pictures/encoder.ts'
import { findVideoTools } from './video.ts'

test('an upload that does not say how long it is stops before it fills the disk, and leaves nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'infoskjerm-ingest-'))
  const files = await openMediaFiles(folder)
  const encoder = createEncoder()
  let freeBytes = limits.diskReserveBytes + 20_000_000
  const ingest = createIngest({ files: { ...files, freeBytes: () => Promise.resolve(freeBytes) }, encoder, tools: await findVideoTools() })
  let sentBytes = 0
  const endless = async function* () {
    // The head of an MP4 file (ISO/IEC 14496-12, section 4.3).
    yield Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom'), Buffer.alloc(8_192)])
    for (; ; sentBytes += 1_000_000, freeBytes -= 1_000_000) yield await Promise.resolve(Buffer.alloc(1_000_000))
  }
  await expect(ingest(endless(), 0)).rejects.toMatchObject({ code: 'disk-full' })
  expect(sentBytes).toBeLessThan(60_000_000)
  expect(readdirSync(join(folder, 'incoming'))).toEqual([])
  await encoder.close()
  rmSync(folder, { recursive: true })
})
