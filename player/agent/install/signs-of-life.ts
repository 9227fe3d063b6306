/** Tells systemd that the agent is up, and then that it is still alive, for as long as it really is. */
import { execFile } from 'node:child_process'

export interface SignsOfLife {
  /** Says that the show is served: what waits for the agent starts now. */
  ready: () => Promise<void>
  close: () => void
}

export interface SignsOfLifeOptions {
  /** The environment that systemd gave: `NOTIFY_SOCKET` and `WATCHDOG_USEC`; without them nothing is said. */
  readonly env: NodeJS.ProcessEnv
  /** Whether the agent does what it is there for; while it is false systemd hears nothing, and starts it again in the end. */
  readonly isAlive: () => boolean
  /** What could not be said, once. */
  readonly warn: (words: string) => void
}

/** Signs of life through `systemd-notify`, because Node has no datagrams on Unix sockets. */
export function createSignsOfLife({ env, isAlive, warn }: SignsOfLifeOptions): SignsOfLife {
  const isAsked = env['NOTIFY_SOCKET'] !== undefined
  const watchdogMs = Number(env['WATCHDOG_USEC'] ?? 0) / 1_000
  let warned = false
  let timer: NodeJS.Timeout | null = null

  const say = (words: string) =>
    new Promise<void>((resolve) => {
      execFile('systemd-notify', [words], { env }, (error) => {
        if (error !== null && !warned) {
          warned = true
          warn(`systemd did not hear “${words}”: ${error.message.trim()}`)
        }
        resolve()
      })
    })

  return {
    async ready() {
      if (!isAsked) return
      await say('READY=1')
      if (watchdogMs > 0 && timer === null) timer = setInterval(() => void (isAlive() && say('WATCHDOG=1')), watchdogMs / 3)
    },
    close() {
      if (timer !== null) clearInterval(timer)
      timer = null
    },
  }
}
