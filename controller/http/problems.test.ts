import { playlistBodySchema } from '@infoskjerm/shared/model/playlist.ts'
import { slideBodySchema } from '@infoskjerm/shared/model/slide.ts'
import { describe, expect, test } from 'vitest'
import { parseBody } from './problems.ts'

const words = { nb: 'Hei', en: '' }
const content = { kind: 'text', title: words, body: words, tone: 'night', picture: null }
const slide = { name: 'Vann', content, durationMs: 10_000, validFrom: null, validUntil: null }
const nameless = { ...slide, name: undefined }

describe('a slide that cannot be', () => {
  test.each<[string, unknown, string, string]>([
    ['no name', nameless, 'missing-field', 'name'],
    ['empty name', { ...slide, name: ' ' }, 'too-short', 'name'],
    ['a field too many', { ...slide, colour: 'red' }, 'unknown-field', 'colour'],
    ['a field too many, deep', { ...slide, content: { ...content, title: { ...words, sv: '' } } }, 'unknown-field', 'content.title.sv'],
    ['0 seconds', { ...slide, durationMs: 0 }, 'duration-too-short', 'durationMs'],
    ['2 days', { ...slide, durationMs: 172_800_000 }, 'invalid', 'durationMs'],
    ['text of 1 MB', { ...slide, content: { ...content, body: { nb: 'x'.repeat(1_000_000), en: '' } } }, 'too-long', 'content.body.nb'],
    ['a kind there is not', { ...slide, content: { ...content, kind: 'hologram' } }, 'invalid', 'content.kind'],
    ['a tone there is not', { ...slide, content: { ...content, tone: 'pink' } }, 'invalid', 'content.tone'],
    ['not an object', 'hello', 'invalid', ''],
    ['null', null, 'invalid', ''],
  ])('%s', (_, body, code, path) => {
    expect(() => parseBody(slideBodySchema, body)).toThrow(expect.objectContaining({ code, path }))
  })
})

test('the path counts into lists', () => {
  const item = { id: 'a', of: { kind: 'slide', slide: 'vann' }, durationMs: 5, validFrom: null, validUntil: null }
  expect(() => parseBody(playlistBodySchema, { name: 'L', order: 'sequence', items: [item] })).toThrow(
    expect.objectContaining({ code: 'duration-too-short', path: 'items.0.durationMs', params: { leastMs: 1_000 } }),
  )
})
