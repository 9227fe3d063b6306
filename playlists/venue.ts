/** A venue as code: what a folder of YAML, Markdown and media says, parsed and checked, before it is imported. */
import type { Happening, Stage } from '@infoskjerm/shared/model/programme.ts'
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import type { ScreenBody } from '@infoskjerm/shared/model/screen.ts'
import type { SponsorBody } from '@infoskjerm/shared/model/sponsor.ts'
import type { ImageContent, SlideBody, SlideContent, TextContent, VideoContent } from '@infoskjerm/shared/model/slide.ts'
import type { Area, DemoMoment, EntryBody } from '@infoskjerm/shared/wire/api.ts'

/** A picture or video in the folder `media/`, by its file name; the importer replaces it with what the media store answers. */
export interface MediaFile {
  readonly file: string
}

/** A slide's content before import: like `SlideContent`, with files where the store's hashes will be. */
export type ContentSource =
  | (Omit<TextContent, 'picture'> & { readonly picture: MediaFile | null })
  | (Omit<ImageContent, 'picture'> & { readonly picture: MediaFile })
  | (Omit<VideoContent, 'video'> & { readonly video: MediaFile })
  | Exclude<SlideContent, TextContent | ImageContent | VideoContent>

export interface SlideSource extends Omit<SlideBody, 'content'> {
  readonly id: string
  readonly content: ContentSource
}

export interface EventSource {
  readonly id: string
  readonly name: string
  readonly venueName: string
  /** ISO dates of the first and the last festival day. */
  readonly firstDay: string
  readonly lastDay: string
  /** IANA name. */
  readonly zone: string
  /** `HH:MM`. */
  readonly dayBreak: string
  readonly theme: string
}

/** `local`: the screen that a player on the controller's own machine becomes. At most one in a venue. */
export interface ScreenSource extends ScreenBody {
  readonly id: string
  readonly local: boolean
}

/** Everything that the folder holds. Every id that is named exists; lists are in the order in which they are to be created. */
export interface VenueAsCode {
  readonly event: EventSource
  readonly areas: readonly Area[]
  readonly screens: readonly ScreenSource[]
  readonly stages: readonly Stage[]
  readonly happenings: readonly Happening[]
  readonly sponsors: readonly ({ readonly id: string } & SponsorBody)[]
  readonly slides: readonly SlideSource[]
  readonly playlists: readonly ({ readonly id: string } & PlaylistBody)[]
  readonly schedule: readonly ({ readonly id: string } & EntryBody)[]
  /** The media files that slides name, with their absolute paths. */
  readonly media: readonly { readonly file: string; readonly path: string }[]
  /** Moments for the demo clock, as wall time `YYYY-MM-DDTHH:MM`; null where the venue names none. */
  readonly demo: Readonly<Record<DemoMoment, string>> | null
}
