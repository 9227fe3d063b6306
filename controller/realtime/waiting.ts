/** Players that belong to no screen yet and show a code. Held in memory alone, and never more than a fixed number (rule W7). */
import { limits } from '@infoskjerm/shared/limits.ts'

/** Twenty consonants: nothing that looks like a digit, and no word comes of it by accident. */
const alphabet = 'BCDFGHJKLMNPQRSTVWXZ'
const codeLength = 8

export interface Code {
  readonly code: string
  readonly leftMs: number
}

export interface WaitingRoom {
  /** A code for the player, or null when the room is full. The same code while it lives. */
  readonly enter: (player: string, nowMs: number) => Code | null
  readonly leave: (player: string) => void
  /** Who shows the code, however it was typed; null for nobody. */
  readonly find: (code: string, nowMs: number) => string | null
  /** New codes for those whose code has run out, by player. */
  readonly renew: (nowMs: number) => ReadonlyMap<string, Code>
  readonly size: () => number
}

/** `random(n)` gives a whole number from 0 to n − 1 that nobody can guess. */
export function createWaitingRoom(random: (below: number) => number): WaitingRoom {
  const players = new Map<string, { readonly code: string; readonly endsMs: number }>()

  function give(player: string, nowMs: number): Code {
    const taken = new Set([...players.values()].map(({ code }) => code))
    let code = newCode(random)
    while (taken.has(code)) code = newCode(random)
    players.set(player, { code, endsMs: nowMs + limits.pairingMs })
    return { code, leftMs: limits.pairingMs }
  }

  return {
    enter: (player, nowMs) => {
      const own = players.get(player)
      if (own !== undefined && own.endsMs > nowMs) return { code: own.code, leftMs: own.endsMs - nowMs }
      return own === undefined && players.size >= limits.waitingPlayers ? null : give(player, nowMs)
    },
    leave: (player) => void players.delete(player),
    find: (typed, nowMs) => {
      const code = typed.toUpperCase().replace(/[^A-Z]/g, '')
      for (const [player, own] of players) if (own.code === code && own.endsMs > nowMs) return player
      return null
    },
    renew: (nowMs) => {
      const over = [...players].filter(([, own]) => own.endsMs <= nowMs)
      return new Map(over.map(([player]) => [player, give(player, nowMs)]))
    },
    size: () => players.size,
  }
}

function newCode(random: (below: number) => number): string {
  return Array.from({ length: codeLength }, () => alphabet[random(alphabet.length)]).join('')
}
