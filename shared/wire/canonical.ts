/** Canonical JSON (RFC 8785): one text for one value, so that equal documents have equal hashes and signatures hold. */

/** Texts of parts that were written before, by identity. */
export type Written = Pick<WeakMap<object, string>, 'get'>

const nothingWritten: Written = { get: () => undefined }

/** The canonical text of a JSON value: object keys sorted by UTF-16 code unit, no white space, numbers as ECMAScript writes them. Properties that are undefined are left out. What stands in `written` is taken as it is. Throws on a number that JSON cannot carry. */
export function canonicalJson(value: unknown, written: Written = nothingWritten): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`not a JSON number: ${value}`)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const known = written.get(value)
  if (known !== undefined) return known
  if (Array.isArray(value)) return `[${value.map((item: unknown) => canonicalJson(item ?? null, written)).join(',')}]`
  const object = value as Readonly<Record<string, unknown>>
  const members = Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key], written)}`)
  return `{${members.join(',')}}`
}
