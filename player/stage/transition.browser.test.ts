/** No change on the glass flashes: how much of the new stands goes up and never down, so that even from white to black it is one step of light. */
import { expect, test } from 'vitest'
import { transitions } from '@infoskjerm/shared/model/theme.ts'
import { change, changeMs, vanish } from './transition.ts'

const frameMs = 16

function layer(): HTMLElement {
  const element = document.createElement('div')
  element.style.cssText = 'position:fixed;inset:0'
  document.body.append(element)
  return element
}

/** How much of an element stands, 0–1: its opacity times the share of the width that a wipe has uncovered along its upper edge. */
function share(element: HTMLElement): number {
  const { opacity, clipPath } = getComputedStyle(element)
  const corners = [...clipPath.matchAll(/(-?[\d.]+)(?:%|px)? (-?[\d.]+)(?:%|px)?/gu)].map((corner) => Number(corner[1]))
  return Number(opacity) * (clipPath === 'none' ? 1 : Math.min(1, (corners[1] ?? 0) / 100))
}

/** What stands of `element` at each frame of the motions. */
function course(element: HTMLElement, motions: readonly Animation[]): readonly number[] {
  for (const motion of motions) motion.pause()
  const shares: number[] = []
  for (let atMs = 0; atMs <= changeMs; atMs += frameMs) {
    for (const motion of motions) motion.currentTime = atMs
    shares.push(share(element))
  }
  return shares
}

test.each(transitions)('%s brings in the new without a step back', (transition) => {
  const entering = layer()
  const shares = course(entering, change(transition, entering, 0))
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares[0]).toBeLessThanOrEqual(transition === 'cut' ? 1 : 0)
  expect(shares.at(-1)).toBeGreaterThan(0.98)
  document.body.replaceChildren()
})

test('what goes without a successor goes without a step back', () => {
  const leaving = layer()
  const shares = course(leaving, vanish(leaving))
  expect(shares).toEqual([...shares].sort((a, b) => b - a))
  expect(shares[0]).toBe(1)
  document.body.replaceChildren()
})
