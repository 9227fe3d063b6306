/** Everything that a publication is made of, read again only as far as it may have changed. */
import type { Programme } from '@infoskjerm/shared/model/programme.ts'
import type { World } from '../world.ts'
import { type Content, sameContent } from './content.ts'
import { type Document, documentOf } from './hash.ts'
import { type Almanac, almanacOf } from './manifest.ts'
import type { ContentReader } from './store.ts'

/** What does not differ is the same object as before. */
export interface Input {
  readonly content: Content
  readonly almanac: Almanac
  readonly programme: Document
}

export interface Inputs {
  /** Reads what may have changed with these tables, and with time; null: all. */
  readonly read: (tables: ReadonlySet<string> | null) => void
  /** What was read last; null before there is an event. */
  readonly now: () => Input | null
  /** Whether it differs from what was published last. */
  readonly isNew: () => boolean
  readonly published: () => Input | null
  readonly setPublished: (input: Input) => void
}

export interface InputsOptions {
  readonly world: Pick<World, 'now'>
  readonly reader: ContentReader
  readonly readProgramme: (event: string) => Programme
}

/** Tables that the programme is made of. */
const programmeTables = ['events', 'stages', 'happenings', 'corrections'] as const

export function createInputs({ world, reader, readProgramme }: InputsOptions): Inputs {
  let last: Input | null = null
  let published: Input | null = null

  function programmeOf(event: string, tables: ReadonlySet<string> | null): Document {
    if (last !== null && tables !== null && !programmeTables.some((table) => tables.has(table))) return last.programme
    const read = documentOf(readProgramme(event))
    return last?.programme.hash === read.hash ? last.programme : read
  }

  return {
    read: (tables) => {
      const content = reader.read(tables)
      last =
        content === null
          ? null
          : {
              content: last !== null && sameContent(last.content, content) ? last.content : content,
              almanac: almanacOf(content.event, world.now(), last?.almanac ?? null),
              programme: programmeOf(content.event.id, tables),
            }
    },
    now: () => last,
    isNew: () =>
      last !== null &&
      (published === null ||
        last.content !== published.content ||
        last.almanac !== published.almanac ||
        last.programme !== published.programme),
    published: () => published,
    setPublished: (input) => {
      published = input
    },
  }
}
