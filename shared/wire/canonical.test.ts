import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical.ts'

describe('[W3] canonical JSON', () => {
  it.each<[string, unknown, string]>([
    ['keys in the order of their code units', { b: 1, a: 2, å: 3, A: 4 }, '{"A":4,"a":2,"b":1,"å":3}'],
    ['nested', { z: [{ y: 1, x: null }], a: {} }, '{"a":{},"z":[{"x":null,"y":1}]}'],
    ['numbers as ECMAScript writes them', [333333333.3333333, 1e30, 4.5, 0.002, 1e-27, -0], '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]'],
    ['text', '€$\u000f\nA\'B"\\/', '"€$\\u000f\\nA\'B\\"\\\\/"'],
    ['absent properties', { a: undefined, b: null }, '{"b":null}'],
  ])('%s', (_, value, text) => expect(canonicalJson(value)).toBe(text))

  it('sorts the keys of RFC 8785 section 3.2.3', () => {
    const value = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 }
    expect([...canonicalJson(value).matchAll(/:(\d)/g)].map(([, order]) => Number(order))).toEqual([2, 4, 6, 7, 1, 5, 3])
  })

  it('refuses what JSON cannot carry', () => expect(() => canonicalJson({ a: Number.NaN })).toThrow('not a JSON number'))
})
