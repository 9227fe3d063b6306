/** A glass of a given size in a real page, and what can be read on it. */
import { nothing, render, type LitElement, type TemplateResult } from 'lit'

/** Renders into a box of `width` × `height` CSS pixels and waits until it is laid out. */
export async function stand(content: TemplateResult | undefined, width: number, height: number): Promise<HTMLElement> {
  const box = document.createElement('div')
  box.style.cssText = `position:fixed;left:0;top:0;width:${width}px;height:${height}px`
  document.body.replaceChildren(box)
  render(content ?? nothing, box)
  await settled(box)
  return box
}

/** Waits until every element under `root` has rendered, pictures are in, and a frame has passed. */
export async function settled(root: ParentNode): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await Promise.all([...everyElement(root)].map((element) => (element as LitElement).updateComplete))
    await frame()
  }
}

export function frame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve))
}

export interface Text {
  readonly text: string
  readonly rect: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  readonly sizePx: number
}

/** Every visible piece of text, with the room it takes and the size of its letters. */
export function textsOf(root: ParentNode): readonly Text[] {
  const texts: Text[] = []
  for (const element of everyElement(root)) {
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || (node.textContent ?? '').trim() === '' || element.localName === 'style') continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { left, right, top, bottom } = range.getBoundingClientRect()
      if (right === left) continue
      texts.push({
        text: (node.textContent ?? '').trim(),
        rect: { left, right, top, bottom },
        sizePx: parseFloat(getComputedStyle(element).fontSize),
      })
    }
  }
  return texts
}

export function* everyElement(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element
    if (element.shadowRoot !== null) yield* everyElement(element.shadowRoot)
  }
}
