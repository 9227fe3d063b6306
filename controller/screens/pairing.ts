/** Pairing by code: an operator types what a player shows (rule S2). */
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { Author, Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { completed, type PairRequest } from './body.ts'
import { pairDevice } from './store.ts'
import type { ScreenRow } from './table.ts'

export interface Pairing {
  /** Problems: `pairing-code`, `too-many` (wrong codes), `missing-field`, and those of a new screen. */
  readonly pair: (author: Author, request: PairRequest) => Written<ScreenRow>
}

export interface PairingOptions {
  readonly world: World
  /** The player that shows this code, or null. */
  readonly playerWith: (code: string) => string | null
  readonly newSecret: () => string
  readonly tell: (player: string, device: string, secret: string) => void
  /** Counts a wrong code; false when the account has typed too many. */
  readonly mayTry: (account: string) => boolean
}

export function createPairing(options: PairingOptions): Pairing {
  return {
    pair: (author, request) => {
      const player = options.playerWith(request.code)
      if (player === null) {
        if (!options.mayTry(author.id)) throw new Problem(429, 'too-many', 'Too many wrong codes. Wait a few minutes.', 'code')
        throw new Problem(404, 'pairing-code', 'No player shows this code at the moment.', 'code')
      }
      const secret = options.newSecret()
      const { revision, value } = pairDevice(options.world, author, request.screen ?? newScreen(request), secret)
      options.tell(player, value.device, secret)
      return { revision, value: value.screen }
    },
  }
}

function newScreen({ name, area }: PairRequest): ReturnType<typeof completed> {
  if (name === null) throw new Problem(422, 'missing-field', 'Choose a screen, or give the new one a name.', 'name')
  if (area === null) throw new Problem(422, 'missing-field', 'Choose the area that the new screen is in.', 'area')
  return completed({ name, area })
}
