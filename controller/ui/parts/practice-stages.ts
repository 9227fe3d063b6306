/** Stages by what a person calls them, and new ones where there is none of that name. */
import type { Stage } from '@infoskjerm/shared/model/programme.ts'

export interface Stages {
  /** The id of the stage of this id or name (in any case of letters); made where there is none. */
  readonly named: (name: string) => string
  readonly all: () => readonly Stage[]
  readonly made: readonly Stage[]
}

/** `id`: what the ids of new ones begin with. */
export function createStages(existing: readonly Stage[], id: string): Stages {
  const made: Stage[] = []
  const all = () => [...existing, ...made]
  return {
    made,
    all,
    named: (name) => {
      const found =
        all().find((stage) => stage.id === name) ?? all().find((stage) => [stage.name.nb, stage.name.en].map(plain).includes(plain(name)))
      if (found !== undefined) return found.id
      const stage: Stage = { id: `${id}-s${made.length + 1}`, name: { nb: name.trim(), en: '' }, letter: freeLetter(all()), area: null }
      made.push(stage)
      return stage.id
    },
  }
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase()
}

function freeLetter(stages: readonly Stage[]): string {
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => stages.every((stage) => stage.letter !== letter)) ?? ''
}
