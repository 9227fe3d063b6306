/** *Mitt område*: the areas of the person who is signed in, else the area last used on this phone. */
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { ScreenResource, Session } from '@infoskjerm/shared/wire/api.ts'
import type { ReactiveControllerHost } from 'lit'
import { Resource } from '../resource.ts'
import { venue } from '../venue.ts'
import { areaOf, targetOfAreas } from './where-model.ts'

const storedAs = 'infoskjerm.area'

export class Mine {
  private readonly session: Resource<Session>

  constructor(host: ReactiveControllerHost) {
    this.session = new Resource<Session>(host, () => '/session', ['memberships', 'grants', 'users', 'crews'])
  }

  /** Null where neither is known: then nothing is chosen until somebody chooses. */
  get target(): Target | null {
    const known = (id: string) => venue.areas.some((area) => area.id === id)
    const own = targetOfAreas((this.session.value?.areas ?? []).filter(known))
    const last = localStorage.getItem(storedAs)
    return own ?? (last !== null && known(last) ? { kind: 'area', area: last } : null)
  }
}

/** Keeps the area in which somebody just worked, where it was one. */
export function rememberArea(screens: readonly ScreenResource[]): void {
  const area = areaOf(screens)
  if (area !== null) localStorage.setItem(storedAs, area)
}
