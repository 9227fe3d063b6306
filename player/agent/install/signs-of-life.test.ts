/** What systemd hears, on a real datagram socket. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createSignsOfLife } from './signs-of-life.ts'

const hasSystemd = ['systemd-notify', 'systemd-socket-activate'].every((tool) => spawnSync(tool, ['--version']).status === 0)

/** Where systemd listens, and what came there. */
async function listen() {
  const folder = mkdtempSync(path.join(tmpdir(), 'infoskjerm-life-'))
  const socket = path.join(folder, 'notify')
  const heard = path.join(folder, 'heard')
  const listener = spawn('systemd-socket-activate', ['-d', '-l', socket, 'sh', '-c', `exec cat <&3 >${heard}`], { stdio: 'ignore' })
  onTestFinished(() => {
    listener.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  await vi.waitUntil(() => existsSync(socket))
  return { socket, heard: () => (existsSync(heard) ? readFileSync(heard, 'utf8') : '') }
}

const beats = (text: string) => text.split('WATCHDOG=1').length - 1

describe.skipIf(!hasSystemd)('with systemd (skipped where the machine has none)', () => {
  it('is ready, then beats three times in a watchdog’s time; is silent while it is not alive', async () => {
    const { socket, heard } = await listen()
    let alive = true
    const env = { ...process.env, NOTIFY_SOCKET: socket, WATCHDOG_USEC: '150000' }
    const warn = vi.fn()
    const signs = createSignsOfLife({ env, isAlive: () => alive, warn })
    await signs.ready()
    await vi.waitUntil(() => beats(heard()) >= 2, 5_000)
    expect(heard().startsWith('READY=1')).toBe(true)
    alive = false
    await new Promise((resolve) => setTimeout(resolve, 150))
    const then = beats(heard())
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(beats(heard())).toBe(then)
    signs.close()
    expect(warn).not.toHaveBeenCalled()
  })

  it('says once that nobody hears it, and goes on', async () => {
    const warn = vi.fn()
    const env = { ...process.env, NOTIFY_SOCKET: '/nowhere/notify', WATCHDOG_USEC: '60000' }
    const signs = createSignsOfLife({ env, isAlive: () => true, warn })
    await signs.ready()
    await signs.ready()
    signs.close()
    expect(warn).toHaveBeenCalledOnce()
  })
})

it('says nothing where nobody asked', async () => {
  const warn = vi.fn()
  const signs = createSignsOfLife({ env: { PATH: '/nowhere' }, isAlive: () => true, warn })
  await signs.ready()
  signs.close()
  expect(warn).not.toHaveBeenCalled()
})
