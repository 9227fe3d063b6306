/** Words written on the slide itself, in a real browser. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { setLanguage } from '../words/words.ts'
import { createDraft } from './slide-editor-draft.ts'
import type { SlideJson } from './slide-editor-json.ts'
import type { SlideEditor } from './slide-editor.ts'
import './slide-editor.ts'

const slide: SlideJson = {
  name: 'Kantina',
  content: { kind: 'text', title: { nb: 'Kantina', en: '' }, body: { nb: '', en: '' }, tone: 'night', picture: null },
  durationMs: 12_000,
  validFrom: null,
  validUntil: null,
  variants: [],
  sponsor: null,
  embargo: false,
  audience: 'everyone',
}

beforeEach(() => setLanguage('nb'))
afterEach(() => document.body.replaceChildren())

async function mount(body: SlideJson, editable: boolean): Promise<SlideEditor> {
  const element = document.createElement('is-slide-editor')
  element.style.width = '380px'
  element.body = body
  element.editable = editable
  document.body.append(element)
  await element.updateComplete
  await new Promise((done) => setTimeout(done, 100))
  return element
}

function boxes(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
    ...(one.getAttribute('contenteditable') === null ? [] : [one]),
    ...(one.shadowRoot === null ? [] : boxes(one.shadowRoot)),
  ])
}
const titleOf = (body: SlideJson | undefined): string => (body?.content.kind === 'text' ? body.content.title.nb : '')

test('thirty keystrokes are one saved draft, and what stands on the slide is what was typed', async () => {
  const element = await mount(slide, true)
  const saved: string[] = []
  const draft = createDraft<SlideJson>({
    save: async (body) => void saved.push(titleOf(body)),
    delayMs: 600,
    changed: () => undefined,
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  })
  element.addEventListener('edit', (event) => {
    element.body = (event as CustomEvent<SlideJson>).detail
    draft.type(element.body)
  })
  const [title] = boxes(element.shadowRoot!)
  title!.focus()
  await userEvent.keyboard('{End} er åpen til klokka to i natt')
  expect(saved).toEqual([])
  await expect.poll(() => saved, { timeout: 3_000 }).toEqual(['Kantina er åpen til klokka to i natt'])
  expect(boxes(element.shadowRoot!)[0]?.textContent).toBe('Kantina er åpen til klokka to i natt')
})

test('nobody writes on it who may only look', async () => {
  expect(boxes((await mount(slide, false)).shadowRoot!)).toEqual([])
})

test('it can be seen standing', async () => {
  const element = await mount(slide, true)
  await userEvent.click([...element.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent?.trim() === 'Stående')!)
  await element.updateComplete
  const box = element.shadowRoot!.querySelector('.glass')!.getBoundingClientRect()
  expect(box.height / box.width).toBeCloseTo(16 / 9, 1)
})
