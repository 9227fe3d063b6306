import { describe, expect, it } from 'vitest'
import { contrastOf, veilOver, weakPairs } from './contrast.ts'
import { builtInThemes, type ThemeBody, type ThemeColours } from './theme.ts'

const with_ = (change: Partial<ThemeColours>, ground: ThemeBody['ground'] = { kind: 'lights', ribs: true }) => ({
  colours: { ...builtInThemes.tg27.colours, ...change },
  ground,
})
const pairsOf = (theme: Pick<ThemeBody, 'colours' | 'ground'>) => weakPairs(theme).map(({ pair }) => pair)

describe('contrast of a theme', () => {
  it.each<[string, string, number]>([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#0b0e1a', '#f4f1ea', 17],
    ['#767676', '#ffffff', 4.5],
  ])('%s on %s is %f:1', (a, b, ratio) => expect(Math.abs(contrastOf(a, b) - ratio)).toBeLessThan(0.1))

  it.each(Object.entries(builtInThemes))('%s can be read across a hall', (_, theme) => expect(weakPairs(theme)).toEqual([]))

  it.each<[string, Partial<ThemeColours>, readonly string[]]>([
    ['grey words on night', { paper: '#8a8a8a' }, ['words', 'wordsOnPaper', 'quietOnPaper', 'wordsOnLight', 'wordsOnLight']],
    ['secondary words too dark', { quietOnNight: '#667099' }, ['quiet', 'quietOnLight', 'quietOnLight']],
    ['an amber that is too dark', { now: '#8a5a00' }, ['now', 'wordsOnNow', 'quietOnNow']],
    ['pale secondary words on paper', { quietOnPaper: '#8a8f9f' }, ['quietOnPaper']],
    ['a light that is too bright', { lightA: '#6f86ff' }, ['quietOnLight']],
  ])('%s is too weak', (_, change, pairs) => expect(pairsOf(with_(change))).toEqual(pairs))

  it('the colour that is offered passes, and is near the one that was chosen', () => {
    const given = with_({ quietOnNight: '#667099' })
    const weak = weakPairs(given)[0]
    expect(weak).toMatchObject({ pair: 'quiet', field: 'quietOnNight', needed: 7 })
    const mended = with_({ quietOnNight: weak?.colour ?? '' })
    expect(pairsOf(mended)).not.toContain('quiet')
    expect(contrastOf(weak?.colour ?? '', '#0b0e1a')).toBeLessThan(7.3)
  })

  it('lights do not matter where there are none', () =>
    expect(pairsOf(with_({ lightA: '#ffffff' }, { kind: 'picture', hash: 'a'.repeat(64) }))).toEqual([]))

  it('a picture is dimmed until white and black beneath all words hold, and no further than that', () => {
    const veil = veilOver(builtInThemes.tg27.colours)
    expect(veil).toBeGreaterThan(0.7)
    expect(veil).toBeLessThan(0.96)
    expect(veilOver(builtInThemes.contrast.colours)).toBeLessThan(veil)
  })
})
