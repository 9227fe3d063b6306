/** Where the page finds a picture or video. */
import { api } from './api.ts'

/** By the hash of its bytes; one that was taken while practising is on this page alone. */
export function mediaUrl(hash: string): string {
  return api.practice.urlOf(hash) ?? `/media/${hash}`
}
