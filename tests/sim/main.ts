/** Runs many seeds: `main.ts --seeds 10000 [--from 1]`. Says how far it is, and of a failure all there is to know; then it ends with 1. */
import { parseArgs } from 'node:util'
import { runSeeds, seedsFrom, told } from './many.ts'
import { real, simulatedAlmanac } from './simulate.ts'

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '' } } })
const count = Number(values.seeds)
const from = values.from === '' ? Math.floor(Math.random() * 1e9) : Number(values.from)
const almanac = simulatedAlmanac()
const began = performance.now()
const before = process.cpuUsage()
let done = 0

process.stdout.write(`${count} seeds from ${from} on\n`)
const { steps, failure } = runSeeds(seedsFrom(from, count), real, almanac, () => {
  done++
  if (done % 100 === 0) process.stdout.write(`${done} of ${count}, ${Math.round((performance.now() - began) / 1_000)} s\n`)
})
if (failure !== null) {
  process.stdout.write(`${told(failure, real, almanac)}\n`)
  process.exitCode = 1
} else {
  const { user, system } = process.cpuUsage(before)
  process.stdout.write(
    `${count} seeds and ${steps} steps without a broken promise, ${Math.round((user + system) / 1_000)} ms of processor time\n`,
  )
}
