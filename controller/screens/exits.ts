/** Confirmed ways out: a person stood there and saw them. What was moved, turned or replaced must be looked at again. */
import type { Exit } from '@infoskjerm/shared/model/screen.ts'
import type { ScreenRow } from './table.ts'

type Standing = Pick<ScreenRow, 'area' | 'widthPx' | 'heightPx' | 'exits'>

/** The exits of `after`: a confirmation of `before` lasts for the same exit, in the same direction, of a screen in the same area that hangs the same way. What `after` says of confirmations counts for nothing. */
export function exitsAfter(before: Standing, after: Standing): readonly Exit[] {
  const hangsAsBefore = before.area === after.area && isUpright(before) === isUpright(after)
  return after.exits.map(({ name, direction }) => {
    const known = hangsAsBefore ? before.exits.find((exit) => exit.name === name && exit.direction === direction) : undefined
    return { name, direction, confirmed: known?.confirmed ?? null }
  })
}

export function unconfirmed(exits: readonly Exit[]): readonly Exit[] {
  return exits.map((exit) => ({ ...exit, confirmed: null }))
}

/** Whether somebody saw just these, in any order. */
export function sameExits(a: readonly Seen[], b: readonly Seen[]): boolean {
  const text = (exits: readonly Seen[]) => exits.map(({ name, direction }) => JSON.stringify([name, direction])).sort()
  return text(a).join() === text(b).join()
}

type Seen = Pick<Exit, 'name' | 'direction'>

function isUpright({ widthPx, heightPx }: Standing): boolean {
  return heightPx > widthPx
}
