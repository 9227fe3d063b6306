/** The player page: joins the socket, the player's decisions and the glass. */
import '../fonts/archivo.css'
import './page.css'
import { start } from './start.ts'

const root = document.querySelector<HTMLElement>('#glass')
if (root === null) throw new Error('the page has no glass')
await start(root)
