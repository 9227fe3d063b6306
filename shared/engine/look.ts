/** What a person in front of the glass could tell apart. */
import type { Content } from './scene.ts'

/** The key of a content and, for a layout, what stands in each of its regions: the turn of a layout goes on while its regions change. Two contents of equal look may still differ in words, where a slide was edited. */
export function lookOf(content: Content): string {
  if (content.kind !== 'slide' || content.regions.length === 0) return content.key
  return [content.key, ...content.regions.map((region) => region?.key ?? '-')].join(' ')
}
