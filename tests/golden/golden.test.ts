/** The golden event: what every screen of the sample venue shows over its days, written down, across the change of the clocks. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { publishedSample, type Sample } from './sample.ts'
import { type Moment, written } from './written.ts'

const folder = path.join(import.meta.dirname, 'screens')
const howToUpdate = 'has changed, and so has what these screens show. Is it meant? Then: npx vitest run --project unit tests/golden -u'

let sample: Sample
const texts = new Map<string, string>()

beforeAll(async () => {
  sample = await publishedSample()
  const { at } = sample
  const period = { from: at('2027-03-23T05:00'), until: at('2027-03-29T05:00') }
  const moments: readonly Moment[] = [
    { title: 'Åpningen', from: at('2027-03-24T18:15') },
    { title: 'Klokka stilles', from: at('2027-03-28T01:30') },
    { title: 'Premieutdeling', from: at('2027-03-28T09:00') },
    { title: 'Slutt', from: at('2027-03-28T17:30') },
    { title: 'Et døgn etter slutt', from: at('2027-03-30T04:30') },
  ]
  for (const one of sample.classes) texts.set(`${one.screens[0]}.txt`, written(one, period, moments))
})

describe('the golden event', () => {
  it('[T3, E2–E5] every screen shows what is written', async () => {
    for (const [file, text] of texts) await expect.soft(text, `${file} ${howToUpdate}`).toMatchFileSnapshot(path.join(folder, file))
  })

  it('has no text of a class that is gone', () => {
    const gone = readdirSync(folder).filter((file) => !texts.has(file))
    expect(gone, 'Nobody sees these any more: delete them.').toEqual([])
  })

  it('names every screen once', () => {
    const screens = sample.classes.flatMap((one) => one.screens)
    expect(new Set(screens).size).toBe(screens.length)
    expect(screens.length).toBeGreaterThanOrEqual(14)
  })
})
