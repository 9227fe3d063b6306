/** One drag of a row with mouse, pen or finger: where it would land, and how the rows make room. Pointer events, because HTML drag and drop neither crosses shadow roots nor works well under a finger. */

export interface Drag {
  /** Follows the pointer; `clientY` in px of the window. */
  readonly move: (clientY: number) => void
  /** Ends the drag and puts the rows back; answers the place the row was over (0 is first). */
  readonly end: () => number
}

/** Pointer this close to the window's edge (px) scrolls the page, by at most so many px a frame. */
const edgePx = 72
const scrollPx = 14

/** Starts dragging row `from` of `list` with the pointer at `startY`. The caller captures the pointer. */
export function createDrag(list: HTMLElement, from: number, startY: number): Drag {
  const rows = [...list.children].filter((row) => row instanceof HTMLElement)
  const row = rows[from]
  if (row === undefined) throw new Error(`no row ${from}`)
  const listTop = (): number => list.getBoundingClientRect().top
  const boxes = rows.map((each) => ({ top: each.offsetTop - list.offsetTop, height: each.offsetHeight }))
  const gapPx = gapOf(boxes)
  const roomPx = (boxes[from]?.height ?? 0) + gapPx
  const gripPx = startY - listTop() - (boxes[from]?.top ?? 0)
  const scroller = scrollerOf(list)
  let pointerY = startY
  let place = from
  let frame = requestAnimationFrame(function step() {
    const share = pointerY < edgePx ? pointerY / edgePx - 1 : pointerY > innerHeight - edgePx ? 1 - (innerHeight - pointerY) / edgePx : 0
    if (share !== 0) {
      scroller.scrollBy(0, Math.round(share * scrollPx))
      layOut()
    }
    frame = requestAnimationFrame(step)
  })

  function layOut(): void {
    const top = pointerY - listTop() - gripPx
    const middle = top + (boxes[from]?.height ?? 0) / 2
    place = boxes.filter((box, at) => at !== from && box.top + box.height / 2 < middle + (at > from ? roomPx / 2 : -roomPx / 2)).length
    rows.forEach((each, at) => {
      if (at === from) each.style.transform = `translateY(${top - (boxes[from]?.top ?? 0)}px)`
      else
        each.style.transform =
          at > from && at <= place ? `translateY(${-roomPx}px)` : at < from && at >= place ? `translateY(${roomPx}px)` : ''
    })
  }

  return {
    move(clientY) {
      pointerY = clientY
      layOut()
    },
    end() {
      cancelAnimationFrame(frame)
      for (const each of rows) each.style.transform = ''
      return place
    },
  }
}

function gapOf(boxes: readonly { readonly top: number; readonly height: number }[]): number {
  const [first, second] = boxes
  return first === undefined || second === undefined ? 0 : Math.max(0, second.top - first.top - first.height)
}

/** The nearest ancestor, through shadow roots, that scrolls. */
function scrollerOf(element: HTMLElement): Element {
  for (let node: Node | null = element; node !== null; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    if (node instanceof Element && /auto|scroll/.test(getComputedStyle(node).overflowY) && node.scrollHeight > node.clientHeight)
      return node
  }
  return document.documentElement
}
