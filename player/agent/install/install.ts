/** Puts the box program on a machine, or into the folder of a disk image, and takes it away again. */
import { execFile } from 'node:child_process'
import { access, chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { account, pageFolder, places, programFile } from './places.ts'
import { accountFile, browserRules, unitsFor } from './units.ts'

const runFile = promisify(execFile)

export interface Installation {
  /** The folder that holds the bundled program and the page. */
  readonly from: string
  /** `/` for this machine, or the root folder of a disk image. */
  readonly root: string
  /** Where Node stands on the box. */
  readonly node: string
  /** A signed enrolment file for all boxes of the image; null where each is paired by its code. */
  readonly enrolment: string | null
}

export interface Removal {
  readonly root: string
  /** Whether what the box keeps goes too: its key, so that it must be paired again, and its show. */
  readonly everything: boolean
}

/** What cannot be done, in a sentence that says how to mend it. */
export class InstallError extends Error {
  override name = 'InstallError'
}

/** Units that start with the machine; the others are started by them. */
const enabled = ['infoskjerm-agent.service', 'infoskjerm-kiosk.service', 'infoskjerm-reboot.path']
const isHere = (root: string) => path.resolve(root) === '/'
/** Under these the agent sees nothing: it is locked out of people's homes. */
const hidden = ['/home/', '/root/', '/tmp/', '/var/tmp/']

/** Installs, or brings what is installed up to date: the same call twice changes nothing. Throws an `InstallError`. */
export async function install({ from, root, node, enrolment }: Installation): Promise<void> {
  if (!path.isAbsolute(node)) throw new InstallError(`“${node}” is not a whole path: give Node as it stands on the box, as /usr/bin/node.`)
  if (hidden.some((folder) => node.startsWith(folder)))
    throw new InstallError(`Node at ${node} is out of the agent's sight. Install it for the whole machine, as with “apt install nodejs”.`)
  await need(path.join(from, programFile), 'The bundled program is not there..')
  await need(path.join(from, pageFolder, 'index.html'), 'The player page is not there..')
  if (enrolment !== null) await mustBeEnrolment(enrolment)
  const inside = (place: string) => path.join(root, place)
  await rm(inside(places.program), { recursive: true, force: true })
  await mkdir(inside(places.program), { recursive: true })
  await cp(path.join(from, programFile), inside(path.join(places.program, programFile)))
  await cp(path.join(from, pageFolder), inside(path.join(places.program, pageFolder)), { recursive: true })
  await write(inside(places.accounts), accountFile)
  await write(inside(places.browserRules), browserRules)
  for (const { name, text } of unitsFor(node)) await write(inside(path.join(places.units, name)), text)
  await mkdir(inside(places.settings), { recursive: true })
  if (enrolment !== null) {
    const kept = inside(path.join(places.settings, 'enrolment.json'))
    await write(kept, await readFile(enrolment, 'utf8'))
    await chmod(kept, 0o644)
  }
  await systemd('systemd-sysusers', [`--root=${path.resolve(root)}`])
  if (isHere(root)) {
    await systemd('systemctl', ['daemon-reload'])
    await systemd('systemctl', ['enable', ...enabled])
    await systemd('systemctl', ['restart', ...enabled])
  } else await systemd('systemctl', [`--root=${path.resolve(root)}`, 'enable', ...enabled])
}

/** Takes away all that `install` put there. What the box keeps stays, unless everything is to go. */
export async function remove({ root, everything }: Removal): Promise<void> {
  const offline = isHere(root) ? ['--now'] : [`--root=${path.resolve(root)}`]
  const inside = (place: string) => path.join(root, place)
  const units = unitsFor('/usr/bin/node').map(({ name }) => name)
  // What was never there, or was half taken away, is no reason to stop.
  await systemd('systemctl', [...offline, 'disable', ...enabled]).catch(() => null)
  for (const name of units) await rm(inside(path.join(places.units, name)), { force: true })
  for (const place of [places.program, places.accounts, places.browserRules]) await rm(inside(place), { recursive: true, force: true })
  if (everything) {
    for (const place of [places.state, places.settings]) await rm(inside(place), { recursive: true, force: true })
    if (isHere(root)) await systemd('userdel', [account]).catch(() => null)
  }
  if (isHere(root)) await systemd('systemctl', ['daemon-reload'])
}

async function need(file: string, why: string): Promise<void> {
  try {
    await access(file)
  } catch {
    throw new InstallError(`${why} (Looked for ${file}.)`)
  }
}

async function mustBeEnrolment(file: string): Promise<void> {
  await need(file, 'The enrolment file is not there.')
  try {
    JSON.parse(await readFile(file, 'utf8'))
  } catch {
    throw new InstallError(`${file} is no enrolment file: fetch it once more from *Skjermer → Flere bokser* in the crew pages.`)
  }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text, { mode: 0o644 })
}

async function systemd(command: string, args: readonly string[]): Promise<void> {
  try {
    await runFile(command, [...args])
  } catch (error) {
    const { code, stderr } = error as { code?: unknown; stderr?: string }
    if (code === 'ENOENT') throw new InstallError(`${command} is not on this machine: a box needs systemd, as Debian has it.`)
    throw new InstallError(`${command} ${args.join(' ')} was refused: ${(stderr ?? '').trim()}`)
  }
}
