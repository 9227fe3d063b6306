/** Ids that people can read in an address: made from names. */

const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a', ä: 'a', ö: 'o', ü: 'u', é: 'e', ß: 'ss' }
const longest = 50

/** `inngang-nord` for «Inngang nord», with a number where it is taken. */
export function slugOf(name: string, taken: (id: string) => boolean): string {
  const plain = [...name.toLowerCase()].map((letter) => letters[letter] ?? letter).join('')
  const slug =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, longest)
      .replace(/-+$/, '') || 'skjerm'
  for (let number = 1; ; number++) {
    const id = number === 1 ? slug : `${slug}-${number}`
    if (!taken(id)) return id
  }
}
