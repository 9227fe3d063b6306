/** Codes of boxes that are practised with. */

const letters = 'BCDFGHJKLMNPQRSTVWXZ'
const length = 8

/** Eight letters that make no word, as real boxes show them; they need not be hard to guess, so the little that some letters come more often does no harm. */
export function practiceCode(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => letters.charAt(byte % letters.length)).join('')
}
