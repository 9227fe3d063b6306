import { describe, expect, it } from 'vitest'
import { createKeptTime } from './kept-time.ts'

const day = 86_400_000
const night = 1_806_000_000_000
const at = (wallMs: number, kept: string | null) => createKeptTime({ wallMs: () => wallMs, recall: () => kept, remember: () => undefined })

describe('[T5] the clock of a computer that was just started', () => {
  it.each([
    ['an hour after it was last known', night + 3_600_000, `0,${night}`, true],
    ['thirteen days after', night + 13 * day, `0,${night}`, true],
    ['before it was last known: its battery is flat', night - 1, `0,${night}`, false],
    ['in 1970', 3_000, `0,${night}`, false],
    ['fifteen days after', night + 15 * day, `0,${night}`, false],
    ['always an hour behind, and known to be', night - 3_600_000 + 60_000, `3600000,${night}`, true],
    ['never known', night, null, false],
    ['kept by an older version', night, '-12', false],
    ['kept in pieces', night, 'x,y', false],
  ])('%s', (_, wallMs, kept, likely) => {
    expect(at(wallMs, kept).isLikely).toBe(likely)
  })

  it('is put right by how far it was off', () => {
    expect(at(night, `-2500,${night}`).guessMs()).toBe(night - 2_500)
    expect(at(night, 'rubbish').guessMs()).toBe(night)
  })

  it('is kept every ten seconds, also when it was set back', () => {
    const kept: string[] = []
    const time = createKeptTime({ wallMs: () => night, recall: () => null, remember: (_, text) => kept.push(text) })
    for (const synced of [night, night + 9_999, night + 10_000, night + 12_000, night - 3_600_000]) time.keep(synced)
    expect(kept).toEqual([`0,${night}`, `10000,${night + 10_000}`, `-3600000,${night - 3_600_000}`])
  })
})
