/** Writes `docs/tasks.md` anew from what the tests count: `npx tsx scripts/tasks.mjs`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/root.mjs'
import { taskTable } from '../tests/e2e/hands/docs.ts'

const page = `# What a volunteer does forty times a night

Ten tasks, done by tests in a real browser: on a phone (390 × 844) by taps alone, on a desktop by keys alone. The numbers are the most that a test allows; it fails when a task takes one more. Taps and keys are counted from the page where somebody stands at that moment (_Nå_) to the last one that is needed.

The seconds are a person’s, from the keystroke-level model (Card, Moran & Newell 1980): 1.4 s to find and tap something, 0.6 s for a key, 0.3 s for a letter. The browser itself needs one to three.

${taskTable()}
`
writeFileSync(join(root, 'docs', 'tasks.md'), page)
