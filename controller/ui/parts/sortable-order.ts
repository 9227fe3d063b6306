/** Orders of a list as pure moves, shared by dragging and the keyboard. */

/** The same ids with `id` at place `to` (0 is first; beyond the ends means at the end). Unchanged where the id is unknown. */
export function moved(ids: readonly string[], id: string, to: number): readonly string[] {
  if (!ids.includes(id)) return ids
  const others = ids.filter((other) => other !== id)
  const place = Math.max(0, Math.min(others.length, to))
  return [...others.slice(0, place), id, ...others.slice(place)]
}

/** The same ids with `id` dropped just before or after `target`; dropping on itself changes nothing. */
export function droppedAt(ids: readonly string[], id: string, target: string, edge: 'before' | 'after'): readonly string[] {
  if (id === target) return ids
  const others = ids.filter((other) => other !== id)
  const at = others.indexOf(target)
  return at < 0 ? ids : moved(ids, id, edge === 'before' ? at : at + 1)
}

export function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at])
}
