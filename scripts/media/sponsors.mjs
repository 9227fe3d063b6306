/** Marks of four invented sponsors, on no field of their own: the slide gives them one, and clear space. */

const word = (x, y, size, weight, stretch, fill, text) =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" style="font-stretch:${stretch}%" fill="${fill}" letter-spacing="${-size / 60}">${text}</text>`

const drawing = (file, widthPx, heightPx, content) => ({
  file,
  widthPx,
  heightPx,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" style="display:block">${content}</svg>`,
})

/** Curtains of northern light over a horizon. */
const northernLight = `<defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#7CF0C4" stop-opacity="0"/><stop offset=".6" stop-color="#7CF0C4"/><stop offset="1" stop-color="#9FB4FF"/></linearGradient></defs>
${[0, 1, 2, 3, 4].map((i) => `<rect x="${60 + i * 62}" y="${70 + [70, 10, 46, 0, 90][i]}" width="36" height="${[260, 320, 284, 330, 240][i]}" rx="18" fill="url(#g)"/>`).join('')}
<rect x="40" y="424" width="328" height="12" rx="6" fill="#F4F1EA"/>`

/** A cairn. */
const cairn = `<g fill="#2B3A4A"><path d="M60 430 Q60 350 140 346 L312 346 Q392 350 392 430 Z"/><path d="M108 326 Q112 258 178 254 L284 254 Q346 260 344 326 Z"/><path d="M150 236 Q156 176 214 172 L258 172 Q304 178 302 236 Z"/></g><path d="M196 154 Q200 100 230 96 Q262 100 258 154 Z" fill="#D2542B"/>`

/** A cod, in two strokes and a spark. */
const cod = `<g fill="none" stroke="#123E6B" stroke-width="26" stroke-linecap="round" stroke-linejoin="round"><path d="M50 260 C120 130 290 130 380 250 L460 180 L440 260 L460 340 L380 270 C290 390 120 390 50 260 Z"/></g><path d="M222 200 L176 272 L216 272 L196 330 L262 248 L220 248 L244 200 Z" fill="#F2A900"/>`

/** Lingonberries as sound waves. */
const berries = `${[0, 1, 2, 3, 4].map((i) => `<rect x="${70 + i * 70}" y="${260 - [50, 120, 170, 110, 60][i]}" width="40" height="${[100, 240, 340, 220, 120][i]}" rx="20" fill="#B3122F"/>`).join('')}<path d="M232 92 C250 40 320 30 352 58 C330 100 270 112 232 92 Z" fill="#2F7A3E"/>`

export const sponsorDrawings = [
  drawing(
    'sponsor-nordlys-nett.webp',
    1560,
    500,
    northernLight + word(440, 262, 190, 800, 118, '#F4F1EA', 'Nordlys') + word(444, 432, 150, 400, 118, '#F4F1EA', 'Nett'),
  ),
  drawing(
    'sponsor-fjellvarde-data.webp',
    1660,
    500,
    cairn + word(450, 310, 190, 700, 100, '#2B3A4A', 'Fjellvarde') + word(454, 426, 84, 500, 125, '#D2542B', 'Data'),
  ),
  drawing(
    'sponsor-skrei-energi.webp',
    1560,
    520,
    cod + word(530, 250, 210, 900, 125, '#123E6B', 'SKREI') + word(536, 378, 104, 500, 112, '#123E6B', 'Energi'),
  ),
  drawing(
    'sponsor-tyttebaer-lyd.webp',
    1640,
    520,
    berries + word(470, 320, 200, 650, 84, '#B3122F', 'Tyttebær') + word(1264, 320, 200, 300, 84, '#1E1E1E', 'Lyd'),
  ),
]
