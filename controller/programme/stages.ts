/** Stages by what a person calls them: an id or a name that exists, or a new one. */
import type { StageRow } from './table.ts'
import { slugOf } from '../screens/slug.ts'

export interface StageFinder {
  /** The id of the stage that is called this; made where there is none. */
  readonly named: (name: string) => string
  /** Those that were made, in the order in which they were asked for. */
  readonly made: readonly StageRow[]
}

/** Looks among the stages of an event, and makes what is missing there with a letter that no other has. `isTaken`: ids in use, of other events too. */
export function createStageFinder(event: string, existing: readonly StageRow[], isTaken: (id: string) => boolean): StageFinder {
  const made: StageRow[] = []
  const all = () => [...existing, ...made]
  return {
    made,
    named: (name) => {
      const found = findStage(all(), name)
      if (found !== null) return found.id
      const id = slugOf(name, (candidate) => isTaken(candidate) || all().some((stage) => stage.id === candidate))
      const position = Math.max(-1, ...all().map((stage) => stage.position)) + 1
      made.push({ id, event, name: { nb: name.trim(), en: '' }, letter: freeLetter(all()), area: null, position })
      return id
    },
  }
}

/** The stage with this id, or else this name in either language, in any case of letters; null where there is none. */
export function findStage(stages: readonly StageRow[], name: string): StageRow | null {
  const wanted = plain(name)
  return stages.find(({ id }) => id === name) ?? stages.find((stage) => [stage.name.nb, stage.name.en].map(plain).includes(wanted)) ?? null
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase()
}

/** The first of A–Z, then AA–ZZ, that hangs nowhere yet; '' where all do. */
function freeLetter(stages: readonly StageRow[]): string {
  const used = new Set(stages.map(({ letter }) => letter))
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const pairs = alphabet.flatMap((first) => alphabet.map((second) => first + second))
  return [...alphabet, ...pairs].find((letter) => !used.has(letter)) ?? ''
}
