/** Reads a venue from a folder: YAML for event, areas, screens, stages, programme, playlists and schedule; Markdown for slides; media beside them. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type * as z from 'zod/mini'
import { areasFile, eventFile, playlistFile, programmeFile, scheduleFile, screensFile, sponsorsFile, stagesFile } from './files.ts'
import { id } from './forms.ts'
import { type Mistake, type Note, VenueMistakes } from './mistakes.ts'
import { type Fault, faultsOf } from './references.ts'
import { parseSlide } from './slide-text.ts'
import { entryOf, eventOf, happeningOf, playlistOf, screenOf, slideOf, sponsorOf, type ToInstant } from './to-model.ts'
import type { SlideSource, VenueAsCode } from './venue.ts'
import { type Parsed, parseYaml } from './yaml-text.ts'

/** Parses and checks the folder. `wallClock` gives, for the event's zone, the instant of a wall time `YYYY-MM-DDTHH:MM` (rule T3). Throws `VenueMistakes` naming everything that is wrong. */
export async function loadVenue(folder: string, wallClock: (zone: string) => ToInstant): Promise<VenueAsCode> {
  const mistakes: Mistake[] = []
  const raw = await readFolder(folder, (mistake) => mistakes.push(mistake))
  const event = raw.event?.value ?? null
  const toInstant = event === null ? null : clockOf(event.zone, wallClock)
  if (event !== null && toInstant === null) {
    mistakes.push({
      file: 'event.yaml',
      line: raw.event?.lineOf(['zone']) ?? null,
      field: 'zone',
      sentence: 'is no time zone that is known here. Write it like Europe/Oslo.',
    })
  }
  if (event === null || toInstant === null || mistakes.length > 0) throw new VenueMistakes(folder, mistakes)

  const venue = build(folder, raw, event, toInstant)
  mistakes.push(...faultsOf(venue).map((fault) => located(fault, raw)), ...mediaMistakes(venue.slides, raw))
  if (mistakes.length > 0) throw new VenueMistakes(folder, mistakes)
  return venue
}

type Raw = Awaited<ReturnType<typeof readFolder>>

async function readFolder(folder: string, note: Note) {
  const yaml = async <T>(file: string, schema: z.ZodMiniType<T>, needed: boolean): Promise<Parsed<T> | null> => {
    const text = await textOf(path.join(folder, file))
    if (text === null && needed)
      note({ file, line: null, field: '', sentence: 'The file is missing. See playlists/README.md for what stands in it.' })
    return text === null ? null : parseYaml({ file, text, linesBefore: 0 }, schema, note)
  }
  const [event, areas, screens, stages, happenings, sponsors, schedule] = await Promise.all([
    yaml('event.yaml', eventFile, true),
    yaml('areas.yaml', areasFile, true),
    yaml('screens.yaml', screensFile, true),
    yaml('stages.yaml', stagesFile, true),
    yaml('programme.yaml', programmeFile, true),
    yaml('sponsors.yaml', sponsorsFile, false),
    yaml('schedule.yaml', scheduleFile, true),
  ])
  const playlists = await eachFile(folder, 'playlists', '.yaml', note, (file) => yaml(file, playlistFile, true))
  const slides = await eachFile(folder, 'slides', '.md', note, async (file) =>
    parseSlide(file, (await textOf(path.join(folder, file))) ?? '', note),
  )
  return { event, areas, screens, stages, happenings, sponsors, schedule, playlists, slides, media: await names(folder, 'media') }
}

function build(folder: string, raw: Raw, eventForm: NonNullable<Raw['event']>['value'], toInstant: ToInstant): VenueAsCode {
  const event = eventOf(eventForm)
  const slides = [...raw.slides].map(([id, slide]) => slideOf(id, slide, toInstant))
  const files = new Set(slides.flatMap((slide) => fileOf(slide) ?? []))
  return {
    event,
    areas: (raw.areas?.value ?? []).map((area, position) => ({ ...area, position })),
    screens: (raw.screens?.value ?? []).map(screenOf),
    stages: raw.stages?.value ?? [],
    sponsors: (raw.sponsors?.value ?? []).map(sponsorOf),
    happenings: (raw.happenings?.value ?? []).map((form) => happeningOf(form, toInstant)),
    slides,
    playlists: [...raw.playlists].map(([id, { value }]) => playlistOf(id, value, toInstant)),
    schedule: (raw.schedule?.value ?? []).map((form) => entryOf(form, event)),
    media: raw.media.filter((file) => files.has(file)).map((file) => ({ file, path: path.resolve(folder, 'media', file) })),
    demo: eventForm.demo ?? null,
  }
}

/** The picture or video of a slide, or null. */
export function fileOf({ content }: SlideSource): string | null {
  switch (content.kind) {
    case 'text':
    case 'image':
      return content.picture?.file ?? null
    case 'video':
      return content.video.file
    default:
      return null
  }
}

function mediaMistakes(slides: readonly SlideSource[], raw: Raw): readonly Mistake[] {
  return slides.flatMap((slide): readonly Mistake[] => {
    const file = fileOf(slide)
    if (file === null || raw.media.includes(file)) return []
    const field = slide.content.kind === 'text' ? 'picture' : 'file'
    const line = raw.slides.get(slide.id)?.lineOf([field]) ?? null
    return [{ file: `slides/${slide.id}.md`, line, field, sentence: `there is no «${file}» in the folder media/. Capital letters count.` }]
  })
}

const fileNames = {
  areas: 'areas',
  screens: 'screens',
  stages: 'stages',
  happenings: 'programme',
  sponsors: 'sponsors',
  schedule: 'schedule',
} as const

/** Where a fault stands in the text. */
function located({ list, id, field, sentence }: Fault, raw: Raw): Mistake {
  if (list === 'event') return { file: 'event.yaml', line: raw.event?.lineOf(field) ?? null, field: field.join('.'), sentence }
  if (list === 'slides')
    return { file: `slides/${id}.md`, line: raw.slides.get(id)?.lineOf(field) ?? null, field: field.join('.'), sentence }
  if (list === 'playlists')
    return { file: `playlists/${id}.yaml`, line: raw.playlists.get(id)?.lineOf(field) ?? null, field: field.join('.'), sentence }
  const parsed = raw[list]
  const index = parsed?.value.findLastIndex((item) => item.id === id) ?? 0
  return { file: `${fileNames[list]}.yaml`, line: parsed?.lineOf([index, ...field]) ?? null, field: `${id} › ${field.join('.')}`, sentence }
}

function clockOf(zone: string, wallClock: (zone: string) => ToInstant): ToInstant | null {
  try {
    const toInstant = wallClock(zone)
    toInstant('2000-01-01T12:00')
    return toInstant
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

async function eachFile<T>(
  folder: string,
  sub: string,
  ending: string,
  note: Note,
  read: (file: string) => Promise<T | null>,
): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>()
  for (const file of (await names(folder, sub)).filter((name) => name.endsWith(ending))) {
    const name = file.slice(0, -ending.length)
    if (!id.safeParse(name).success) {
      note({
        file: `${sub}/${file}`,
        line: null,
        field: '',
        sentence: 'The name of the file is an id: lower-case letters a–z, digits and hyphens.',
      })
      continue
    }
    const value = await read(`${sub}/${file}`)
    if (value !== null) found.set(name, value)
  }
  return found
}

/** Names of the files in a sub-folder, sorted by code unit; none where the folder is absent. */
async function names(folder: string, sub: string): Promise<readonly string[]> {
  try {
    return (await readdir(path.join(folder, sub))).toSorted()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
