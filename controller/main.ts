/** Starts the controller from the environment, says what to open, and stops it cleanly. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { ConfigError, readConfig } from './config.ts'
import { type Controller, createController, FolderInUse } from './controller.ts'
import { lanAddresses } from './http/certificate.ts'
import { welcome } from './welcome.ts'

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const samePressMs = 500
const complain = (text: string): void => void process.stderr.write(`${text}\n`)

// Passwords' hashes, keys and the show itself are nobody else's on this machine: in the data folder, in backups, everywhere.
process.umask(0o077)

try {
  const config = readConfig(process.env, limits.passwordLength)
  const controller = await createController(config)
  say(welcome({ ...controller, dataFolder: config.dataFolder, addresses: config.host === null ? lanAddresses() : [config.host] }))
  stopOnSignal(controller)
} catch (error) {
  complain(reasonOf(error))
  process.exitCode = 1
}

/** The first signal stops cleanly, a later one at once. One press of Ctrl+C arrives two or three times: from the terminal, from npm and from the start script. */
function stopOnSignal(controller: Controller): void {
  let stoppingSinceMs: number | null = null
  const stop = (): void => {
    if (stoppingSinceMs !== null) {
      if (performance.now() - stoppingSinceMs > samePressMs) process.exit(1)
      return
    }
    stoppingSinceMs = performance.now()
    say('Stopper … / Stopping …')
    controller.close().then(
      () => process.exit(0),
      (error: unknown) => {
        complain(reasonOf(error))
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

function reasonOf(error: unknown): string {
  if (error instanceof ConfigError) return error.sentences.join('\n')
  if (error instanceof Problem && error.code === 'disk-full')
    return 'Disken er nesten full; frigjør plass og start igjen. / The disk is almost full; make room and start again.'
  if (error instanceof FolderInUse)
    return `En kontroller kjører allerede på ${error.message}. / A controller runs on ${error.message} already.`
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    const variable = String(error.port) === (process.env['INFOSKJERM_TLS_PORT'] ?? '3443') ? 'INFOSKJERM_TLS_PORT' : 'INFOSKJERM_PORT'
    return `Port ${String(error.port)} er i bruk; velg en annen med ${variable}. / Port ${String(error.port)} is in use; choose another with ${variable}.`
  }
  if (error instanceof Error && 'code' in error && error.code === 'EACCES') return `${error.message}. Choose a port above 1023.`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
