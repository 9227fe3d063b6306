/** Runs the benches and prints one line of JSON a figure, with what else the machine was doing: `run.ts` all of them, `run.ts resolve_us …` those that are named. */
import { readdir } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import type { Figure } from './figure.ts'

type Bench = () => Promise<readonly Figure[]> | readonly Figure[]
type BenchFile = { readonly benches: Readonly<Record<string, Bench>> }

const wanted = process.argv.slice(2)
const files = (await readdir(import.meta.dirname)).filter((file) => file.endsWith('.bench.ts')).toSorted()
const known: string[] = []
let ran = 0

for (const file of files) {
  const { benches } = (await import(`./${file}`)) as BenchFile
  for (const [name, bench] of Object.entries(benches)) {
    known.push(name)
    if (wanted.length > 0 && !wanted.includes(name)) continue
    ran++
    for (const figure of await bench()) process.stdout.write(`${JSON.stringify({ ...figure, ...machine() })}\n`)
  }
}

/** `load`: processes that wanted to run in the last minute, this one among them. */
function machine(): { readonly node: string; readonly cpus: number; readonly load: number } {
  return { node: process.version, cpus: availableParallelism(), load: Number(loadavg()[0]!.toFixed(1)) }
}

const unknown = wanted.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`There is no bench called ${unknown.join(', ')}. These exist: ${known.toSorted().join(', ')}.\n`)
  process.exitCode = 1
} else if (ran === 0) process.exitCode = 1
