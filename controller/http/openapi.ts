/** Describes the REST API from the same registry that mounts it (OpenAPI 3.1). */
import { instantSchema } from '@infoskjerm/shared/model/parts.ts'
import { problemCodes } from '@infoskjerm/shared/wire/problem.ts'
import * as z from 'zod/mini'
import type { Route, Who } from './route.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Who may call, in a sentence. */
export const whoSentence: Readonly<Record<Who, string>> = {
  anyone: 'Anyone.',
  'signed-in': 'Any account.',
  edit: 'Accounts that may edit.',
  all: 'Accounts that may everything.',
  'start-override': 'Accounts that may send an emergency message.',
  'end-override': 'Accounts that may end an emergency message.',
}

/** Beside it, where a call acts in some areas alone. */
const whereSentence = 'It is enough to have the right in the areas concerned.'

/** The document. Bodies are described as they travel: instants are RFC 3339 text. */
export function openApi(routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, Json>> = {}
  const schemas: Record<string, Json> = { Problem: problemSchema }
  for (const route of routes) {
    const name = operationId(route)
    if (route.body !== null) schemas[name] = bodySchema(route.body, name)
    paths[route.path] = { ...paths[route.path], [route.method]: operation(route, name) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'infoskjerm',
      version: '1',
      description: 'Everything the crew pages do. Writes answer with the revision they made; `POST /undo` takes it back.',
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-session' },
      },
    },
  }
}

/** `post-screens-id-identify`. */
export function operationId({ method, path }: Route): string {
  return [method, ...path.split(/[^\w]+/).filter((part) => part !== '')].join('-')
}

function operation(route: Route, name: string): Json {
  const parameters = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, parameter = '']) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const content = (schema: string): Json => ({ 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } })
  return {
    operationId: name,
    tags: [route.path.split('/')[1] ?? ''],
    summary: route.summary,
    description: route.touches === null ? whoSentence[route.who] : `${whoSentence[route.who]} ${whereSentence}`,
    parameters,
    ...(route.body === null ? {} : { requestBody: { required: true, content: content(name) } }),
    security: route.who === 'anyone' ? [] : [{ session: [] }, { token: [] }],
    responses: {
      '200': { description: 'Done.', content: { 'application/json': {} } },
      default: {
        description: 'Refused, and why.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function bodySchema(schema: z.ZodMiniType, name: string): Json {
  const described = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema !== (instantSchema as unknown)) return
      for (const key of Object.keys(jsonSchema)) delete (jsonSchema as Record<string, unknown>)[key]
      Object.assign(jsonSchema, { type: 'string', format: 'date-time' })
    },
  })
  delete described.$schema
  return belowComponent(described as Json, name)
}

/** References of a schema point at its own root; here it stands below the document's. */
function belowComponent(value: Json, name: string): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: Json) => belowComponent(item, name))
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      key === '$ref' && typeof field === 'string' ? field.replace(/^#/, `#/components/schemas/${name}`) : belowComponent(field, name),
    ]),
  )
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'path', 'params'],
  properties: {
    type: { const: 'about:blank' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { enum: problemCodes },
    detail: { type: 'string' },
    path: { type: 'string', description: 'Dotted, from the root of the body; empty where no one field is to blame.' },
    params: { type: 'object' },
  },
}
