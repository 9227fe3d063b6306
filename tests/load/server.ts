/** A real controller in a process of its own, which answers its parent how much it has used. Arguments: the data folder, the port. */
import { setTimeout as pause } from 'node:timers/promises'
import { createController } from '../../controller/controller.ts'
import { readConfig } from '../../controller/config.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { adminPassword } from '../e2e/harness.ts'

export interface Used {
  /** Microseconds of processor time since the start. */
  readonly cpuUs: number
  /** Heap and buffers after a collection, and everything the process holds (bytes). */
  readonly heapBytes: number
  readonly residentBytes: number
}

const [folder = '', port = '0'] = process.argv.slice(2)
const env = {
  INFOSKJERM_PORT: port,
  INFOSKJERM_TLS_PORT: '0',
  INFOSKJERM_HOST: '127.0.0.1',
  INFOSKJERM_DATA: folder,
  INFOSKJERM_ADMIN_PASSWORD: adminPassword,
  INFOSKJERM_LOG_LEVEL: 'error',
}
const controller = await createController(readConfig(env, limits.passwordLength))
process.send?.({ ready: controller.httpPort })

process.on('message', (asked: 'cpu' | 'memory') => {
  void (asked === 'cpu' ? cpu() : memory()).then((used) => process.send?.({ used }))
})
process.on('SIGTERM', () => void controller.close().then(() => process.exit(0)))
process.on('disconnect', () => process.exit(0))

async function cpu(): Promise<Used> {
  const { user, system } = process.cpuUsage()
  return { cpuUs: user + system, heapBytes: 0, residentBytes: 0 }
}

async function memory(): Promise<Used> {
  if (gc === undefined) throw new Error('start me with --expose-gc')
  for (let n = 0; n < 3; n++) {
    gc()
    await pause(100)
  }
  const { heapUsed, external, rss } = process.memoryUsage()
  return { ...(await cpu()), heapBytes: heapUsed + external, residentBytes: rss }
}
