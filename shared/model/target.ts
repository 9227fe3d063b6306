/** Targets: which screens something is for. */
import * as z from 'zod/mini'
import { id } from './parts.ts'
import type { Audience } from './screen.ts'

/** A selector over screens: an area, a tag, whom they stand before, a named screen or all of them, joined by and, or and not. */
export type Target =
  | { readonly kind: 'all' }
  | { readonly kind: 'area'; readonly area: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'audience'; readonly audience: Audience }
  | { readonly kind: 'screen'; readonly screen: string }
  | { readonly kind: 'and'; readonly of: readonly Target[] }
  | { readonly kind: 'or'; readonly of: readonly Target[] }
  | { readonly kind: 'not'; readonly of: Target }

/** What a target is asked about. */
export interface Placed {
  readonly id: string
  readonly area: string
  readonly tags: readonly string[]
  readonly audience: Audience
}

/** Whether the screen is meant. */
export function matches(target: Target, screen: Placed): boolean {
  switch (target.kind) {
    case 'all':
      return true
    case 'area':
      return screen.area === target.area
    case 'tag':
      return screen.tags.includes(target.tag)
    case 'audience':
      return screen.audience === target.audience
    case 'screen':
      return screen.id === target.screen
    case 'and':
      return target.of.every((part) => matches(part, screen))
    case 'or':
      return target.of.some((part) => matches(part, screen))
    case 'not':
      return !matches(target.of, screen)
  }
}

/** How many nodes the expression has; bounded by `limits.targetNodes` where it comes in. */
export function sizeOf(target: Target): number {
  switch (target.kind) {
    case 'and':
    case 'or':
      return target.of.reduce((size, part) => size + sizeOf(part), 1)
    case 'not':
      return 1 + sizeOf(target.of)
    default:
      return 1
  }
}

export const targetSchema: z.ZodMiniType<Target> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all') }),
    z.strictObject({ kind: z.literal('area'), area: id }),
    z.strictObject({ kind: z.literal('tag'), tag: id }),
    z.strictObject({ kind: z.literal('audience'), audience: z.enum(['public', 'crew']) }),
    z.strictObject({ kind: z.literal('screen'), screen: id }),
    z.strictObject({ kind: z.literal('and'), of: z.array(targetSchema) }),
    z.strictObject({ kind: z.literal('or'), of: z.array(targetSchema) }),
    z.strictObject({ kind: z.literal('not'), of: targetSchema }),
  ]),
)
