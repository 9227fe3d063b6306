/** What comes in about people. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { name } from '@infoskjerm/shared/model/parts.ts'
import * as z from 'zod/mini'
import { intoSchema } from './crews/body.ts'

export const username = z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{0,39}$/))
export const password = z.string().check(z.minLength(limits.passwordLength), z.maxLength(limits.titleLength))

const role = z.enum(['see', 'edit', 'all'])
const language = z.enum(['nb', 'en'])

/** What an account may do. */
export const rightsSchema = z.strictObject({ role, mayStartOverride: z.boolean(), mayEndOverride: z.boolean() })

/** What an invitation gives: rights of its own, and a place in a crew. */
export const invitedSchema = z.strictObject({
  role,
  mayStartOverride: z.boolean(),
  mayEndOverride: z.boolean(),
  into: z._default(z.nullable(intoSchema), null),
})

export const practiceSchema = z.strictObject({ on: z.boolean() })

/** Whatever somebody types where a password is asked for; longer is none. */
const typedPassword = z.string().check(z.maxLength(1000))

export const signInSchema = z.strictObject({ username: z.string().check(z.maxLength(100)), password: typedPassword })

export const newUserSchema = z.strictObject({
  username,
  name,
  password,
  role,
  mayStartOverride: z._default(z.boolean(), false),
  mayEndOverride: z._default(z.boolean(), false),
  language: z._default(language, 'nb'),
})

export const userChangeSchema = z.partial(
  z.strictObject({ username, name, password, role, mayStartOverride: z.boolean(), mayEndOverride: z.boolean(), language }),
)

export const ownChangeSchema = z.partial(
  z.strictObject({ name, language, password: z.strictObject({ old: typedPassword, new: password }) }),
)

export const acceptSchema = z.strictObject({ username, name, password, language: z._default(language, 'nb') })

export const newTokenSchema = z.strictObject({ name })

export type Rights = z.infer<typeof rightsSchema>
export type Invited = z.infer<typeof invitedSchema>
export type NewUser = z.infer<typeof newUserSchema>
export type UserChange = z.infer<typeof userChangeSchema>
