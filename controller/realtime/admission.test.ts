import { limits } from '@infoskjerm/shared/limits.ts'
import { describe, expect, test } from 'vitest'
import { type Admission, createAdmission, networkOf, type Verdict } from './admission.ts'

/** An admission that knows the boxes `box…`, with timers and a clock run by hand. */
function desk(given: { readonly mayStrangersCome?: () => boolean } = {}) {
  let ms = 0
  let timers: (() => void)[] = []
  const after = (_: number, call: () => void) => {
    timers.push(call)
    return () => undefined
  }
  const isDevice = (id: string): boolean => id.startsWith('box')
  const admission = createAdmission({ monotonicMs: () => ms, isDevice, mayStrangersCome: () => true, after, ...given })
  return {
    admission,
    pass: (by: number) => {
      ms += by
      const due = timers
      timers = []
      for (const call of due) call()
    },
  }
}

function mayOpen(admission: Admission, address: string, device: string | null = null): boolean {
  return verdict(admission, address, device) === 'open'
}

function verdict(admission: Admission, address: string, device: string | null): Verdict | null {
  let answer: Verdict | null = null
  admission.ask(address, device, (given) => {
    answer = given
  })
  return answer
}

describe('[W7] strangers', () => {
  const address = (n: number) => `10.0.${n >> 8}.${n & 255}`

  test('one address cannot take every place; a place is free again when a stranger is known or gone', () => {
    const { admission, pass } = desk()
    const connections = Array.from({ length: limits.strangersPerAddress }, () => ({}))
    for (const connection of connections) {
      expect(mayOpen(admission, '10.0.0.1')).toBe(true)
      admission.opened(connection, '10.0.0.1')
    }
    pass(60_000)
    expect([mayOpen(admission, '10.0.0.1'), mayOpen(admission, '10.0.0.2')]).toEqual([false, true])
    admission.known(connections[0] ?? {})
    expect(mayOpen(admission, '10.0.0.1')).toBe(true)
    admission.opened({}, '10.0.0.1')
    admission.closed(connections[1] ?? {})
    admission.closed(connections[0] ?? {})
    expect(mayOpen(admission, '10.0.0.1')).toBe(true)
  })

  test('all together are a fixed number', () => {
    const { admission } = desk()
    for (let n = 0; n < limits.strangers; n++) admission.opened({}, address(n))
    expect(mayOpen(admission, '10.9.9.9')).toBe(false)
  })

  test('known ones do not count: five hundred players behind one proxy are all let in', () => {
    const { admission, pass } = desk()
    for (let n = 0; n < 500; n++) {
      pass(1_000 / limits.openingsPerSecond)
      const connection = {}
      expect(mayOpen(admission, '127.0.0.1')).toBe(true)
      admission.opened(connection, '127.0.0.1')
      admission.known(connection)
    }
  })

  test('opening and closing over and over runs dry, and for that address alone', () => {
    const { admission } = desk()
    const tries = Array.from({ length: limits.openingsBurst + 1 }, () => mayOpen(admission, '10.0.0.1'))
    expect([tries.at(-2), tries.at(-1), mayOpen(admission, '10.0.0.2')]).toEqual([true, false, true])
  })

  test('under pressure nobody new is looked at, and everybody is told to come later', () => {
    const { admission } = desk({ mayStrangersCome: () => false })
    expect([verdict(admission, '10.0.0.1', null), verdict(admission, '10.0.0.1', 'box1')]).toEqual(['later', 'open'])
  })

  test.each([
    ['10.0.0.7', '10.0.0.7'],
    ['::ffff:10.0.0.7', '10.0.0.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::7', '2001:db8:1:2'],
    ['2001:db8::7', '2001:db8:0:0'],
    ['fe80::1', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s counts as %s', (given, network) => {
    expect(networkOf(given)).toBe(network)
  })
})

describe('[W7] a whole hall that comes back at once', () => {
  test('five thousand boxes behind one address are let in at a steady rate, and none is refused', () => {
    const { admission, pass } = desk()
    const verdicts: Verdict[] = []
    for (let n = 0; n < 5_000; n++) admission.ask('127.0.0.1', `box${n}`, (given) => verdicts.push(given))
    const atOnce = verdicts.length
    for (let turn = 0; turn < 100; turn++) pass(10)
    const afterASecond = verdicts.length
    for (let turn = 0; turn < 200; turn++) pass(10)
    expect(atOnce).toBe(limits.admissionsPerSecond / 20)
    expect(afterASecond).toBe(atOnce + limits.admissionsPerSecond)
    expect([verdicts.length, new Set(verdicts)]).toEqual([5_000, new Set(['open'])])
    expect(admission.waiting()).toBe(0)
  })

  test('one box that opens over and over runs dry, and takes nobody’s place in the queue', () => {
    const { admission } = desk()
    const tries = Array.from({ length: limits.deviceOpenings + 1 }, () => verdict(admission, '10.0.0.1', 'box1'))
    expect([tries.at(-2), tries.at(-1), verdict(admission, '10.0.0.1', 'box2')]).toEqual(['open', 'refused', 'open'])
    expect(admission.turnedAway()).toBe(1)
  })

  test('an id that nobody paired is a stranger’s', () => {
    const { admission } = desk({ mayStrangersCome: () => false })
    expect(verdict(admission, '10.0.0.1', 'guess')).toBe('later')
  })
})
