/** What the address of the page asks for. */

export interface Asked {
  /** A crew member previews this screen. */
  readonly preview: string | null
  /** The preview begins at this instant (ms since the epoch) instead of now. */
  readonly atMs: number | null
  readonly still: boolean
}

/** `?screen=<id>` previews a screen, `&at=<RFC 3339>` begins there, `&still` draws without motion. What cannot be read is left out. */
export function askedBy(search: string): Asked {
  const query = new URLSearchParams(search)
  const at = Date.parse(query.get('at') ?? '')
  return { preview: query.get('screen'), atMs: Number.isNaN(at) ? null : at, still: query.has('still') }
}
