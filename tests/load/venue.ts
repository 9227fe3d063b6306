/** A large venue, written straight into a fresh data folder: screens with boxes, in as many classes as wanted. */
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { entryRow, list, screenRow, slide } from '../../controller/realtime/testing.ts'
import { openDatabase } from '../../controller/storage/database.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { createStore, system } from '../../controller/storage/store.ts'

export interface VenueSize {
  readonly screens: number
  readonly classes: number
}

/** A box as it proves itself. */
export interface Box {
  readonly id: string
  readonly secret: string
}

const houseSlides = 20
const countdown: SlideBody = {
  ...slide('Nedtelling'),
  content: {
    kind: 'countdown',
    title: { nb: 'Finalen', en: '' },
    to: { kind: 'instant', at: instant(4_102_444_800_000) },
    finished: { nb: '', en: '' },
  },
}

/** The n-th box. */
export function boxOf(n: number): Box {
  return { id: `box-${n}`, secret: `secret-of-box-${n}` }
}

/** An event under way with one list for everybody (slides `s0` …) and one for each area, which makes the classes. */
export function makeVenue(folder: string, { screens, classes }: VenueSize): void {
  mkdirSync(folder, { recursive: true })
  const database = openDatabase(join(folder, 'infoskjerm.sqlite'))
  const store = createStore(database, Date.now, (error) => {
    throw error
  })
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  store.write(system, 'set-up', (tx) => {
    tx.put('events', {
      id: 'tg',
      name: 'Belastning',
      venueName: 'Hallen',
      firstDay: day(-1),
      lastDay: day(3),
      zone: 'Europe/Oslo',
      dayBreak: '05:00',
      theme: 'tg27',
      current: true,
      sampleReach: null,
      phase: 'running',
    })
    const stamp = { event: 'tg', draft: null, changedAt: 0, changedBy: '' }
    const names = Array.from({ length: houseSlides }, (_, n) => `s${n}`)
    for (const id of names) tx.put('slides', { id, published: slide(id), ...stamp })
    tx.put('slides', { id: 'countdown', published: countdown, ...stamp })
    tx.put('playlists', { id: 'house', published: list('Huset', ...names), ...stamp })
    tx.put('schedule', entryRow('house', 'house', { kind: 'always' }))
    for (let n = 0; n < classes; n++) {
      const area = `area-${n}`
      tx.put('areas', { id: area, event: 'tg', name: `Område ${n}`, position: n })
      tx.put('slides', { id: `own-${n}`, published: slide(`own-${n}`), ...stamp })
      tx.put('playlists', { id: `own-${n}`, published: list(`Liste ${n}`, `own-${n}`), ...stamp })
      tx.put('schedule', { ...entryRow(`own-${n}`, `own-${n}`, { kind: 'always' }), target: { kind: 'area', area } })
    }
    for (let n = 0; n < screens; n++) {
      const { id, secret } = boxOf(n)
      tx.put('screens', screenRow(`screen-${n}`, `area-${n % classes}`))
      const secretHash = createHash('sha256').update(secret).digest('hex')
      tx.put('devices', { id, screen: `screen-${n}`, secretHash, local: false, pairedAt: 0, quarantinedAt: null })
    }
  })
  database.close()
}
