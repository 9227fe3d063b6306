/** The tree of crews: none inside itself, none too deep to follow. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { crewAndAbove } from '../rights.ts'
import type { CrewRow } from '../table.ts'

/** Throws `crew-cycle`, or `invalid` where a crew lies deeper than `limits.crewDepth`. */
export function refuseTangled(crews: readonly CrewRow[]): void {
  const parentOf = new Map(crews.map(({ id, parent }) => [id, parent]))
  for (const { id, name } of crews) {
    const path = crewAndAbove(id, crews)
    const end = parentOf.get(path.at(-1) ?? id) ?? null
    if (end !== null && path.includes(end)) throw new Problem(422, 'crew-cycle', `«${name}» would be inside itself.`, 'parent', { id })
    if (path.length > limits.crewDepth)
      throw new Problem(422, 'invalid', `Crews lie at most ${limits.crewDepth} deep.`, 'parent', { most: limits.crewDepth })
  }
}
