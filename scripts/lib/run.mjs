/** Runs other programs: their output goes where ours goes, or is kept; nothing ever waits for a keyboard. */
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './root.mjs'

/** Runs to the end and gives the exit code; 1 where the program is missing or was stopped by a signal. */
export function run(command, args, { env = {}, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Runs to the end and keeps what was printed. */
export function runQuietly(command, args, { env = {}, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
    const printed = []
    child.stdout.on('data', (chunk) => printed.push(chunk))
    child.stderr.on('data', (chunk) => printed.push(chunk))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(printed).toString() }))
  })
}

/** Arguments that run a tool of node_modules with this very Node, without a shell in between. */
export function tool(file, ...args) {
  return [path.join(root, 'node_modules', file), ...args]
}

/** npm itself, also where no `npm` is on the path because npm started us. */
export function npm(...args) {
  const cli = process.env.npm_execpath ?? ''
  return path.basename(cli) === 'npm-cli.js' ? [process.execPath, [cli, ...args]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', args]
}

/** Milliseconds since `startMs`, as `3.1 s`. */
export function seconds(startMs) {
  return `${((performance.now() - startMs) / 1000).toFixed(1)} s`
}
