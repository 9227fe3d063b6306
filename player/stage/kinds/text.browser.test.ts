/** A text in two languages that do not fit together: one after the other, by synced time, and never mixed. */
import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import type { SlideView } from '../slide-view.ts'
import '../slide-view.ts'
import { stand, textsOf } from '../testing/glass.ts'
import { context, friday, slide, words } from '../testing/samples.ts'

afterEach(() => document.body.replaceChildren())

const rules = slide({
  kind: 'text',
  title: words('Husregler', 'House rules'),
  body: words('Gangene skal være frie. '.repeat(9), 'The aisles must be clear. '.repeat(9)),
  tone: 'night',
  picture: null,
})

async function read(now: Instant, since: Instant | null, durationMs: number): Promise<{ words: string; langs: string[] }> {
  const about = context({ portrait: false, distance: 'hall', now: () => now, still: false })
  const box = await stand(html`<is-slide .slide=${{ ...rules, durationMs }} .since=${since} .context=${about}></is-slide>`, 960, 540)
  const kind = (box.querySelector('is-slide') as SlideView).renderRoot.querySelector('.kind')!.shadowRoot!
  const langs = [...kind.querySelectorAll('[lang]')].filter((one) => one.textContent.trim() !== '').map((one) => (one as HTMLElement).lang)
  const said = textsOf(box)
    .map(({ text }) => text)
    .join(' ')
  return { words: said, langs: [...new Set(langs)] }
}

test.each([
  [0, 'nb', 'Husregler', 'aisles'],
  [9_900, 'nb', 'Gangene', 'House'],
  [10_000, 'en', 'House rules', 'Gangene'],
  [19_000, 'en', 'aisles', 'Husregler'],
] as const)('%i ms into a turn of twenty seconds it is read in %s', async (ms, language, said, unsaid) => {
  const { words: text, langs } = await read(later(friday, ms), friday, 20_000)
  expect(langs).toEqual([language])
  expect(text).toContain(said)
  expect(text).not.toContain(unsaid)
})

test('both stand where there is not time for five seconds each, and in a preview', async () => {
  for (const [since, durationMs] of [[friday, 9_000] as const, [null, 20_000] as const]) {
    const { words: text } = await read(friday, since, durationMs)
    expect([text.includes('Husregler'), text.includes('House rules')]).toEqual([true, true])
  }
})

test('it turns by itself', async () => {
  const from = performance.now()
  const about = context({
    portrait: false,
    distance: 'hall',
    now: () => later(friday, Math.round(9_800 + performance.now() - from)),
    still: true,
  })
  const box = await stand(
    html`<is-slide .slide=${{ ...rules, durationMs: 20_000 }} .since=${friday} .context=${about}></is-slide>`,
    960,
    540,
  )
  const said = () =>
    textsOf(box)
      .map(({ text }) => text)
      .join(' ')
  expect(said()).toContain('Husregler')
  await expect.poll(said).toContain('House rules')
})
