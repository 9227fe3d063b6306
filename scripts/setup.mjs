/** Makes a fresh clone ready; `npm start` and `npm test` do it by themselves. */
import { setUp } from './lib/set-up.mjs'

await setUp()
