/** Shows one case of the contact sheet: `?case=<name>`. Without a name, `window.names` lists them all. */
import { render } from 'lit'
import '@infoskjerm/player/fonts/archivo.css'
import { cases } from './cases.ts'

const name = new URLSearchParams(location.search).get('case') ?? ''
const draw = cases[name] ?? null
await document.fonts.load("800 100px 'Archivo Variable'", 'Nå')
if (draw !== null) render(draw(innerHeight > innerWidth), document.body)
Object.assign(window, { names: Object.keys(cases), drawn: true })
