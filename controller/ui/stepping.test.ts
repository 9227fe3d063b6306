import type { SlipResource, StepsResource } from '@infoskjerm/shared/wire/api.ts'
import { describe, expect, test } from 'vitest'
import { ApiProblem } from './api.ts'
import { createStepping } from './stepping.ts'

const at = '2027-03-26T21:40:00.000Z'
const before = { item: 'a', at: '2027-03-26T21:39:00.000Z' }
const steps = (item: string): readonly StepsResource[] => [
  { entry: 'premie', name: 'Premieutdeling', items: [], cue: { item, at, by: 'Kari', before }, screens: [] },
]
const slips: readonly SlipResource[] = [{ slide: 'ned', laterMs: 60_000, at, by: 'Kari' }]

/** A controller that answers when it is told to. */
function controller() {
  const asked: ((value: unknown) => void)[] = []
  const stepping = createStepping(
    <T>(path: string) => new Promise<T>((resolve) => asked.push((item) => resolve((path === '/steps' ? item : slips) as T))),
  )
  const answer = (item: string) => {
    for (const reply of asked.splice(0, 2)) reply(steps(item))
  }
  return { stepping, answer }
}

describe('what people step and shift', () => {
  test('is the live document that the screens hold', async () => {
    const { stepping, answer } = controller()
    const loaded = stepping.load()
    answer('b')
    await loaded
    expect(stepping.document).toEqual({
      cues: { premie: { item: 'b', at: Date.parse(at), before: { item: 'a', at: Date.parse(before.at) } } },
      slips: { ned: 60_000 },
    })
  })

  test('an answer that was on its way when somebody pressed does not take the press back', async () => {
    const { stepping, answer } = controller()
    const heard: (string | undefined)[] = []
    stepping.subscribe(() => heard.push(stepping.document.cues['premie']?.item))
    const loaded = stepping.load()
    stepping.assume({ steps: steps('c') })
    answer('b')
    await loaded
    expect(heard).toEqual(['c'])
  })

  test('without contact what is held stays; nothing is left after signing out', async () => {
    const stepping = createStepping(() => Promise.reject(new ApiProblem(null)))
    stepping.assume({ steps: steps('c'), slips })
    await stepping.load()
    expect(stepping.document.cues).toMatchObject({ premie: { item: 'c' } })
    stepping.forget()
    expect([stepping.steps, stepping.document]).toEqual([null, { cues: {}, slips: {} }])
  })
})
