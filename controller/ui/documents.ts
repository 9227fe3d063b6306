/** Content-addressed documents from the controller: fetched once, kept while the page lives. */

export interface Documents {
  /** The document, or null while it is on its way; `arrived` is called when it has come. */
  readonly get: (hash: string, arrived: () => void) => unknown
}

/** At most `most` documents are kept; the one asked for longest ago goes first. Failed fetches are tried again when asked for next. */
export function createDocuments(fetchText: (hash: string) => Promise<string>, most: number): Documents {
  const kept = new Map<string, unknown>()
  const coming = new Map<string, (() => void)[]>()

  async function load(hash: string): Promise<void> {
    try {
      kept.set(hash, JSON.parse(await fetchText(hash)))
      for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(old)
    } catch (cause) {
      reportError(cause)
    }
    const waiting = coming.get(hash) ?? []
    coming.delete(hash)
    for (const arrived of waiting) arrived()
  }

  return {
    get: (hash, arrived) => {
      const value = kept.get(hash)
      if (value !== undefined) {
        kept.delete(hash)
        kept.set(hash, value)
        return value
      }
      const waiting = coming.get(hash)
      if (waiting !== undefined) {
        waiting.push(arrived)
        return null
      }
      coming.set(hash, [arrived])
      void load(hash)
      return null
    },
  }
}

/** The one store of documents of the page. */
export const documents = createDocuments(async (hash) => {
  const answer = await fetch(`/player/v1/documents/${hash}`, { credentials: 'same-origin' })
  if (!answer.ok) throw new Error(`status ${answer.status}`)
  return await answer.text()
}, 64)
