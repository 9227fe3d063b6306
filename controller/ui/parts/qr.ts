/** A QR code as vector, dark on white in both themes so that every phone reads it. */
import QRCode from 'qrcode'
import { svg, type SVGTemplateResult } from 'lit'

/** Clear modules round the code (ISO/IEC 18004: four). */
const quiet = 4

/** The picture of `text`; `label` is for who cannot see it. */
export function qrCode(text: string, label: string): SVGTemplateResult {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const side = modules.size + 2 * quiet
  const dark = Array.from(modules.data).flatMap((bit, index) =>
    bit ? [`M${(index % modules.size) + quiet} ${Math.floor(index / modules.size) + quiet}h1v1h-1z`] : [],
  )
  return svg`<svg viewBox="0 0 ${side} ${side}" role="img" aria-label=${label} shape-rendering="crispEdges"><rect width=${side} height=${side} fill="#fff" /><path d=${dark.join('')} fill="#0b0e1a" /></svg>`
}
