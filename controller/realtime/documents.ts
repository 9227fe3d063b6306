/** The texts of published documents, kept at hand: a hall that comes back asks for the same few thousands of times. */

/** Kept at most (bytes): the newest of every class, with room for those on their way out. */
const mostBytes = 32_000_000

/** Answers from memory what it has read before; a text never changes under its hash. Those asked for longest ago are forgotten first. */
export function createDocuments(read: (hash: string) => string | null): (hash: string) => string | null {
  const texts = new Map<string, string>()
  let bytes = 0

  function remember(hash: string, text: string): void {
    texts.set(hash, text)
    bytes += text.length
    for (const [oldest, { length }] of texts) {
      if (bytes <= mostBytes || oldest === hash) return
      texts.delete(oldest)
      bytes -= length
    }
  }

  return (hash) => {
    const known = texts.get(hash)
    if (known !== undefined) return known
    const text = read(hash)
    if (text !== null) remember(hash, text)
    return text
  }
}
