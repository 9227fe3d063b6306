import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import './web.ts'
import '../slide-view.ts'
import type { SlideView } from '../slide-view.ts'
import { stand } from '../testing/glass.ts'
import { context, friday, slide } from '../testing/samples.ts'
import type { SlideContent } from '@infoskjerm/shared/model/slide.ts'

afterEach(() => document.body.replaceChildren())

async function shown(content: SlideContent): Promise<{ box: HTMLElement; view: SlideView; inside: ShadowRoot }> {
  const about = context({ portrait: false, distance: 'hall', now: () => friday, still: true })
  const box = await stand(html`<is-slide .slide=${slide(content)} .context=${about}></is-slide>`, 960, 540)
  const view = box.querySelector('is-slide') as SlideView
  return { box, view, inside: (view.renderRoot.querySelector('.kind') as HTMLElement).shadowRoot! }
}

test('[S6] a page from the web fills the glass in a frame that has no origin of ours and cannot lead away', async () => {
  const { view, inside } = await shown({ kind: 'web', url: `${location.origin}/favicon.ico` })
  expect(await view.ready()).toBe('ready')
  const frame = inside.querySelector('iframe')!
  expect([frame.clientWidth, frame.clientHeight]).toEqual([960, 540])
  expect(frame.contentDocument).toBeNull()
  expect([...frame.sandbox]).toEqual(['allow-scripts'])
  expect([frame.referrerPolicy, frame.allow, getComputedStyle(frame).pointerEvents]).toEqual(['no-referrer', '', 'none'])
})

test('the same address is not loaded again when its turn is drawn again', async () => {
  const content = { kind: 'web', url: `${location.origin}/favicon.ico` } as const
  const { view, inside } = await shown(content)
  await view.ready()
  let loads = 0
  inside.querySelector('iframe')!.addEventListener('load', () => loads++)
  view.since = friday
  await view.updateComplete
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(loads).toBe(0)
})

test('black is black, to the last corner', async () => {
  const { view, inside } = await shown({ kind: 'black' })
  expect(await view.ready()).toBe('ready')
  const field = inside.querySelector('div')!
  expect(getComputedStyle(field).backgroundColor).toBe('rgb(0, 0, 0)')
  expect([field.clientWidth, field.clientHeight]).toEqual([960, 540])
})

test('where nobody answers the frame stays empty, and the slide is missing instead of showing an error picture', async () => {
  const about = { ...context({ portrait: false, distance: 'hall', now: () => friday, still: true }), answers: () => Promise.resolve(false) }
  const content = { kind: 'web', url: `${location.origin}/favicon.ico` } as const
  const box = await stand(html`<is-slide .slide=${slide(content)} .context=${about}></is-slide>`, 960, 540)
  const view = box.querySelector('is-slide') as SlideView
  expect(await view.ready()).toBe('missing')
  expect((view.renderRoot.querySelector('.kind') as HTMLElement).shadowRoot!.querySelector('iframe')!.getAttribute('src')).toBeNull()
})
