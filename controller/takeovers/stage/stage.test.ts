import { limits } from '@infoskjerm/shared/limits.ts'
import { hourMs, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { TakeoverKeyBody } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Kept } from '../../media/ingest.ts'
import { area, createHallWorld, kari, ola } from '../../notices/testing.ts'
import type { TestWorld } from '../../testing/world.ts'
import { createKey, deleteKey, forgetKeys, listKeys, readKey } from '../keys/store.ts'
import { changeTakeover, createTakeover, endTakeover, recentTakeovers, runningTakeovers } from '../store.ts'
import { pictureHash, putPicture } from '../testing.ts'
import { createStageDoor } from './door.ts'
import { addPicture, giveStageBack, stageOf, takeStage } from './store.ts'

let world: TestWorld
beforeEach(() => {
  world = createHallWorld()
})
afterEach(() => world.close())

const make = (change: Partial<TakeoverKeyBody> = {}) =>
  createKey(world, kari, { name: 'Hovedscenen', screens: ['stage-open'], minutes: 15, uses: 3, ...change }).value
const black = { content: { kind: 'black' }, minutes: 10 } as const
const picture = { content: { kind: 'picture', hash: pictureHash }, minutes: 10 } as const
const kept: Kept = {
  ...{ kind: 'image', hash: pictureHash, thumbnail: null, type: 'image/webp' },
  ...{ widthPx: 40, heightPx: 20, durationMs: null, sizeBytes: 9 },
}
const running = () => runningTakeovers(world.store.db, 'tg', world.now())
const refusal = (code: string, path = '') => expect.objectContaining({ code, path })

describe('a key', () => {
  it('is told of without its secret, and gone from the list when it has run out', () => {
    const { row } = make()
    expect(listKeys(world)).toEqual([row])
    world.pass(15 * minuteMs)
    expect(listKeys(world)).toEqual([])
    world.pass(limits.endedKeptMs)
    forgetKeys(world)
    expect(() => readKey(world.store.db, row.id)).toThrow(refusal('not-found'))
  })

  it('leaves no trace of its secret in the record', () => {
    const { row, secret } = make()
    takeStage(world, row, black)
    deleteKey(world, ola, row.id)
    const record = JSON.stringify(world.store.db.$client.prepare('SELECT * FROM changes, revisions').all())
    expect(record).toContain('Hovedscenen')
    expect(record).not.toMatch(new RegExp(`${secret}|${row.secretHash}|[hH]ash`))
  })

  it.each<[string, Partial<TakeoverKeyBody>, string, string]>([
    ['for no screen', { screens: [] }, 'no-screens', 'screens'],
    ['for a screen there is not', { screens: ['hall-open', 'moon'] }, 'unknown-reference', 'screens.1'],
    ['for a screen twice', { screens: ['hall-open', 'hall-open'] }, 'duplicate', 'screens.1'],
  ])('%s is refused', (_, change, code, path) => {
    expect(() => make(change)).toThrow(refusal(code, path))
  })

  it('is refused where too many are out, and where the event has been ended', () => {
    for (let n = 0; n < limits.keys; n++) make()
    expect(() => make()).toThrow(refusal('too-many'))
    world.store.write(kari, 'end', (tx) => tx.put('events', { ...tx.need('events', 'tg', ''), phase: 'ended' }))
    expect(() => make()).toThrow(refusal('event-over'))
  })
})

describe('who holds it', () => {
  it('sees its screens, what is left of it, and what it made, and nothing else', () => {
    const { row } = make()
    createTakeover(world, ola, { content: { kind: 'black' }, target: area('stage'), minutes: 9 })
    expect(stageOf(world, row)).toEqual({
      name: 'Hovedscenen',
      screens: [{ id: 'stage-open', name: 'STAGE-OPEN', widthPx: 1_920, heightPx: 1_080 }],
      expiresAt: world.now() + 15 * minuteMs,
      usesLeft: 3,
      running: null,
      now: world.now(),
    })
  })

  it('takes over all its screens and no other, under the name of the key', () => {
    const { row } = make({ screens: ['stage-open', 'hall-crew'] })
    const { running: made, usesLeft } = takeStage(world, row, black)
    expect(made).toMatchObject({ content: black.content, screens: ['hall-crew', 'stage-open'], by: 'Nøkkel: Hovedscenen' })
    expect(usesLeft).toBe(2)
    expect(made).not.toHaveProperty('key')
    world.store.write(kari, 'move', (tx) => {
      const moved = tx.need('screens', 'hall-open', '')
      tx.put('screens', { ...moved, area: 'stage', tags: ['scene'] })
    })
    expect(stageOf(world, row).running?.screens).toEqual(['hall-crew', 'stage-open'])
  })

  it('gives back what it made, and nothing that others made', () => {
    const [mine, theirs] = [make().row, make().row]
    const crew = createTakeover(world, ola, { content: { kind: 'black' }, target: area('stage'), minutes: 60 }).value
    world.pass(1)
    takeStage(world, theirs, black)
    takeStage(world, mine, black)
    takeStage(world, mine, black)
    expect(giveStageBack(world, mine)).toMatchObject({ running: null })
    expect(running().map(({ key }) => key)).toEqual([theirs.id, crew.key])
    expect(recentTakeovers(world).filter(({ endedBy }) => endedBy !== null)).toHaveLength(2)
    const revision = world.store.revision()
    giveStageBack(world, mine)
    expect(world.store.revision()).toBe(revision)
  })

  it('has used it up after so many times, and can still give back', () => {
    const { row } = make({ uses: 1 })
    takeStage(world, row, black)
    expect(() => takeStage(world, row, black)).toThrow(refusal('key'))
    expect(() => addPicture(world, row, kept)).toThrow(refusal('key'))
    expect([running().length, readKey(world.store.db, row.id).usesLeft]).toEqual([1, 0])
    giveStageBack(world, row)
    expect(running()).toEqual([])
  })

  it('loses no use to a refusal', () => {
    const { row } = make()
    expect(() => takeStage(world, row, picture)).toThrow(refusal('unknown-reference', 'content.hash'))
    world.store.write(kari, 'gone', (tx) => tx.remove('screens', 'stage-open'))
    expect(() => takeStage(world, row, black)).toThrow(refusal('no-screens', 'target'))
    expect(readKey(world.store.db, row.id).usesLeft).toBe(3)
  })

  it('goes on with the rest where one of its screens is gone', () => {
    const { row } = make({ screens: ['stage-open', 'stage-crew'] })
    world.store.write(kari, 'gone', (tx) => tx.remove('screens', 'stage-open'))
    expect(takeStage(world, row, black).running?.screens).toEqual(['stage-crew'])
  })

  it('shows pictures of its own, whatever others it knows of', () => {
    const [mine, theirs] = [make().row, make().row]
    putPicture(world)
    addPicture(world, theirs, kept)
    expect(() => takeStage(world, mine, picture)).toThrow(refusal('unknown-reference', 'content.hash'))
    expect(addPicture(world, mine, kept)).toMatchObject({ row: { uploadedBy: 'Nøkkel: Hovedscenen' }, usesLeft: 2 })
    expect(takeStage(world, mine, picture)).toMatchObject({ usesLeft: 1, running: { content: picture.content } })
  })

  it('does nothing more once the key has run out, is taken back, or belongs to another event', () => {
    const spent = (spoil: (id: string) => unknown) => {
      const { row } = make()
      takeStage(world, row, black)
      spoil(row.id)
      expect(() => takeStage(world, row, black)).toThrow(refusal('key'))
      expect(() => addPicture(world, row, kept)).toThrow(refusal('key'))
      return row.id
    }
    const deleted = spent((id) => deleteKey(world, ola, id))
    expect(running().map(({ key }) => key)).toEqual([deleted])
    endTakeover(world, ola, running()[0]?.id ?? '')
    spent(() => world.pass(15 * minuteMs))
    spent(() =>
      world.store.write(kari, 'next', (tx) => {
        const old = tx.need('events', 'tg', '')
        tx.put('events', { ...old, current: false })
        tx.put('events', { ...old, id: 'tg28', current: true })
      }),
    )
  })

  it('cannot make it last: neither by using it nor by what the crew makes longer', () => {
    const { row } = make()
    const made = takeStage(world, row, { ...black, minutes: 60 }).running
    changeTakeover(world, kari, made?.id ?? '', (world.now() + 2 * hourMs) as never)
    expect(readKey(world.store.db, row.id).expiresAt).toBe(row.expiresAt)
  })

  it('stands in the record by the name of the key; the crew takes its deed back, and the use with it', () => {
    const { row } = make({ name: 'N'.repeat(limits.nameLength) })
    takeStage(world, row, black)
    const head = world.store.db.$client.prepare('SELECT who, who_name AS name, what FROM revisions ORDER BY revision DESC LIMIT 1').get()
    expect(head).toEqual({ who: `key-${row.id}`, name: `Nøkkel: ${'N'.repeat(limits.nameLength - 8)}`, what: 'stage.takeover' })
    world.store.undo(kari, world.store.revision())
    expect([running(), readKey(world.store.db, row.id)]).toEqual([[], row])
  })
})

describe('the door', () => {
  it('opens for the secret, until the key runs out', async () => {
    const door = createStageDoor(world)
    const { row, secret } = make()
    expect(await door(secret, 'here')).toEqual(row)
    world.pass(15 * minuteMs - 1)
    expect(await door(secret, 'here')).toEqual(row)
    world.pass(1)
    await expect(door(secret, 'here')).rejects.toEqual(refusal('key'))
  })

  it.each<[string, (made: ReturnType<typeof make>) => string]>([
    ['nothing', () => ''],
    ['a guess', () => 'guess'],
    ['the id', ({ row }) => row.id],
    ['the hash', ({ row }) => row.secretHash],
    ['the secret in capitals', ({ secret }) => secret.toUpperCase()],
    ['the secret and more', ({ secret }) => `${secret}x`],
  ])('stays shut for %s', async (_, guess) => {
    await expect(createStageDoor(world)(guess(make()), 'here')).rejects.toEqual(refusal('key'))
  })

  it('holds up who guesses, and nobody else', async () => {
    const door = createStageDoor(world)
    const { secret } = make()
    for (let n = 0; n < limits.keyTries; n++) await expect(door(`guess ${n}`, 'there')).rejects.toEqual(refusal('key'))
    await expect(door('one more', 'there')).rejects.toEqual(refusal('too-many'))
    await expect(door(secret, 'there')).rejects.toEqual(refusal('too-many'))
    expect((await door(secret, 'here')).name).toBe('Hovedscenen')
  })

  it('does not take a page left open for a thief', async () => {
    const door = createStageDoor(world)
    const [old, fresh] = [make({ minutes: 1 }), make()]
    for (let n = 0; n < 2 * limits.keyTries; n++) await door(fresh.secret, 'here')
    world.pass(minuteMs)
    for (let n = 0; n < 2 * limits.keyTries; n++) await expect(door(old.secret, 'here')).rejects.toEqual(refusal('key'))
    expect((await door(fresh.secret, 'here')).id).toBe(fresh.row.id)
  })
})
