import { limits } from '@infoskjerm/shared/limits.ts'
import { describe, expect, test } from 'vitest'
import { createAdmission, networkOf } from './admission.ts'

describe('[W7] strangers', () => {
  const address = (n: number) => `10.0.${n >> 8}.${n & 255}`

  test('one address cannot take every place; a place is free again when a stranger is known or gone', () => {
    let ms = 0
    const admission = createAdmission(() => ms)
    const connections = Array.from({ length: limits.strangersPerAddress }, () => ({}))
    for (const connection of connections) {
      expect(admission.mayOpen('10.0.0.1')).toBe(true)
      admission.opened(connection, '10.0.0.1')
    }
    ms += 60_000
    expect([admission.mayOpen('10.0.0.1'), admission.mayOpen('10.0.0.2')]).toEqual([false, true])
    admission.known(connections[0] ?? {})
    expect(admission.mayOpen('10.0.0.1')).toBe(true)
    admission.opened({}, '10.0.0.1')
    admission.closed(connections[1] ?? {})
    admission.closed(connections[0] ?? {})
    expect(admission.mayOpen('10.0.0.1')).toBe(true)
  })

  test('all together are a fixed number', () => {
    const admission = createAdmission(() => 0)
    for (let n = 0; n < limits.strangers; n++) admission.opened({}, address(n))
    expect(admission.mayOpen('10.9.9.9')).toBe(false)
  })

  test('known ones do not count: five hundred players behind one proxy are all let in', () => {
    let ms = 0
    const admission = createAdmission(() => ms)
    for (let n = 0; n < 500; n++) {
      ms += 1_000 / limits.openingsPerSecond
      const connection = {}
      expect(admission.mayOpen('127.0.0.1')).toBe(true)
      admission.opened(connection, '127.0.0.1')
      admission.known(connection)
    }
  })

  test('opening and closing over and over runs dry, and for that address alone', () => {
    const admission = createAdmission(() => 0)
    const tries = Array.from({ length: limits.openingsBurst + 1 }, () => admission.mayOpen('10.0.0.1'))
    expect([tries.at(-2), tries.at(-1), admission.mayOpen('10.0.0.2')]).toEqual([true, false, true])
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
