/** Type-checks every part of the repository. */
import { setUp } from './lib/set-up.mjs'
import { checkTypes } from './lib/types.mjs'

await setUp()
const { code, output } = await checkTypes()
if (output !== '') console.log(output.trimEnd())
process.exitCode = code
