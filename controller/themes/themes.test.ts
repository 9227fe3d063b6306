import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtInThemes, type ThemeBody } from '@infoskjerm/shared/model/theme.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openMediaFiles } from '../media/files.ts'
import { createLibrary } from '../media/store.ts'
import { storedType } from '../media/sniff.ts'
import { createContentReader } from '../publish/store.ts'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { createFonts } from './fonts.ts'
import { createThemes, type Themes } from './store.ts'

const kari = { id: 'kari', name: 'Kari' }
const font = 'f'.repeat(64)
const own = (change: Partial<ThemeBody> = {}): ThemeBody => ({ ...builtInThemes.tg27, name: 'Eget', ...change })
const coloured = (colours: Partial<ThemeBody['colours']>): ThemeBody => own({ colours: { ...builtInThemes.tg27.colours, ...colours } })

let world: TestWorld
let themes: Themes
beforeEach(() => {
  world = createTestWorld()
  themes = createThemes(world, (hash) => hash === font)
})
afterEach(() => world.close())

const picture = (hash: string) =>
  createLibrary(world).add(kari, 'bunn.webp', {
    ...{ kind: 'image', hash, thumbnail: null, type: 'image/webp', widthPx: 1_920, heightPx: 1_080, durationMs: null, sizeBytes: 1 },
  }).value
const look = () => createContentReader(world.store.db, world.now).read(null)?.event.look

describe('themes', () => {
  it('reach no screen as drafts, and screens once they are published and chosen', () => {
    const { id } = themes.create(kari, own()).value
    expect(() => themes.choose(kari, id)).toThrow(expect.objectContaining({ code: 'unknown-reference', path: 'theme' }))
    themes.publish(kari, id)
    themes.choose(kari, id)
    expect(look()).toEqual(own())
    themes.saveDraft(kari, id, coloured({ now: '#ffd060' }))
    expect(look()).toEqual(own())
    const { revision } = themes.publish(kari, id)
    expect(look()?.colours.now).toBe('#ffd060')
    world.store.undo(kari, revision)
    expect(look()).toEqual(own())
  })

  it('built-in ones are chosen by name, and travel by name alone', () => {
    themes.choose(kari, 'contrast')
    expect(look()).toBeNull()
  })

  it('one that the event wears cannot be deleted', () => {
    const { id } = themes.create(kari, own()).value
    themes.publish(kari, id)
    themes.choose(kari, id)
    expect(() => themes.remove(kari, id)).toThrow(expect.objectContaining({ code: 'in-use' }))
    themes.choose(kari, 'tg27')
    themes.remove(kari, id)
    expect(themes.list()).toEqual([])
  })

  it('a picture that a theme needs stays in the library', () => {
    const { id, hash } = picture('a'.repeat(64))
    themes.create(kari, own({ ground: { kind: 'picture', hash } }))
    expect(() => createLibrary(world).remove(kari, id)).toThrow(expect.objectContaining({ code: 'in-use', params: { names: 'Eget' } }))
  })

  it('words that cannot be read across a hall are refused, with the colour that would do', () => {
    const weak = coloured({ quietOnNight: '#667099', lightA: '#000000', lightB: '#000000' })
    let said: { readonly path?: string; readonly params?: { readonly pair: string; readonly colour: string } } = {}
    try {
      themes.create(kari, weak)
    } catch (problem) {
      said = problem as typeof said
    }
    expect(said).toMatchObject({ code: 'contrast', path: 'colours.quietOnNight', params: { pair: 'quiet', needed: 7 } })
    expect(
      themes.create(kari, { ...weak, colours: { ...weak.colours, quietOnNight: said.params?.colour ?? '' } }).revision,
    ).toBeGreaterThan(0)
  })

  it.each<[string, () => ThemeBody, string, string]>([
    ['a name that is taken', () => own({ name: 'EGET' }), 'duplicate', 'name'],
    [
      'a ground that is not there',
      () => own({ name: 'B', ground: { kind: 'picture', hash: 'b'.repeat(64) } }),
      'unknown-reference',
      'ground.hash',
    ],
    [
      'a picture as a film',
      () => own({ name: 'B', ground: { kind: 'video', hash: picture('c'.repeat(64)).hash } }),
      'unknown-reference',
      'ground.hash',
    ],
    ['a logo that is not there', () => own({ name: 'B', logo: 'b'.repeat(64) }), 'unknown-reference', 'logo'],
    ['a typeface that is not there', () => own({ name: 'B', font: { name: 'X', hash: 'b'.repeat(64) } }), 'unknown-reference', 'font.hash'],
  ])('%s is refused', (_, body, code, path) => {
    themes.create(kari, own())
    expect(() => themes.create(kari, body())).toThrow(expect.objectContaining({ code, path }))
  })
})

describe('typefaces', () => {
  /** The head of a WOFF2 file of this many bytes. */
  const woff2 = (says: number, bytes = says): Buffer => {
    const file = Buffer.alloc(bytes)
    file.write('wOF2', 'latin1')
    file.writeUInt32BE(says, 8)
    return file
  }
  async function* parts(...bytes: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
    yield* bytes
  }

  it('are kept by their hash, served as what they are, and refused where they are not whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'infoskjerm-fonts-'))
    try {
      const fonts = createFonts(await openMediaFiles(folder))
      const file = woff2(400)
      const kept = await fonts.keep(parts(file.subarray(0, 10), file.subarray(10)))
      expect(kept).toEqual({ hash: createHash('sha256').update(file).digest('hex'), sizeBytes: 400 })
      expect([fonts.has(kept.hash), fonts.has('0'.repeat(64))]).toEqual([true, false])
      expect(storedType(file)).toBe('font/woff2')
      await expect(fonts.keep(parts(Buffer.from('<svg/>')))).rejects.toMatchObject({ code: 'media-type' })
      await expect(fonts.keep(parts(woff2(400, 300)))).rejects.toMatchObject({ code: 'media-broken' })
      await expect(fonts.keep(parts(Buffer.alloc(900_000), Buffer.alloc(200_000)))).rejects.toMatchObject({ code: 'too-large' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
