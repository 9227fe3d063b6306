import type { SponsorBody } from '@infoskjerm/shared/model/sponsor.ts'
import { expect, test } from 'vitest'
import { emptySponsor, type SponsorForm, sponsorFormOf, sponsorOf, sponsorProblems } from './sponsors-form-model.ts'

const hall = { kind: 'area', area: 'hall' } as const

test.each<[string, SponsorBody]>([
  ['nothing promised', { name: 'Nordlys', promise: null, rivals: ['fjell'] }],
  [
    'a share everywhere',
    { name: 'A', promise: { amount: { kind: 'share', percent: 7.5 }, where: { kind: 'all' }, hours: null }, rivals: [] },
  ],
  [
    'minutes past midnight',
    { name: 'B', promise: { amount: { kind: 'minutes', perDay: 30 }, where: hall, hours: { from: '10:00', until: '02:00' } }, rivals: [] },
  ],
])('%s comes out of the form as it went in', (_, body) => {
  expect(sponsorOf(sponsorFormOf(body))).toEqual(body)
})

const sound: SponsorForm = { ...emptySponsor, name: 'Nordlys', amounts: { share: '8', minutes: '30' } }

test.each<[string, Partial<SponsorForm>, readonly string[]]>([
  ['sound', {}, []],
  ['no name', { name: '  ' }, ['name']],
  ['no amount', { amounts: { share: '', minutes: '30' } }, ['amount']],
  ['a comma', { amounts: { share: '7,5', minutes: '' } }, []],
  ['a per cent sign', { amounts: { share: '8 %', minutes: '' } }, []],
  ['nought', { amounts: { share: '0', minutes: '' } }, ['amount']],
  ['more than all', { amounts: { share: '101', minutes: '' } }, ['amount']],
  ['more minutes than a day has', { kind: 'minutes', amounts: { share: '', minutes: '1441' } }, ['amount']],
  ['nowhere', { where: { kind: 'or', of: [] } }, ['where']],
  ['a time that is none', { limited: true, from: '25:00' }, ['from']],
  ['nothing promised asks for nothing', { kind: 'none', amounts: { share: '', minutes: '' }, where: { kind: 'or', of: [] } }, []],
])('%s', (_, change, problems) => {
  expect(sponsorProblems({ ...sound, ...change })).toEqual(problems)
})

test('times are understood as people write them', () => {
  expect(sponsorOf({ ...sound, limited: true, from: '1000', until: '2' }).promise?.hours).toEqual({ from: '10:00', until: '02:00' })
})
