/** Token buckets: so much at once, so much per second after that (rule W7). */

export interface Bucket {
  /** Takes one token at `nowMs` (monotonic); false when there is none. */
  readonly take: (nowMs: number) => boolean
}

/** A full bucket of `burst` tokens that fills by `perSecond`. */
export function createBucket(burst: number, perSecond: number, nowMs: number): Bucket {
  let tokens = burst
  let atMs = nowMs
  return {
    take: (ms) => {
      tokens = Math.min(burst, tokens + ((ms - atMs) / 1_000) * perSecond)
      atMs = ms
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}

/** Buckets by name, of which at most `most` are kept: the ones used longest ago are forgotten first. */
export function createBuckets(burst: number, perSecond: number, most: number): { readonly of: (name: string, nowMs: number) => Bucket } {
  const buckets = new Map<string, Bucket>()
  return {
    of: (name, nowMs) => {
      const bucket = buckets.get(name) ?? createBucket(burst, perSecond, nowMs)
      buckets.delete(name)
      buckets.set(name, bucket)
      const oldest = buckets.keys().next()
      if (buckets.size > most && oldest.done !== true) buckets.delete(oldest.value)
      return bucket
    },
  }
}
