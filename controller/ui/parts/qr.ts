/** A QR code as vector, dark on white in both themes so that every phone reads it. */
import encodeQR from 'qr'
import { svg, type SVGTemplateResult } from 'lit'

/** Clear modules round the code (ISO/IEC 18004: four). */
const quiet = 4

/** The picture of `text`; `label` is for who cannot see it. */
export function qrCode(text: string, label: string): SVGTemplateResult {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quiet })
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return svg`<svg viewBox="0 0 ${rows.length} ${rows.length}" role="img" aria-label=${label} shape-rendering="crispEdges"><rect width=${rows.length} height=${rows.length} fill="#fff" /><path d=${dark.join('')} fill="#0b0e1a" /></svg>`
}
