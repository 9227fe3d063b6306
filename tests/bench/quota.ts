/** A share of one processor for a whole tree of processes, by control groups of Linux (cgroup v2 `cpu.max`, v1 `cpu.cfs_quota_us`). */
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** `wrap` makes a program that starts the given one inside the group, with all that it starts; `close` removes both once nothing runs in it. */
export interface Quota {
  readonly means: 'cgroup v2' | 'cgroup v1'
  readonly wrap: (program: string) => string
  readonly close: () => void
}

const root = '/sys/fs/cgroup'

/** The period of the kernel's default: a group that has used its share stands still until the next. */
export const periodUs = 100_000

/** Null where this machine does not let us, so that the caller takes another way and says so. */
export function createQuota(share: number): Quota | null {
  const v2 = existsSync(`${root}/cgroup.controllers`)
  const parent = v2 ? root : `${root}/cpu`
  if (!isWritable(parent) || (v2 && !readFileSync(`${root}/cgroup.subtree_control`, 'utf8').includes('cpu'))) return null
  const group = path.join(parent, `infoskjerm-bench-${process.pid}`)
  mkdirSync(group)
  const quotaUs = Math.round(share * periodUs)
  if (v2) writeFileSync(`${group}/cpu.max`, `${quotaUs} ${periodUs}`)
  else {
    writeFileSync(`${group}/cpu.cfs_period_us`, `${periodUs}`)
    writeFileSync(`${group}/cpu.cfs_quota_us`, `${quotaUs}`)
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'infoskjerm-quota-'))
  return {
    means: v2 ? 'cgroup v2' : 'cgroup v1',
    wrap: (program) => {
      const file = path.join(folder, 'start')
      writeFileSync(file, `#!/bin/sh\necho $$ > ${group}/cgroup.procs\nexec ${program} "$@"\n`)
      chmodSync(file, 0o755)
      return file
    },
    close: () => {
      rmSync(folder, { recursive: true })
      rmdirSync(group)
    },
  }
}

function isWritable(folder: string): boolean {
  if (!existsSync(folder)) return false
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}
