import { squareOf } from '@infoskjerm/player/stage/boards/pairing-square.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setLanguage } from '../words/words.ts'
import './scan.ts'
import type { Scan } from './scan.ts'

let scan: Scan
let codes: string[]
let canvas: HTMLCanvasElement
let stream: MediaStream

beforeEach(() => {
  setLanguage('nb')
  canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 480
  draw([])
  stream = canvas.captureStream(10)
  codes = []
})

afterEach(() => {
  scan.remove()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** What stands before the camera. */
function draw(square: readonly (readonly boolean[])[]): void {
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  context.fillStyle = '#fff'
  context.fillRect(0, 0, 640, 480)
  context.fillStyle = '#000'
  square.forEach((row, y) => row.forEach((dark, x) => dark && context.fillRect(180 + x * 10, 120 + y * 10, 10, 10)))
}

async function opened(camera: () => Promise<MediaStream>): Promise<void> {
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(camera)
  scan = document.createElement('is-scan')
  scan.addEventListener('code', (event) => codes.push((event as CustomEvent<string>).detail))
  document.body.append(scan)
  await scan.updateComplete
}

const inside = <E extends Element>(selector: string) => scan.shadowRoot?.querySelector<E>(selector) ?? null
const press = () => inside<HTMLButtonElement>('button')?.click()
const burning = () => stream.getTracks().some(({ readyState }) => readyState === 'live')
const words = () => (scan.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ')
/** What stands before the camera comes late: the picture is drawn again until it is seen. */
const shown = (square: readonly (readonly boolean[])[]) => vi.waitFor(() => (draw(square), expect(codes).not.toEqual([])), 8_000)

test('the code that comes before the camera is read, and the camera goes out', async () => {
  await opened(async () => stream)
  press()
  await vi.waitFor(() => expect(inside('is-finder')).not.toBeNull())
  await shown(squareOf('KMTRBHXP'))
  expect(codes).toEqual(['KMTRBHXP'])
  expect(inside('is-finder')).toBeNull()
  expect(burning()).toBe(false)
})

test('the focus goes into the viewfinder, and back to where it was', async () => {
  await opened(async () => stream)
  press()
  const focused = () => scan.shadowRoot?.activeElement?.shadowRoot?.activeElement ?? null
  await vi.waitFor(() => expect(focused()?.textContent).toContain('Lukk kameraet'))
  ;(focused() as HTMLButtonElement).click()
  await vi.waitFor(() => expect(scan.shadowRoot?.activeElement?.textContent).toContain('Skann ruten på skjermen'))
  expect(burning()).toBe(false)
})

test('the camera goes out with the sheet', async () => {
  await opened(async () => stream)
  press()
  await vi.waitFor(() => expect(inside('is-finder')).not.toBeNull())
  scan.remove()
  await vi.waitFor(() => expect(burning()).toBe(false))
})

test('a camera that is allowed when the sheet is gone already goes out at once', async () => {
  let allow: (camera: MediaStream) => void = () => undefined
  await opened(() => new Promise((resolve) => (allow = resolve)))
  press()
  await vi.waitFor(() => expect(inside('is-finder')).not.toBeNull())
  scan.remove()
  allow(stream)
  await vi.waitFor(() => expect(burning()).toBe(false))
})

test('a page that is put aside does not look', async () => {
  await opened(async () => stream)
  press()
  await vi.waitFor(() => expect(inside('is-finder')).not.toBeNull())
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.waitFor(() => expect(burning()).toBe(false))
  await vi.waitFor(() => expect(inside('is-finder')).toBeNull())
})

test.each([
  ['NotAllowedError', 'Siden har ikke lov til å bruke kameraet.'],
  ['NotFoundError', 'Fant ikke noe kamera her.'],
  ['NotReadableError', 'Kameraet svarer ikke.'],
])('%s is said, and a photo can be taken', async (name, said) => {
  await opened(async () => Promise.reject(new DOMException('', name)))
  press()
  await vi.waitFor(() => expect(words()).toContain(said))
  expect(words()).toContain('Ta bilde av ruten')
})

test('without a secure connection it is a photo from the beginning', async () => {
  vi.stubGlobal('isSecureContext', false)
  await opened(async () => stream)
  expect(words()).toContain('Kameraet kan bare åpnes over en sikker forbindelse.')
  expect(words()).toContain('Ta bilde av ruten')
})
