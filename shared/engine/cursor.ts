/** Cursors as a manifest carries them, and as steps in a tree (rule E5). */
import type { Cursor } from '../model/manifest.ts'
import type { Leaf, Node } from './node.ts'
import type { Steps } from './shape.ts'

/** Ids of the items along the steps. */
export function idsOf(node: Node, steps: Steps): readonly string[] {
  const ids: string[] = []
  let list: Node | null = node
  for (const step of steps) {
    const item: Node['items'][number] = list!.items[step]!
    ids.push(item.id)
    list = item.list
  }
  return ids
}

/** The cursors that say that `steps` had the last turn of the entry. A last step of −1 is a list that was begun and has shown nothing yet. */
export function cursorsOf(node: Node, entry: string, steps: Steps): Readonly<Record<string, Cursor>> {
  const begun = steps.at(-1) === -1
  const ids = idsOf(node, begun ? steps.slice(0, -1) : steps)
  const paths = [...ids, ''].map((_, depth) => [entry, ...ids.slice(0, depth)].join('/'))
  return Object.fromEntries(steps.map((_, depth) => [paths[depth]!, { pass: 0, done: ids.slice(depth, depth + 1) }]))
}

/** The steps that the entry's cursors name, as far down as they name something that is there. */
export function stepsFrom(node: Node, entry: string, cursors: Readonly<Record<string, Cursor>>): Steps {
  const steps: number[] = []
  let path = entry
  for (let list: Node | null = node; list !== null;) {
    const cursor: Cursor | undefined = cursors[path]
    const id = cursor?.done.at(-1)
    const step: number = list.items.findIndex((item) => item.id === id)
    if (cursor?.done.length === 0) steps.push(-1)
    if (step < 0) break
    steps.push(step)
    path = `${path}/${id}`
    list = list.items[step]!.list
  }
  return steps
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
