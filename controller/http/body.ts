/** Reads a JSON body with a limit on its size, so that nothing is parsed that nobody would send. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'

/** The parsed JSON. Problems `json` and `too-large`. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) throw new Problem(415, 'json', 'Send JSON, with content-type: application/json.')
  const text = await readText(request, limits.jsonBodyBytes)
  if (isDeeper(text, limits.jsonDepth)) throw new Problem(400, 'json', `At most ${limits.jsonDepth} brackets inside each other.`)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Problem(400, 'json', `The body is not JSON: ${(error as Error).message}`)
  }
}

/** Whether brackets stand inside each other more than `most` deep. Whoever parses or walks what they hold calls itself once for each. */
function isDeeper(text: string, most: number): boolean {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '"') isInString = !isInString
    else if (isInString && letter === '\\') at += 1
    else if (!isInString && (letter === '{' || letter === '[')) depth += 1
    else if (!isInString && (letter === '}' || letter === ']')) depth -= 1
    if (depth > most) return true
  }
  return false
}

async function readText(request: Request, mostBytes: number): Promise<string> {
  const tooLarge = new Problem(413, 'too-large', `At most ${mostBytes} bytes.`, '', { mostBytes })
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge
  if (request.body === null) return ''
  const reader = request.body.getReader()
  let late = false
  const timer = setTimeout(() => {
    late = true
    void reader.cancel()
  }, limits.jsonBodyMs)
  try {
    const chunks: Uint8Array[] = []
    let size = 0
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length
      if (size > mostBytes) throw tooLarge
      chunks.push(part.value)
    }
    if (late) throw new Problem(408, 'json', `The body did not arrive within ${limits.jsonBodyMs / 1_000} s.`)
    return Buffer.concat(chunks).toString('utf8')
  } finally {
    clearTimeout(timer)
  }
}
