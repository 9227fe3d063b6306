import { id } from '@infoskjerm/shared/model/parts.ts'
import { describe, expect, it } from 'vitest'
import { slugOf } from './slug.ts'

describe('ids from names', () => {
  it.each([
    ['Inngang Nord', 'inngang-nord'],
    ['Søvnområde, øst', 'sovnomrade-ost'],
    ['  B7 / LED (høyre) ', 'b7-led-hoyre'],
    ['«»', 'skjerm'],
    ['x'.repeat(49) + ' y', 'x'.repeat(49)],
  ])('«%s» is %s', (name, slug) => {
    expect(slugOf(name, () => false)).toBe(slug)
    expect(id.safeParse(slug).success).toBe(true)
  })

  it('takes the next number where it is taken', () => {
    expect(slugOf('Infodesk', (taken) => ['infodesk', 'infodesk-2'].includes(taken))).toBe('infodesk-3')
  })
})
