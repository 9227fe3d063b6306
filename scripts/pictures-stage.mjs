/** Pictures of everything that can stand on the glass. Without words after it: the contact sheets in `docs/contact` are kept as they are drawn now. With a folder, part of a name and a scale: large pictures to look at. */
import { run } from './lib/run.mjs'

const words = process.argv.slice(2)
const file = words.length === 0 ? 'tests/contact/keep.ts' : 'tests/contact/look.ts'
process.exitCode = await run(process.execPath, ['--import', 'tsx', file, ...words])
