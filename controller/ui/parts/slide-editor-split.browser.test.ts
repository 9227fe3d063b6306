/** Split screens, versions and what is held back, in a real browser. The lists come from a controller that the test plays. */
import type { LayoutContent } from '@infoskjerm/shared/model/slide.ts'
import type { PlaylistResource, SlideResource } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { at, event } from '@infoskjerm/player/stage/testing/samples.ts'
import { forgetResources } from '../resource.ts'
import { setLanguage } from '../words/words.ts'
import type { Holding } from './slide-editor-holding.ts'
import './slide-editor-holding.ts'
import { slideFromJson, type PlaylistJson, type SlideJson } from './slide-editor-json.ts'
import './slide-editor-layout.ts'
import { divided } from './slide-editor-presets.ts'
import { planOfSlide } from './slide-editor-regions.ts'
import { resolve } from '@infoskjerm/shared/engine/resolve.ts'
import { quiet } from '@infoskjerm/shared/model/live.ts'
import { later, secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { VersionsChange } from './slide-editor-versions.ts'
import './slide-editor-versions.ts'

const changed = { changedAt: '2027-03-26T20:00:00Z', changedBy: 'Kari' }
const body = (name: string, more: Partial<SlideJson> = {}): SlideJson => ({
  name,
  content: { kind: 'text', title: { nb: name, en: '' }, body: { nb: '', en: '' }, tone: 'night', picture: null },
  variants: [],
  durationMs: 10_000,
  validFrom: null,
  validUntil: null,
  sponsor: null,
  embargo: false,
  audience: 'everyone',
  ...more,
})
const slide = (id: string, more: Partial<SlideJson> = {}): SlideResource => ({ id, draft: body(id, more), published: null, ...changed })
const list = (id: string, ...slides: string[]): PlaylistResource => {
  const items = slides.map((one) => ({
    id: one,
    of: { kind: 'slide', slide: one } as const,
    durationMs: null,
    validFrom: null,
    validUntil: null,
  }))
  const draft: PlaylistJson = { name: id.toUpperCase(), order: 'sequence', items }
  return { id, draft, published: null, ...changed }
}
const playlists = [list('kveld', 'a', 'b'), list('sponsorer', 'c', 'd'), list('natt', 'a')]
const split: LayoutContent = { kind: 'layout', tone: 'night', regions: divided('sidebar', [], ['kveld', 'sponsorer']) }

let answers: Record<string, unknown> = {}
beforeEach(() => {
  setLanguage('nb')
  forgetResources()
  answers = { '/api/v1/playlists': playlists }
  vi.spyOn(window, 'fetch').mockImplementation((input) => {
    const answer = answers[new URL(String(input instanceof Request ? input.url : input), location.href).pathname]
    const status = answer === undefined ? 404 : 200
    return Promise.resolve(
      new Response(JSON.stringify(answer ?? { code: 'not-found' }), { status, headers: { 'content-type': 'application/json' } }),
    )
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

async function mount<E extends HTMLElement & { readonly updateComplete: Promise<boolean> }>(element: E): Promise<ShadowRoot> {
  document.body.append(element)
  await element.updateComplete
  await expect.poll(() => vi.mocked(window.fetch).mock.results.length + 1).toBeGreaterThan(0)
  await new Promise((done) => setTimeout(done, 50))
  await element.updateComplete
  return element.shadowRoot!
}

describe('a split screen', () => {
  test('is divided by a press, and each part keeps its list', async () => {
    const element = document.createElement('is-layout-settings')
    element.content = split
    const root = await mount(element)
    const edits: LayoutContent[] = []
    element.addEventListener('edit', (event) => edits.push((event as CustomEvent<LayoutContent>).detail))
    expect(root.querySelector<HTMLInputElement>('input:checked')?.value).toBe('sidebar')
    await userEvent.click(root.querySelector('input[value=columns]')!.closest('label')!)
    expect(edits.at(-1)?.regions.map(({ playlist }) => playlist)).toEqual(['kveld', 'sponsorer', 'natt'])
  })

  test('is divided and filled by keyboard, and every part has a name', async () => {
    const element = document.createElement('is-layout-settings')
    element.content = split
    const root = await mount(element)
    element.addEventListener('edit', (event) => (element.content = (event as CustomEvent<LayoutContent>).detail))
    root.querySelector<HTMLInputElement>('input[value=sidebar]')!.focus()
    await userEvent.keyboard('{ArrowRight}')
    await element.updateComplete
    expect(element.content.regions.map(({ heightPct }) => heightPct)).toEqual([78, 22])
    expect([...root.querySelectorAll('.part .label')].map((label) => label.textContent)).toEqual(['Hovedflaten', 'Stripen nederst'])
    await userEvent.selectOptions(root.querySelectorAll('select')[1]!, 'natt')
    expect(element.content.regions.map(({ playlist }) => playlist)).toEqual(['kveld', 'natt'])
  })

  test('[E8] is previewed as the screens will show it: by the clock, and without what is held back', () => {
    const slides = [slide('a'), slide('b'), slide('c', { embargo: true }), slide('d')]
    const seen = (seconds: number): readonly (string | null)[] => {
      const t = later(at('2027-03-26T20:00:00Z'), seconds * secondMs)
      const { main } = resolve(planOfSlide(slideFromJson(body('l', { content: split })), playlists, slides, event, t), quiet, t).slots
      return main.kind === 'slide' ? main.regions.map((region) => region?.slideId ?? null) : []
    }
    expect([seen(0), seen(10), seen(20)].map(([main]) => main)).toEqual(['a', 'b', 'a'])
    expect([seen(0), seen(10), seen(20)].map(([, side]) => side)).toEqual(['d', 'd', 'd'])
  })
})

test('a version is made for some screens, and taken away again', async () => {
  const element = document.createElement('is-versions')
  element.body = body('Vann')
  const root = await mount(element)
  element.addEventListener('versions', (event) => {
    const { detail } = event as CustomEvent<VersionsChange>
    element.version = detail.version
    element.body = detail.body ?? element.body
  })
  await userEvent.selectOptions(root.querySelector('select')!, 'portrait')
  await element.updateComplete
  expect(element.version).toBe('portrait')
  expect([...root.querySelectorAll('.choice')].map((pill) => [pill.textContent?.trim(), pill.getAttribute('aria-pressed')])).toEqual([
    ['Alle andre skjermer', 'false'],
    ['Stående skjermer', 'true'],
  ])
  await userEvent.click([...root.querySelectorAll('button')].find((one) => one.textContent?.trim() === 'Fjern utgaven')!)
  await element.updateComplete
  expect([element.version, element.body.variants]).toEqual([null, []])
})

describe('what is held back, and whose it is', () => {
  async function fields(): Promise<{ root: ShadowRoot; told: Partial<Holding>[] }> {
    const element = document.createElement('is-holding')
    const told: Partial<Holding>[] = []
    element.addEventListener('holding', (event) => told.push((event as CustomEvent<Partial<Holding>>).detail))
    return { root: await mount(element), told }
  }

  test('a venue without sponsors is not asked for one', async () => {
    const { root, told } = await fields()
    expect(root.querySelector('select')).toBe(null)
    for (const box of root.querySelectorAll('input[type=checkbox]')) await userEvent.click(box)
    expect(told).toEqual([{ audience: 'crew' }, { embargo: true }])
  })

  test('a sponsor is chosen by name, and let go', async () => {
    answers['/api/v1/sponsors'] = [{ id: 'nordlys', name: 'Nordlys Nett', promise: null, rivals: [] }]
    const { root, told } = await fields()
    await userEvent.selectOptions(root.querySelector('select')!, 'Nordlys Nett')
    await userEvent.selectOptions(root.querySelector('select')!, 'Ingen')
    expect(told).toEqual([{ sponsor: 'nordlys' }, { sponsor: null }])
  })
})
