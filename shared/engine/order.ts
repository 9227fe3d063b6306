/** Shuffled orders: a seeded permutation for each pass that an edit of the list hardly disturbs (rule E5). */

/** 32 bits over the UTF-16 code units of a text: FNV-1a (Fowler, Noll, Vo). `before` goes on from the hash of what stands before the text. */
export function textHash(text: string, before = 0x811c9dc5): number {
  let hash = before
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Spreads every bit of a 32-bit number over all of it: the finalizer of MurmurHash3 (Austin Appleby, public domain). */
export function mixed(hash: number): number {
  let bits = hash
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/** Where an item stands in a pass of a shuffled list: passes play by ascending key. `path`: the entry's id, then the ids of items down to the list, joined by `/`. An item's key depends on no other item. */
export function shuffleKey(path: string, pass: number, item: string): number {
  return passKey(textHash(path), pass, textHash(item))
}

/** The same from hashes made beforehand. */
export function passKey(pathHash: number, pass: number, itemHash: number): number {
  return mixed(mixed(pathHash ^ Math.imul(pass + 1, 0x9e3779b1)) ^ itemHash)
}
