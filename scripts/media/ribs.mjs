/** Eight seconds of slow light over the ship's ribs; the last frame leads into the first. */

const script = `
const canvas = document.querySelector('canvas'), c = canvas.getContext('2d'), W = canvas.width, H = canvas.height
const turn = 2 * Math.PI
function light(x, y, r, colour, strength) {
  const g = c.createRadialGradient(x, y, 0, x, y, r)
  for (let i = 0; i <= 8; i++) g.addColorStop(i / 8, colour + Math.round(255 * strength * Math.pow(Math.cos(i / 8 * Math.PI / 2), 2)).toString(16).padStart(2, '0'))
  c.fillStyle = g; c.fillRect(0, 0, W, H)
}
globalThis.draw = (phase) => {
  const a = phase * turn
  c.globalCompositeOperation = 'source-over'; c.fillStyle = '#0B0E1A'; c.fillRect(0, 0, W, H)
  c.globalCompositeOperation = 'lighter'
  light(W * (.74 + .06 * Math.cos(a)), H * (.22 + .08 * Math.sin(a)), W * .62, '#2b3fa8', .62)
  light(W * (.2 + .05 * Math.sin(a)), H * (.86 + .05 * Math.cos(a)), W * .5, '#7a2f73', .5)
  c.globalCompositeOperation = 'source-over'
  for (let i = 0; i < 9; i++) {
    const k = (i + phase) / 9, fade = Math.sin(Math.PI * k)
    c.beginPath()
    c.ellipse(W / 2, H * 1.12, W * (.16 + .62 * k), H * (.2 + .98 * k), 0, Math.PI, turn)
    c.strokeStyle = 'rgba(244,241,234,' + (.34 * fade).toFixed(4) + ')'; c.lineWidth = 2 + 1.5 * k; c.stroke()
  }
}
draw(0)`

export const ribsDrawing = {
  file: 'ribber.webm',
  widthPx: 1280,
  heightPx: 720,
  frames: 200,
  perSecond: 25,
  html: '<canvas width="1280" height="720" style="display:block"></canvas>',
  script,
}
