/** Into the folder of a disk image with the real tools of systemd, and out of it again. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { install, InstallError, remove } from './install.ts'
import { unitsFor } from './units.ts'

const hasSystemd = ['systemctl', 'systemd-sysusers', 'systemd-analyze'].every((tool) => spawnSync(tool, ['--version']).status === 0)

let folder: string
let from: string
let root: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'infoskjerm-box-'))
  from = path.join(folder, 'from')
  root = path.join(folder, 'image')
  mkdirSync(path.join(from, 'page'), { recursive: true })
  mkdirSync(root)
  writeFileSync(path.join(from, 'agent.mjs'), '// the program')
  writeFileSync(path.join(from, 'page', 'index.html'), '<!doctype html>')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const asked = { node: '/usr/bin/node', enrolment: null }
const inImage = (place: string) => path.join(root, place)
const files = () => readdirSync(root, { recursive: true, withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [] : [one.name]))

describe('what is refused says how to mend it', () => {
  const refused: readonly (readonly [string, () => object, RegExp])[] = [
    ['Node by half a path', () => ({ node: 'node' }), /not a whole path/],
    ['Node in somebody’s home', () => ({ node: '/root/.nvm/node' }), /out of the agent's sight.*apt install/],
    ['no program', () => ({ from: folder }), /not there.*agent\.mjs/],
    ['an enrolment file that is none', () => ({ enrolment: path.join(from, 'agent.mjs') }), /no enrolment file/],
    ['an enrolment file that is not there', () => ({ enrolment: path.join(folder, 'nothing') }), /not there/],
  ]
  it.each(refused)('%s', async (_, change, words) => {
    const tried = install({ from, root, ...asked, ...change() })
    await expect(tried).rejects.toThrow(InstallError)
    await expect(tried).rejects.toThrow(words)
    expect(files()).toEqual([])
  })
})

describe.skipIf(!hasSystemd)('with systemd (skipped where the machine has none)', () => {
  it('starts with the machine, twice the same, and leaves nothing but what it keeps', async () => {
    const enrolment = path.join(folder, 'enrolment.json')
    writeFileSync(enrolment, '{"venue":"tg27"}')
    await install({ from, root, ...asked, enrolment })
    const once = files()
    await install({ from, root, ...asked, enrolment })
    expect(files()).toEqual(once)
    expect(readFileSync(inImage('opt/infoskjerm/agent.mjs'), 'utf8')).toBe('// the program')
    expect(readFileSync(inImage('etc/infoskjerm/enrolment.json'), 'utf8')).toBe('{"venue":"tg27"}')
    expect(readFileSync(inImage('etc/passwd'), 'utf8')).toMatch(/^infoskjerm:.*nologin$/m)
    const state = (unit: string) => execFileSync('systemctl', [`--root=${root}`, 'is-enabled', unit], { encoding: 'utf8' }).trim()
    expect(['agent.service', 'kiosk.service', 'reboot.path'].map((unit) => state(`infoskjerm-${unit}`))).toEqual(Array(3).fill('enabled'))

    mkdirSync(inImage('var/lib/infoskjerm'), { recursive: true })
    writeFileSync(inImage('var/lib/infoskjerm/key'), 'its key')
    await remove({ root, everything: false })
    expect(files().filter((name) => name.startsWith('infoskjerm') || name === 'agent.mjs')).toEqual([])
    expect(existsSync(inImage('var/lib/infoskjerm/key'))).toBe(true)
    await remove({ root, everything: true })
    expect(existsSync(inImage('var/lib/infoskjerm'))).toBe(false)
  })

  it('units that systemd understands, and an agent that is locked in', () => {
    for (const { name, text } of unitsFor(process.execPath))
      writeFileSync(path.join(folder, name), text.replace('/usr/bin/cage', '/usr/bin/true'))
    const said = spawnSync(
      'systemd-analyze',
      ['verify', '--man=no', 'infoskjerm-agent.service', 'infoskjerm-kiosk.service', 'infoskjerm-reboot.path'],
      {
        cwd: folder,
        env: { ...process.env, SYSTEMD_UNIT_PATH: `${folder}:` },
        encoding: 'utf8',
      },
    )
    expect(`${said.stdout}${said.stderr}`).not.toMatch(/infoskjerm.*(Unknown|not executable|Failed|ignoring)/i)
    const judged = spawnSync('systemd-analyze', [
      'security',
      '--offline=true',
      '--threshold=20',
      path.join(folder, 'infoskjerm-agent.service'),
    ])
    expect(judged.status).toBe(0)
  })
})
