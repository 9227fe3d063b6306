/** A plan of an invented hall in the form of a ship, with the letters that hang over the stages. It shows where things are; it is no evacuation plan. */

const paper = '#F4F1EA'
const ink = '#0B0E1A'
const quiet = '#A9B0C8'

const text = (x, y, size, words, { fill = paper, weight = 700, anchor = 'middle', stretch = 100 } = {}) =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" style="font-stretch:${stretch}%" fill="${fill}">${words}</text>`

const disc = (x, y, letter) =>
  `<circle cx="${x}" cy="${y}" r="46" fill="${paper}"/>${text(x, y + 21, 58, letter, { fill: ink, weight: 900 })}`

const room = (x, y, w, h, fill) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="22" fill="${fill}"/>`

const ribs = [360, 620, 880, 1140, 1400, 1660, 1920]
  .map(
    (x) =>
      `<path d="M${x} 80 Q${x + (x < 1140 ? -70 : x > 1140 ? 70 : 0)} 620 ${x} 1160" fill="none" stroke="${paper}" stroke-opacity=".08" stroke-width="3"/>`,
  )
  .join('')

const seats = Array.from(
  { length: 9 },
  (_, row) => `<rect x="830" y="${340 + row * 64}" width="640" height="26" rx="13" fill="${paper}" fill-opacity=".13"/>`,
).join('')

const gate = (x, y, name) =>
  `<rect x="${x - 70}" y="${y - 14}" width="140" height="28" rx="14" fill="${paper}"/>${text(x, y < 600 ? y - 38 : y + 74, 50, name, { weight: 600 })}`

export const mapDrawing = {
  file: 'kart.webp',
  widthPx: 2400,
  heightPx: 1260,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="1260" style="display:block">
<path d="M70 620 Q360 110 1200 110 Q2040 110 2330 620 Q2040 1130 1200 1130 Q360 1130 70 620 Z" fill="#151A2E" stroke="${paper}" stroke-width="6"/>
<clipPath id="hull"><path d="M70 620 Q360 110 1200 110 Q2040 110 2330 620 Q2040 1130 1200 1130 Q360 1130 70 620 Z"/></clipPath><g clip-path="url(#hull)">${ribs}</g>
${room(205, 500, 310, 240, '#2A3358')}${disc(360, 572, 'A')}${text(360, 692, 50, 'Hovedscenen')}
${room(540, 270, 250, 220, '#4A2A52')}${disc(665, 338, 'C')}${text(665, 452, 50, 'Kreativia')}
${room(540, 750, 250, 220, '#1F4260')}${disc(665, 818, 'E')}${text(665, 932, 50, 'Esport')}
${seats}${text(1150, 262, 54, 'Plassene', { fill: quiet, weight: 500 })}
${room(1520, 270, 290, 220, '#23405A')}${text(1665, 398, 54, 'Mat')}
${room(1520, 750, 290, 220, '#2E3A4D')}${disc(1665, 818, 'L')}${text(1665, 932, 50, 'Lounge')}
${room(1520, 530, 290, 180, paper)}${text(1665, 612, 58, 'Infodesk', { fill: ink, weight: 800 })}${text(1665, 672, 46, 'og førstehjelp', { fill: ink, weight: 500 })}
${room(1880, 500, 260, 240, '#262D4A')}${text(2010, 612, 50, 'Sovesal')}${text(2010, 672, 46, 'stille alltid', { fill: quiet, weight: 500 })}
${gate(1200, 110, 'Inngang nord')}${gate(1200, 1130, 'Inngang sør')}
</svg>`,
}
