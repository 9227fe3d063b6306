/** The process that decodes pictures: it answers one job at a time and ends itself before it takes the machine's memory. */
import sharp from 'sharp'
import { encode, type EncodeJob } from './encode.ts'

/** How often the memory is looked at (ms). */
const lookMs = 25

const mostBytes = Number(process.argv[2])

sharp.cache(false)
sharp.concurrency(1)

setInterval(() => {
  if (process.memoryUsage.rss() > mostBytes) process.kill(process.pid, 'SIGKILL')
}, lookMs).unref()

process.on('message', (job: EncodeJob) => {
  encode(job).then(
    (encoded) => process.send?.({ encoded }),
    (error: unknown) => process.send?.({ failed: error instanceof Error ? error.message : String(error) }),
  )
})
