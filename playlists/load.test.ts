/** What the loader answers to folders with one thing wrong: a sentence with file, line and field. */
import { plainCare } from '@infoskjerm/shared/model/care.ts'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lintVenue } from './lint.ts'
import { loadVenue } from './load.ts'
import { inWords, VenueMistakes } from './mistakes.ts'
import { wallClock } from '../controller/schedule/windows.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'infoskjerm-venue-'))
  await cp(path.join(import.meta.dirname, 'testing/small'), folder, { recursive: true })
})

afterEach(() => rm(folder, { recursive: true }))

/** Replaces text in a file of the venue; the text must be there. */
async function change(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(path.join(folder, file), 'utf8')
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
  await writeFile(path.join(folder, file), text.replace(from, to))
}

async function mistakes(): Promise<readonly string[]> {
  try {
    await loadVenue(folder, wallClock)
    return []
  } catch (error) {
    if (error instanceof VenueMistakes) return error.mistakes.map(inWords)
    throw error
  }
}

describe('a small venue', () => {
  it('is read whole', async () => {
    const venue = await loadVenue(folder, wallClock)
    expect(venue.screens).toEqual([
      {
        id: 'door',
        name: 'Door',
        area: 'hall',
        tags: [],
        widthPx: 1080,
        heightPx: 1920,
        distance: 'near',
        profile: 'standard',
        audience: 'public',
        state: { kind: 'in-service' },
        exits: [{ name: 'North gate', direction: 'left', confirmed: null }],
        local: true,
        sizeInches: null,
        care: plainCare,
        position: 0,
      },
    ])
    expect(venue.playlists[0]?.items).toEqual([
      { id: 'hello', of: { kind: 'slide', slide: 'hello' }, durationMs: null, validFrom: null, validUntil: null },
      {
        id: 'hello-2',
        of: { kind: 'slide', slide: 'hello' },
        durationMs: 90_000,
        validFrom: null,
        validUntil: Date.parse('2027-05-01T20:00Z'),
      },
    ])
    expect(venue.slides[0]).toEqual({
      id: 'hello',
      name: 'Hello',
      content: {
        kind: 'text',
        title: { nb: 'Hei', en: 'Hello' },
        body: { nb: 'Velkommen **inn**.', en: 'Come **in**.' },
        tone: 'night',
        picture: null,
      },
      variants: [],
      durationMs: 12_000,
      validFrom: null,
      validUntil: null,
      sponsor: null,
      embargo: false,
      audience: 'everyone',
    })
    expect(venue.happenings[0]).toMatchObject({ start: Date.parse('2027-05-01T18:00Z'), end: Date.parse('2027-05-01T18:00Z'), was: null })
    expect(venue.schedule.map(({ target, when }) => [target, when])).toEqual([
      [{ kind: 'all' }, { kind: 'always' }],
      [
        {
          kind: 'and',
          of: [
            { kind: 'area', area: 'hall' },
            { kind: 'not', of: { kind: 'tag', tag: 'crew' } },
          ],
        },
        { kind: 'daily', from: '22:00', until: '02:00', firstDay: '2027-05-01', lastDay: '2027-05-02', except: [] },
      ],
    ])
    expect(venue.demo).toBeNull()
  })

  it('has nothing to be advised on', async () => expect(lintVenue(await loadVenue(folder, wallClock))).toEqual([]))
})

describe('sponsors', () => {
  const write = (text: string) => writeFile(path.join(folder, 'sponsors.yaml'), text)

  it('are read with their promises and rivals', async () => {
    await write(`
- { id: sun, name: Sun, promise: { share: 12.5%, where: { area: hall }, hours: { from: 18:00, until: 02:00 } }, rivals: [moon] }
- { id: moon, name: Moon, promise: { minutes: 30 } }
- { id: star, name: Star }
`)
    await change('slides/hello.md', 'duration: 12s', 'duration: 12s\nsponsor: sun\nembargo: true')
    await change('playlists/house.yaml', '- hello', '- hello\n  - { playlist: other, take: 2 }')
    await writeFile(path.join(folder, 'playlists/other.yaml'), 'name: Other\norder: shuffle\nitems: [hello]')
    const venue = await loadVenue(folder, wallClock)
    const hours = { from: '18:00', until: '02:00' }
    expect(venue.sponsors).toEqual([
      {
        id: 'sun',
        name: 'Sun',
        promise: { amount: { kind: 'share', percent: 12.5 }, where: { kind: 'area', area: 'hall' }, hours },
        rivals: ['moon'],
      },
      { id: 'moon', name: 'Moon', promise: { amount: { kind: 'minutes', perDay: 30 }, where: { kind: 'all' }, hours: null }, rivals: [] },
      { id: 'star', name: 'Star', promise: null, rivals: [] },
    ])
    expect(venue.slides[0]).toMatchObject({ sponsor: 'sun', embargo: true })
    expect(venue.playlists[0]?.items[1]?.of).toEqual({ kind: 'playlist', playlist: 'other', take: 2 })
    expect(venue.playlists[1]?.order).toBe('shuffle')
  })

  it.each([
    [
      'two promises at once',
      '- { id: sun, name: Sun, promise: { share: 8%, minutes: 3 } }',
      '«0.promise»: promises either { share: 8% } or { minutes: 30 } a day.',
    ],
    [
      'a share that is a number',
      '- { id: sun, name: Sun, promise: { share: 0.08 } }',
      '«0.promise.share»: is a share of the airtime like 8%.',
    ],
    [
      'a rival that is not there',
      '- { id: sun, name: Sun, rivals: [moon] }',
      '«sun › rivals»: there is no «moon» among the sponsors. Did you mean one of: sun?',
    ],
    ['a rival of oneself', '- { id: sun, name: Sun, rivals: [sun] }', '«sun › rivals»: nobody is a rival of oneself.'],
    [
      'a promise where nothing hangs',
      '- { id: sun, name: Sun, promise: { share: 8%, where: { area: moon } } }',
      '«sun › promise.where»: there is no «moon» among the areas. Did you mean one of: hall?',
    ],
  ])('%s', async (_, text, sentence) => {
    await write(text)
    expect(await mistakes()).toEqual([`sponsors.yaml, line 1, ${sentence}`])
  })

  it('of a slide must be there', async () => {
    await change('slides/hello.md', 'duration: 12s', 'duration: 12s\nsponsor: sun')
    expect(await mistakes()).toEqual(['slides/hello.md, line 5, «sponsor»: there is no «sun» among the sponsors. There are none yet.'])
  })
})

describe('an entry that follows the programme', () => {
  const daily = '{ daily: { from: 22:00, until: 02:00 } }'
  beforeEach(() => change('programme.yaml', '20:00 }', '20:00, end: 2027-05-01 22:00 }'))

  it.each([
    ['{ happening: concert, from: start-15, until: end+30 }', 'start', -15, 'end', 30],
    ['{ happening: concert }', 'start', 0, 'end', 0],
    ['{ happening: concert, from: end, until: end+90 }', 'end', 0, 'end', 90],
  ])('%s', async (form, from, fromMin, until, untilMin) => {
    await change('schedule.yaml', daily, form)
    expect((await loadVenue(folder, wallClock)).schedule[1]?.when).toEqual({
      ...{ kind: 'happening', happening: 'concert', from: { edge: from, offsetMin: fromMin }, until: { edge: until, offsetMin: untilMin } },
    })
  })

  it.each([
    [
      'one that is not there',
      '{ happening: concerto }',
      'night › when',
      'there is no «concerto» among the happenings. Did you mean one of: concert?',
    ],
    ['nothing between its edges', '{ happening: concert, from: end, until: start }', 'night › when', 'ends before it starts.'],
    ['an edge that is none', '{ happening: concert, from: middle }', '1.when', 'says when: '],
    ['minutes written otherwise', '{ happening: concert, from: start - 15 min }', '1.when', 'says when: '],
    ['over a day off', '{ happening: concert, until: end+1441 }', '1.when', 'says when: '],
  ])('%s', async (_, form, field, sentence) => {
    await change('schedule.yaml', daily, form)
    expect(await mistakes()).toEqual([expect.stringContaining(`schedule.yaml, line 12, «${field}»: ${sentence}`)])
  })
})

describe('what is wrong is said by file, line and field', () => {
  const table: readonly (readonly [what: string, file: string, from: string, to: string, sentence: string])[] = [
    ['a field that is missing', 'event.yaml', 'zone: Europe/Oslo\n', '', 'event.yaml, line 1, «zone»: is missing.'],
    [
      'a field that is not known',
      'areas.yaml',
      'name: Hall',
      'nmae: Hall, name: Hall',
      'areas.yaml, line 1, «0.nmae»: is not known here. Check the spelling, or take it away.',
    ],
    [
      'a zone that is not known',
      'event.yaml',
      'Europe/Oslo',
      'Europe/Hamar',
      'event.yaml, line 6, «zone»: is no time zone that is known here. Write it like Europe/Oslo.',
    ],
    [
      'a date that is none',
      'programme.yaml',
      '2027-05-01',
      '2027-02-30',
      'programme.yaml, line 1, «0.start»: is a date that is not in the calendar.',
    ],
    [
      'a size in words',
      'screens.yaml',
      '1080x1920',
      'portrait',
      'screens.yaml, line 4, «0.size»: is a width and height in pixels like 1920x1080.',
    ],
    [
      'an area that does not exist',
      'screens.yaml',
      'area: hall',
      'area: hal',
      'screens.yaml, line 3, «door › area»: there is no «hal» among the areas. Did you mean one of: hall?',
    ],
    [
      'a duration of nothing',
      'slides/hello.md',
      '12s',
      '0s',
      'slides/hello.md, line 4, «duration»: is a time like 12s, 1m30s or 2h, from 1s to 24h.',
    ],
    [
      'a duration without a unit',
      'slides/hello.md',
      '12s',
      '12',
      'slides/hello.md, line 4, «duration»: is a time like 12s, 1m30s or 2h, from 1s to 24h.',
    ],
    [
      'a kind that is not known',
      'slides/hello.md',
      'kind: text',
      'kind: txt',
      'slides/hello.md, line 3, «kind»: is one of text, image, video, programme, countdown, clock, happening, qr.',
    ],
    [
      'a slide without its fields',
      'slides/hello.md',
      '---\n',
      '',
      'slides/hello.md, line 1: A slide begins with its fields between two lines of three hyphens (---); the text comes after them.',
    ],
    [
      'a picture that is not there',
      'slides/hello.md',
      'tone: night',
      'picture: Sun.png',
      'slides/hello.md, line 5, «picture»: there is no «Sun.png» in the folder media/. Capital letters count.',
    ],
    [
      'an item that is no slide',
      'playlists/house.yaml',
      '- hello',
      '- helo',
      'playlists/house.yaml, line 3, «items.0»: there is no «helo» among the slides. Did you mean one of: hello?',
    ],
    [
      'an item of two kinds',
      'playlists/house.yaml',
      'slide: hello',
      'slide: hello, playlist: house',
      'playlists/house.yaml, line 4, «items.1»: is the id of a slide, or { slide: …, duration: 12s, from: …, until: … }, or { playlist: …, take: 2 }.',
    ],
    [
      'a list inside itself',
      'playlists/house.yaml',
      '- hello',
      '- { playlist: house }',
      'playlists/house.yaml, line 3, «items»: the list holds itself: house › house.',
    ],
    [
      'an empty list',
      'playlists/house.yaml',
      /* the whole list */ '  - hello\n  - { slide: hello, duration: 1m30s, until: 2027-05-01 22:00 }',
      '  []',
      'playlists/house.yaml, line 3, «items»: the list is empty. Put a slide in it, or take the file away.',
    ],
    [
      'an end before its start',
      'programme.yaml',
      'start: 2027-05-01 20:00',
      'start: 2027-05-01 20:00, end: 2027-05-01 01:00',
      'programme.yaml, line 1, «concert › end»: is before the start. After midnight the date is the next one.',
    ],
    [
      'a place in the wrong form',
      'schedule.yaml',
      'where: all',
      'where: everywhere',
      'schedule.yaml, line 4, «0.where»: says on which screens: all, or one of { area: … }, { tag: … }, { screen: … }, { any: [ … ] }, { every: [ … ] }, { not: … }.',
    ],
    [
      'a time that is none',
      'schedule.yaml',
      '22:00',
      '25:00',
      'schedule.yaml, line 12, «1.when»: says when: always, { once: { from: 2027-03-27 21:00, until: 2027-03-28 01:30 } }, { daily: { from: 18:00, until: 02:00 } }, { rule: { repeat: FREQ=WEEKLY;BYDAY=SA, from: 18:00, until: 02:00, firstDay: 2027-03-27 } } or { happening: demoshow, from: start-15, until: end }.',
    ],
    [
      'an id used twice',
      'schedule.yaml',
      'id: night',
      'id: always',
      'schedule.yaml, line 7, «always › id»: «always» is used twice in this file. Give one of them another id.',
    ],
  ]
  it.each(table)('%s', async (_, file, from, to, sentence) => {
    await change(file, from, to)
    expect(await mistakes()).toEqual([sentence])
  })

  it('a file that is missing', async () => {
    await rm(path.join(folder, 'stages.yaml'))
    expect(await mistakes()).toEqual(['stages.yaml: The file is missing. See playlists/README.md for what stands in it.'])
  })

  it('a file whose name is no id', async () => {
    await writeFile(path.join(folder, 'slides/Å pne.md'), '')
    expect(await mistakes()).toEqual(['slides/Å pne.md: The name of the file is an id: lower-case letters a–z, digits and hyphens.'])
  })

  it('YAML that is none', async () => {
    await writeFile(path.join(folder, 'areas.yaml'), '- { id: hall, name: "Hall }\n')
    const [first] = await mistakes()
    expect(first).toMatch(/^areas\.yaml, line \d+: This is not YAML: .*Mend the indentation or the quotes\.$/)
  })

  it('everything at once, so that one round of mending is enough', async () => {
    await change('screens.yaml', '1080x1920', 'large')
    await change('slides/hello.md', '12s', 'long')
    expect(await mistakes()).toHaveLength(2)
  })
})

describe('advice', () => {
  it('a sponsor nobody sees', async () => {
    await writeFile(path.join(folder, 'sponsors.yaml'), '- { id: sun, name: Sun }')
    expect(lintVenue(await loadVenue(folder, wallClock))).toEqual(['The sponsor «sun» has no slide.'])
  })

  it.each([
    ['a slide nobody sees', 'playlists/house.yaml', 'hello', 'other', 'The slide «hello» is in no playlist that is sent.'],
    [
      'a title nobody can read in passing',
      'slides/hello.md',
      'nb: Hei',
      'nb: en to tre fire fem seks sju åtte ni',
      'The title of «hello» has 9 words; 8 can be read in passing.',
    ],
    [
      'a straight quotation mark',
      'slides/hello.md',
      'Velkommen',
      '"Velkommen"',
      '«hello» has straight quotation marks; write «», “” or ’.',
    ],
  ])('%s', async (_, file, from, to, finding) => {
    await writeFile(path.join(folder, 'slides/other.md'), '---\nname: Other\nkind: clock\nduration: 5s\nheading: Now\n---\n')
    await change('playlists/house.yaml', '- hello', '- hello\n  - other')
    if (to === 'other') for (let n = 0; n < 2; n++) await change(file, from, to)
    else await change(file, from, to)
    expect(lintVenue(await loadVenue(folder, wallClock))).toEqual([finding])
  })
})
