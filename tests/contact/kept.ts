/** The sheets that are kept in the documentation: how everything looked when they were drawn last. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { differences, type Pixels } from './differences.ts'
import { type Pictures, type Shape, shapes, type Sheet, sheetScale, themes } from './sheets.ts'

const folder = path.join(import.meta.dirname, '../../docs/contact')
const listFile = path.join(folder, 'names.json')

/** Every sheet: a shape and a theme. */
export const kinds = (Object.keys(shapes) as Shape[]).flatMap((shape) => themes.map((theme) => ({ shape, theme })))
export type SheetKind = (typeof kinds)[number]

const fileOf = ({ shape, theme }: SheetKind): string => path.join(folder, `${shape}-${theme}.webp`)

/** The cases in the order in which they stand on the sheets, row by row. */
export async function keptNames(): Promise<readonly string[]> {
  return JSON.parse(await readFile(listFile, 'utf8')) as string[]
}

/** Draws one kept sheet anew, some rows at a time. */
export async function drawn(pictures: Pictures, { shape, theme }: SheetKind): Promise<Sheet> {
  const { names } = pictures
  const { widthPx, heightPx, columns, rows } = shapes[shape]
  const strips: Sheet[] = []
  for (let from = 0; from < names.length; from += columns * rows)
    strips.push(await pictures.sheet(names.slice(from, from + columns * rows), shape, theme, sheetScale, columns))
  const stripPx = Math.round(heightPx * rows * sheetScale)
  const png = await sharp({
    create: {
      width: Math.round(widthPx * columns * sheetScale),
      height: Math.round(heightPx * Math.ceil(names.length / columns) * sheetScale),
      channels: 3,
      background: '#000',
    },
  })
    .composite(strips.map((strip, at) => ({ input: strip.png, left: 0, top: at * stripPx })))
    .png({ compressionLevel: 1 })
    .toBuffer()
  const cell = { width: widthPx * sheetScale, height: heightPx * sheetScale }
  return { names, columns, cell, late: strips.flatMap(({ late }) => late), png }
}

export async function keep(kind: SheetKind, { png }: Sheet): Promise<void> {
  await writeFile(fileOf(kind), await small(png))
}

/** What is drawn is made as small as what is kept before the two are compared, and so loses the same. */
const small = (png: Buffer): Promise<Buffer> => sharp(png).webp({ quality: 50, effort: 4 }).toBuffer()

export async function keepNames(names: readonly string[]): Promise<void> {
  await writeFile(listFile, `${JSON.stringify(names, null, 2)}\n`)
}

/** A frame is painted by a process of its own, in its own time: these are kept to be looked at and not compared. */
const framed = ['web', 'stream-page']

/** The cases that do not look as they were kept, each with where it first differs on the glass (per cent of its width and height). */
export async function unlikeKept(kind: SheetKind, sheet: Sheet): Promise<readonly string[]> {
  const found = await unlike(sheet, await readFile(fileOf(kind)), await small(sheet.png))
  return found.filter((line) => !framed.some((name) => line.startsWith(`${name}:`)))
}

/** The same of two pictures of one sheet. */
export async function unlike({ names, cell, columns }: Sheet, keptPicture: Buffer, seenPicture: Buffer): Promise<readonly string[]> {
  const [kept, seen] = await Promise.all([pixelsOf(keptPicture), pixelsOf(seenPicture)])
  if (kept.width !== seen.width || kept.height !== seen.height) return ['the sheet has another size: keep it anew']
  return names.flatMap((name, i) => {
    const box = [Math.round((i % columns) * cell.width), Math.round(Math.floor(i / columns) * cell.height)] as const
    const [width, height] = [Math.floor(cell.width), Math.floor(cell.height)]
    const { blocks, at } = differences(part(kept, ...box, width, height), part(seen, ...box, width, height))
    if (at === null) return []
    return [`${name}: ${blocks} blocks, the first at ${Math.round((at.x / width) * 100)} %, ${Math.round((at.y / height) * 100)} %`]
  })
}

async function pixelsOf(picture: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

function part({ data, width }: Pixels, left: number, top: number, partWidth: number, partHeight: number): Pixels {
  const cut = new Uint8Array(partWidth * partHeight * 3)
  for (let y = 0; y < partHeight; y++) {
    const from = ((top + y) * width + left) * 3
    cut.set(data.subarray(from, from + partWidth * 3), y * partWidth * 3)
  }
  return { data: cut, width: partWidth, height: partHeight }
}
