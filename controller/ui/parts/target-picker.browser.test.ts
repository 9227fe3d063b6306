import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { Reaching, ScreenResource, Session, User } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assumeVenue } from '../venue.ts'
import { setLanguage } from '../words/words.ts'
import './target-picker.ts'
import type { TargetPicker } from './target-picker.ts'

const screen = (id: string, name: string, area: string, tags: readonly string[]) => ({ id, name, area, tags }) as unknown as ScreenResource

/** Somebody who may edit there. */
const editor = (edit: Reaching) => {
  const rights = { edit, all: false, startOverride: [], endOverride: [] }
  assumeVenue({ user: {} as User, session: { rights } as unknown as Session })
}

let picker: TargetPicker
let said: Target[]

beforeEach(async () => {
  setLanguage('nb')
  editor('venue')
  assumeVenue({
    areas: [
      { id: 'inngang', name: 'Inngang', position: 0 },
      { id: 'scene', name: 'Hovedscenen', position: 1 },
    ],
    screens: [
      screen('nord', 'Inngang nord', 'inngang', ['sponsor']),
      screen('sor', 'Inngang sør', 'inngang', []),
      screen('vest', 'Hovedscenen vest', 'scene', ['sponsor']),
    ],
    ready: true,
  })
  picker = document.createElement('is-target')
  said = []
  picker.addEventListener('change', (event) => said.push((event as CustomEvent<Target>).detail))
  document.body.append(picker)
  await picker.updateComplete
})

afterEach(() => document.body.replaceChildren())

const chips = () => [...(picker.shadowRoot?.querySelectorAll<HTMLButtonElement>('.choice') ?? [])]
const chip = (text: string) => chips().find((one) => one.textContent?.includes(text)) as HTMLButtonElement
const sum = () => picker.shadowRoot?.querySelector('.sum')?.textContent
const press = async (text: string) => {
  chip(text).click()
  await picker.updateComplete
}

test('it begins with all screens and says how many they are', () => {
  expect(chip('Alle skjermer').getAttribute('aria-pressed')).toBe('true')
  expect(sum()).toBe('3 skjermer')
})

test('an area in place of all; then a tag beside it; then all again', async () => {
  await press('Inngang')
  expect(said.at(-1)).toEqual({ kind: 'area', area: 'inngang' })
  expect(sum()).toBe('2 skjermer')
  await press('sponsor')
  expect(said.at(-1)).toEqual({
    kind: 'or',
    of: [
      { kind: 'area', area: 'inngang' },
      { kind: 'tag', tag: 'sponsor' },
    ],
  })
  expect(sum()).toBe('3 skjermer')
  await press('Alle skjermer')
  expect(said.at(-1)).toEqual({ kind: 'all' })
})

test('a single screen is found under its own button', async () => {
  expect(chip('Hovedscenen vest')).toBeUndefined()
  picker.shadowRoot?.querySelector<HTMLButtonElement>('.button.quiet')?.click()
  await picker.updateComplete
  await press('Hovedscenen vest')
  expect(said.at(-1)).toEqual({ kind: 'screen', screen: 'vest' })
  expect(sum()).toBe('1 skjerm')
})

test('letting everything go is said', async () => {
  await press('Alle skjermer')
  expect(sum()).toBe('Ingen skjermer valgt')
})

test('what it cannot say stays as it is until somebody picks', async () => {
  picker.value = { kind: 'not', of: { kind: 'area', area: 'scene' } }
  await picker.updateComplete
  expect(sum()).toBe('2 skjermer')
  expect(said).toEqual([])
  expect(picker.shadowRoot?.textContent).toContain('satt sammen')
})

test('whoever may edit one area is offered that area and its screens, and what was chosen before', async () => {
  editor(['inngang'])
  picker.value = { kind: 'or', of: [] }
  await picker.updateComplete
  picker.shadowRoot?.querySelector<HTMLButtonElement>('.quiet')?.click()
  await picker.updateComplete
  expect(chips().map((one) => one.textContent?.trim())).toEqual(['Inngang2', 'Inngang nord', 'Inngang sør'])
  picker.value = { kind: 'tag', tag: 'sponsor' }
  await picker.updateComplete
  expect(chip('sponsor').getAttribute('aria-pressed')).toBe('true')
})

test('where another right counts, every place is offered', async () => {
  editor([])
  picker.anywhere = true
  await picker.updateComplete
  expect(chips().length).toBe(4)
})
