/** Test pictures and films, made in the page: noise with a square of the probe's colour in each corner, so that a frame tells whether all of it is there. */

export const widthPx = 640
export const heightPx = 360
/** Side of a corner's square, in parts of the height. */
const square = 0.22
const filmMs = 1_200

/** Base64 of `pictures` PNG pictures and `films` WebM films. */
export async function makePieces(pictures: number, films: number): Promise<{ readonly pictures: string[]; readonly films: string[] }> {
  const made = { pictures: [] as string[], films: [] as string[] }
  for (let n = 0; n < pictures; n++) made.pictures.push(await base64(await picture(n)))
  for (let n = 0; n < films; n++) made.films.push(await base64(await film(n)))
  return made
}

function picture(n: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  draw(canvas, n, 0)
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob))))
}

async function film(n: number): Promise<Blob> {
  const canvas = document.createElement('canvas')
  draw(canvas, n, 0)
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm;codecs=vp8', videoBitsPerSecond: 2_000_000 })
  const parts: Blob[] = []
  const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }))
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  recorder.start()
  const from = performance.now()
  for (let at = 0; at < filmMs; at = performance.now() - from) {
    draw(canvas, n, at)
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  recorder.stop()
  await stopped
  return new Blob(parts, { type: 'video/webm' })
}

function draw(canvas: HTMLCanvasElement, n: number, atMs: number): void {
  canvas.width = widthPx
  canvas.height = heightPx
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  pen.fillStyle = `hsl(${(n * 67) % 360} 60% 55%)`
  pen.fillRect(0, 0, widthPx, heightPx)
  for (let spot = 0; spot < 400; spot++) {
    pen.fillStyle = `hsl(${(spot * 37 + n * 11) % 360} 70% 60%)`
    pen.fillRect((spot * 97 + atMs / 10) % widthPx, (spot * 53 + n * 29) % heightPx, 24, 12)
  }
  const side = square * heightPx
  pen.fillStyle = '#ff00ff'
  for (const x of [0, widthPx - side]) for (const y of [0, heightPx - side]) pen.fillRect(x, y, side, side)
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
