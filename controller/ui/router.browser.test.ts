import { html, LitElement } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { go, RouterController } from './router.ts'

class Probe extends LitElement {
  readonly router = new RouterController(this)
  protected override render() {
    const { view, id } = this.router.place
    return html`<p>${view} ${id}</p>
      <a id="in" href="/slides/mat"><span>Mat</span></a
      ><a id="out" href="/player/">Skjerm</a><a id="tab" href="/slides" target="_blank">Ny</a>`
  }
}
customElements.define('is-router-probe', Probe)

const start = location.href

afterEach(() => {
  document.body.replaceChildren()
  history.replaceState(null, '', start)
})

async function probe(): Promise<Probe> {
  const element = document.createElement('is-router-probe') as Probe
  document.body.append(element)
  await element.updateComplete
  return element
}

const shown = async (element: Probe) => {
  await element.updateComplete
  return element.shadowRoot?.querySelector('p')?.textContent
}

function click(element: Probe, selector: string, options: MouseEventInit = {}): boolean {
  const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...options })
  // Whatever we do not take, the browser must not follow either: it would leave the test.
  document.addEventListener('click', (other) => other.preventDefault(), { once: true })
  element.shadowRoot?.querySelector(selector)?.dispatchEvent(event)
  return location.pathname === '/slides/mat'
}

test('a click inside a link of ours goes there without loading the page', async () => {
  const element = await probe()
  expect(click(element, '#in span')).toBe(true)
  expect(await shown(element)).toBe('slide mat')
})

test.each([
  ['to the player', '#out', {}],
  ['into a new tab', '#tab', {}],
  ['with Ctrl held', '#in', { ctrlKey: true }],
  ['with the middle button', '#in', { button: 1 }],
])('a click %s is the browser’s', async (_, selector, options) => {
  const element = await probe()
  expect(click(element, selector, options)).toBe(false)
})

test('back leads where one was', async () => {
  const element = await probe()
  go('/screens')
  expect(await shown(element)).toBe('screens ')
  go('/slides/mat')
  expect(await shown(element)).toBe('slide mat')
  const arrived = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }))
  history.back()
  await arrived
  expect(await shown(element)).toBe('screens ')
})
