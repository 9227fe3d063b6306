/** What a player needs of `zod/mini`, in a tenth of the bytes: the built page reads its documents with the same schemas, written once in `shared`, but tells only whether they hold, not why they do not. */

const wrong = Symbol('wrong')

/** The value as it is taken in, or `wrong`. */
type Run = (value: unknown) => unknown

interface Schema {
  readonly run: Run
  readonly check: (...checks: readonly Run[]) => Schema
  readonly safeParse: (value: unknown) => { readonly success: true; readonly data: unknown } | { readonly success: false }
}

type Shape = Readonly<Record<string, Schema>>

function schema(run: Run): Schema {
  return {
    run,
    check: (...checks) => schema((value) => checks.reduce((taken, check) => (taken === wrong ? wrong : check(taken)), run(value))),
    safeParse(value) {
      const data = run(value)
      return data === wrong ? { success: false } : { success: true, data }
    },
  }
}

const only =
  (holds: (value: never) => boolean): Run =>
  (value) =>
    holds(value as never) ? value : wrong

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const string = (): Schema => schema(only((value) => typeof value === 'string'))
export const number = (): Schema => schema(only((value) => Number.isFinite(value)))
export const int = (): Schema => schema(only((value) => Number.isSafeInteger(value)))
export const boolean = (): Schema => schema(only((value) => typeof value === 'boolean'))
export const literal = (wanted: unknown): Schema => schema(only((value) => value === wanted))
const oneOf = (values: readonly unknown[]): Schema => schema(only((value) => values.includes(value)))
export { oneOf as enum }

export const minimum = (least: number): Run => only((value) => value >= least)
export const maximum = (most: number): Run => only((value) => value <= most)
export const positive = (): Run => only((value) => value > 0)
export const nonnegative = (): Run => only((value) => value >= 0)
export const minLength = (least: number): Run => only(({ length }: { length: number }) => length >= least)
export const maxLength = (most: number): Run => only(({ length }: { length: number }) => length <= most)
export const regex = (pattern: RegExp): Run => only((value) => pattern.test(value))
export const refine = (holds: (value: never) => boolean): Run => only(holds)
export const trim = (): Run => (value) => (value as string).trim()

export const nullable = (inner: Schema): Schema => schema((value) => (value === null ? null : inner.run(value)))
export const optional = (inner: Schema): Schema => schema((value) => (value === undefined ? undefined : inner.run(value)))
export const _default = (inner: Schema, otherwise: unknown): Schema =>
  schema((value) => (value === undefined ? otherwise : inner.run(value)))
export const lazy = (inner: () => Schema): Schema => schema((value) => inner().run(value))
export const transform = (change: (value: never) => unknown): Schema => schema((value) => change(value as never))
export const pipe = (first: Schema, then: Schema): Schema =>
  schema((value) => {
    const taken = first.run(value)
    return taken === wrong ? wrong : then.run(taken)
  })

export const union = (options: readonly Schema[]): Schema =>
  schema((value) => {
    for (const option of options) {
      const taken = option.run(value)
      if (taken !== wrong) return taken
    }
    return wrong
  })
/** Every option holds the discriminator itself, so that no more than one can hold. */
export const discriminatedUnion = (_discriminator: string, options: readonly Schema[]): Schema => union(options)

export const array = (inner: Schema): Schema =>
  schema((value) => {
    if (!Array.isArray(value)) return wrong
    const taken = Array.from(value, (one) => inner.run(one))
    return taken.includes(wrong) ? wrong : taken
  })

export const record = (key: Schema, inner: Schema): Schema =>
  schema((value) => {
    if (!isObject(value)) return wrong
    const taken: Record<string, unknown> = {}
    for (const name of Object.keys(value)) {
      if (name === '__proto__') continue
      const one = inner.run(value[name])
      if (key.run(name) === wrong || one === wrong) return wrong
      taken[name] = one
    }
    return taken
  })

/** Takes what the shape names and leaves the rest. */
export const object = (shape: Shape): Schema =>
  schema((value) => {
    if (!isObject(value)) return wrong
    const taken: Record<string, unknown> = {}
    for (const name in shape) {
      const one = shape[name]!.run(value[name])
      if (one === wrong) return wrong
      if (one !== undefined) taken[name] = one
    }
    return taken
  })

/** Refuses what the shape does not name. */
export const strictObject = (shape: Shape): Schema => {
  const inner = object(shape)
  return schema((value) => (isObject(value) && Object.keys(value).every((name) => Object.hasOwn(shape, name)) ? inner.run(value) : wrong))
}
