/** Cursors as a manifest carries them, and as progress through a tree (rule E5). */
import type { Cursor } from '../model/manifest.ts'
import type { Leaf, Node } from './node.ts'
import { type Progress, untouched } from './progress.ts'
import type { Steps } from './shape.ts'

/** Ids of the items along the steps, joined by `/`. */
export function pathOf(node: Node, [step, ...below]: Steps): string {
  const { id, list } = node.items[step!]!
  return below.length === 0 ? id : `${id}/${pathOf(list!, below)}`
}

/** The cursors of a list at `path` and of the lists in it, by their paths. */
export function cursorsOf(node: Node, path: string, progress: Progress): Record<string, Cursor> {
  const { pass, done, lists } = progress
  const cursors: Record<string, Cursor> = pass < 0 ? {} : { [path]: { pass, done: done.map((position) => node.items[position]!.id) } }
  for (const [position, inner] of lists) {
    const { id, list } = node.items[position]!
    if (list !== null) Object.assign(cursors, cursorsOf(list, `${path}/${id}`, inner))
  }
  return cursors
}

/** The progress that the cursors tell of the list at `path`, as far as they name what is there. */
export function progressFrom(node: Node, path: string, cursors: Readonly<Record<string, Cursor>>): Progress {
  const cursor = cursors[path]
  const lists = new Map<number, Progress>()
  for (const [position, { id, list }] of node.items.entries()) {
    const inner = list === null ? untouched : progressFrom(list, `${path}/${id}`, cursors)
    if (inner !== untouched) lists.set(position, inner)
  }
  if (cursor === undefined) return lists.size === 0 ? untouched : { ...untouched, lists }
  const done = cursor.done.map((id) => node.items.findIndex((item) => item.id === id)).filter((position) => position >= 0)
  return { pass: cursor.pass, done, lists }
}

/** The slide that a path of ids names, or null. */
export function leafAt(node: Node, ids: readonly string[]): { readonly steps: Steps; readonly leaf: Leaf } | null {
  const steps: number[] = []
  let list: Node | null = node
  for (const [depth, id] of ids.entries()) {
    const step: number = list?.items.findIndex((item) => item.id === id) ?? -1
    if (list === null || step < 0) return null
    steps.push(step)
    const item: Node['items'][number] = list.items[step]!
    if (depth === ids.length - 1) return item.leaf === null ? null : { steps, leaf: item.leaf }
    list = item.list
  }
  return null
}
