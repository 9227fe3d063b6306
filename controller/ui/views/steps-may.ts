/** Whether the person who is signed in may step an entry: in all areas of its screens. */
import type { StepsResource } from '@infoskjerm/shared/wire/api.ts'
import { may, mayIn, venue } from '../venue.ts'

export function mayStep({ screens }: StepsResource): boolean {
  const wanted = new Set(screens)
  const areas = new Set(venue.screens.filter(({ id }) => wanted.has(id)).map(({ area }) => area))
  return areas.size === 0 ? may('edit') : mayIn([...areas])
}
