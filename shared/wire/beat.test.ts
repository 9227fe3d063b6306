import { describe, expect, it } from 'vitest'
import { instant } from '../time/instant.ts'
import { decodeBeat, encodeBeat } from './beat.ts'

const whole = { scene: '1f9a77c2', order: { epoch: 3, sequence: 40_211 }, drawnAt: instant(1_806_000_000_123), sentMs: 86_400_123.4 }

describe('[W6] a beat', () => {
  it.each([
    ['whole', whole],
    ['before the first scene', { scene: '', order: null, drawnAt: null, sentMs: null }],
    ['without a drawn frame', { ...whole, drawnAt: null }],
    ['without a question', { ...whole, sentMs: null }],
  ])('comes back as it was: %s', (_, beat) => {
    expect(decodeBeat(encodeBeat(beat))).toEqual(beat)
  })

  it('is about 40 bytes', () => {
    expect(encodeBeat(whole).length).toBeLessThanOrEqual(40)
  })

  it.each([
    [''],
    ['a'],
    [',,'],
    [',,,,'],
    ['A,1.1,,'],
    ['x,1,,'],
    [`${'a'.repeat(17)},,,`],
    ['a,,,-1'],
    [7],
    [null],
    [{}],
    [[whole.scene]],
  ])('is not %j', (text) => {
    expect(decodeBeat(text)).toBe(null)
  })
})
