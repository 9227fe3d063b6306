/** Decodes pictures in a child process, so that no picture can take the controller down with it. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { limits } from '@infoskjerm/shared/limits.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { Encoded, EncodeJob } from './encode.ts'

export interface Encoder {
  /** One job at a time, in order. Problems `media-broken`, `too-large`. */
  readonly encode: (job: Omit<EncodeJob, 'pixels' | 'sidePx'>) => Promise<Encoded>
  readonly close: () => void
}

/** A picture that takes longer than this is not a picture (ms); a drawing that does multiplies itself. */
const patienceMs = { photograph: 30_000, drawing: 5_000 }

/** The child goes home after so long without work (ms). */
const idleMs = 20_000

type Answer = { readonly encoded: Encoded } | { readonly failed: string }

export function createEncoder(): Encoder {
  let child: ChildProcess | null = null
  let last: Promise<unknown> = Promise.resolve()
  let goHome: NodeJS.Timeout | null = null

  const dismiss = (): void => {
    child?.kill('SIGKILL')
    child = null
  }
  const run = async (job: EncodeJob): Promise<Encoded> => {
    if (goHome !== null) clearTimeout(goHome)
    child ??= fork(fileURLToPath(new URL('child.ts', import.meta.url)), [`${limits.imageMemoryBytes}`], {
      execArgv: ['--import', import.meta.resolve('tsx')],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const answer = await ask(child, job)
    if (answer === null) dismiss()
    goHome = setTimeout(dismiss, idleMs).unref()
    if (answer === null) throw new Problem(422, 'media-broken', 'The picture is too heavy to decode.')
    if ('failed' in answer) throw refusal(answer.failed)
    return answer.encoded
  }
  return {
    encode: (job) => {
      const turn = last.then(() => run({ ...job, pixels: limits.imagePixels, sidePx: limits.imageSidePx }))
      last = turn.then(
        () => undefined,
        () => undefined,
      )
      return turn
    },
    close: dismiss,
  }
}

/** The child's answer, or null where it died or took too long. */
function ask(child: ChildProcess, job: EncodeJob): Promise<Answer | null> {
  return new Promise((resolve) => {
    const done = (answer: Answer | null): void => {
      clearTimeout(timer)
      child.off('message', onMessage)
      child.off('exit', onEnd)
      child.off('error', onEnd)
      resolve(answer)
    }
    const onMessage = (message: unknown): void => done(message as Answer)
    const onEnd = (): void => done(null)
    const timer = setTimeout(onEnd, job.svg ? patienceMs.drawing : patienceMs.photograph)
    child.on('message', onMessage)
    child.on('exit', onEnd)
    child.on('error', onEnd)
    child.send(job, (error) => {
      if (error !== null) onEnd()
    })
  })
}

function refusal(said: string): Problem {
  if (/pixel limit/i.test(said))
    return new Problem(413, 'too-large', `At most ${limits.imagePixels / 1_000_000} million pixels.`, '', { most: limits.imagePixels })
  return new Problem(422, 'media-broken', `The picture cannot be decoded: ${said.split('\n')[0] ?? ''}`)
}
