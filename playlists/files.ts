/** What stands in each file of a venue folder, as people write it: the schemas of its YAML. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { bands } from '@infoskjerm/shared/model/manifest.ts'
import { demoMoments } from '@infoskjerm/shared/wire/api.ts'
import * as z from 'zod/mini'
import { clockTime, day, duration, id, name, size, wallTime, when, where, words } from './forms.ts'

/** `event.yaml`. */
export const eventFile = z.strictObject({
  id,
  name,
  venueName: name,
  firstDay: day,
  lastDay: day,
  zone: z.string(),
  dayBreak: clockTime,
  theme: id,
  demo: z.optional(z.record(z.enum(demoMoments), wallTime)),
})

/** `areas.yaml`: in the order in which one walks through the hall. */
export const areasFile = z.array(z.strictObject({ id, name }))

/** `screens.yaml`. Exits are never confirmed by a file: only a person on the spot can do that. */
export const screensFile = z
  .array(
    z.strictObject({
      id,
      name,
      area: id,
      tags: z._default(z.array(id).check(z.maxLength(limits.tagsPerScreen)), []),
      size,
      distance: z.enum(['near', 'passage', 'hall']),
      profile: z._default(z.enum(['standard', 'lofi']), 'standard'),
      audience: z._default(z.enum(['public', 'crew']), 'public'),
      state: z._default(z.enum(['planned', 'in-service']), 'in-service'),
      exits: z._default(
        z
          .array(z.strictObject({ name, direction: z.enum(['left', 'right', 'up', 'down']) }))
          .check(z.maxLength(2, 'holds at most two exits: the nearest and the next.')),
        [],
      ),
      local: z._default(z.boolean(), false),
    }),
  )
  .check(z.maxLength(limits.screens))

/** `stages.yaml`. */
export const stagesFile = z.array(
  z.strictObject({
    id,
    name: words(limits.nameLength),
    letter: z.string().check(z.maxLength(2, 'is one letter, or two: it stands in a disc.')),
    area: z._default(z.nullable(id), null),
  }),
)

/** `programme.yaml`. Without an end a happening is a moment. */
export const programmeFile = z.array(
  z.strictObject({
    id,
    title: words(limits.titleLength),
    stage: z._default(z.nullable(id), null),
    start: wallTime,
    end: z.optional(wallTime),
    description: z._default(words(limits.bodyLength), { nb: '', en: '' }),
    tags: z._default(z.array(name), []),
    was: z.optional(z.strictObject({ start: z.optional(wallTime), stage: z.optional(id) })),
    cancelled: z._default(z.boolean(), false),
  }),
)

/** `8%` as 8. */
const percent = z.pipe(
  z.string('is a share of the airtime like 8%.').check(
    z.regex(/^(100|\d{1,2}(\.\d+)?)%$/, 'is a share of the airtime like 8%.'),
    z.refine((text) => Number.parseFloat(text) > 0, 'is above 0 %.'),
  ),
  z.transform((text: string) => Number.parseFloat(text)),
)

const promiseForm = 'promises either { share: 8% } or { minutes: 30 } a day.'

const itemForm = 'is the id of a slide, or { slide: …, duration: 12s, from: …, until: … }, or { playlist: …, take: 2 }.'

const item = z.strictObject({
  id: z.optional(id),
  slide: z.optional(id),
  playlist: z.optional(id),
  take: z.optional(z.int().check(z.minimum(1, 'is at least 1.'), z.maximum(limits.playlistItems))),
  duration: z.optional(duration),
  from: z.optional(wallTime),
  until: z.optional(wallTime),
})

/** `playlists/<id>.yaml`: the file's name is the id. An item is a slide's id, or a group of fields with `slide:` or `playlist:`. */
export const playlistFile = z.strictObject({
  name,
  order: z._default(z.enum(['sequence', 'shuffle']), 'sequence'),
  items: z
    .array(
      z.union(
        [
          id,
          item.check(
            z.refine(
              (it) => (it.slide === undefined) !== (it.playlist === undefined) && (it.take === undefined || it.playlist !== undefined),
              itemForm,
            ),
          ),
        ],
        { error: itemForm },
      ),
    )
    .check(z.maxLength(limits.playlistItems)),
})

/** `sponsors.yaml`. The venue may do without. */
export const sponsorsFile = z
  .array(
    z.strictObject({
      id,
      name,
      promise: z.optional(
        z
          .strictObject({
            share: z.optional(percent),
            minutes: z.optional(z.number().check(z.positive('is above 0.'), z.maximum(1_440, 'is at most 1440: a whole day.'))),
            where: z._default(where, { kind: 'all' }),
            hours: z.optional(z.strictObject({ from: clockTime, until: clockTime })),
          })
          .check(z.refine((promise) => (promise.share === undefined) !== (promise.minutes === undefined), promiseForm)),
      ),
      rivals: z._default(z.array(id), []),
    }),
  )
  .check(z.maxLength(limits.sponsors))

/** `schedule.yaml`. */
export const scheduleFile = z
  .array(
    z.strictObject({
      id,
      name,
      playlist: id,
      where,
      slot: z._default(z.enum(['main', 'ticker', 'corner', 'banner']), 'main'),
      band: z.enum(bands),
      exclusive: z._default(z.boolean(), false),
      manual: z._default(z.boolean(), false),
      weight: z._default(z.number().check(z.positive('is above 0.'), z.maximum(1_000)), 1),
      when,
    }),
  )
  .check(z.maxLength(limits.scheduleEntries))

const tone = z._default(z.enum(['night', 'paper', 'accent']), 'night')
const mediaFile = z
  .string()
  .check(z.regex(/^[\w][\w. -]*\.(png|jpe?g|webp|avif|gif|svg|mp4|webm)$/i, 'is the name of a picture or video in the folder media/.'))
const title = words(limits.titleLength)
const common = {
  name,
  duration,
  from: z.optional(wallTime),
  until: z.optional(wallTime),
  sponsor: z.optional(id),
  embargo: z._default(z.boolean(), false),
}

/** The front matter of `slides/<id>.md`: the file's name is the id. */
export const slideFrontMatter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), ...common, title, tone, picture: z.optional(mediaFile), author: z.optional(name) }),
  z.strictObject({
    kind: z.literal('image'),
    ...common,
    file: mediaFile,
    fit: z._default(z.enum(['cover', 'contain']), 'cover'),
    tone,
    caption: z._default(title, { nb: '', en: '' }),
  }),
  z.strictObject({ kind: z.literal('video'), ...common, file: mediaFile, fit: z._default(z.enum(['cover', 'contain']), 'cover'), tone }),
  z.strictObject({
    kind: z.literal('programme'),
    ...common,
    heading: title,
    of: z._default(z.union([z.enum(['all', 'area']), z.strictObject({ stage: id })], { error: 'is all, area or { stage: … }.' }), 'all'),
  }),
  z.strictObject({
    kind: z.literal('countdown'),
    ...common,
    title,
    to: z.union([wallTime, z.strictObject({ happening: id, edge: z._default(z.enum(['start', 'end']), 'start') })], {
      error: 'is a date and time like 2027-03-27 21:00, or { happening: …, edge: start }.',
    }),
    finished: title,
  }),
  z.strictObject({ kind: z.literal('clock'), ...common, heading: title }),
  z.strictObject({ kind: z.literal('happening'), ...common, happening: id, tone }),
  z.strictObject({
    kind: z.literal('qr'),
    ...common,
    title,
    caption: z._default(title, { nb: '', en: '' }),
    text: z.string().check(z.minLength(1), z.maxLength(limits.qrLength)),
  }),
])

export type EventFile = z.infer<typeof eventFile>
export type ScreenForm = z.infer<typeof screensFile>[number]
export type HappeningForm = z.infer<typeof programmeFile>[number]
export type PlaylistForm = z.infer<typeof playlistFile>
export type EntryForm = z.infer<typeof scheduleFile>[number]
export type SponsorForm = z.infer<typeof sponsorsFile>[number]
export type SlideForm = z.infer<typeof slideFrontMatter>
