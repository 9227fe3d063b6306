/** A disk in memory that remembers what was asked of it, and every disk that a power cut at any moment could leave behind. */
import { type Disk } from '../disk.ts'

type Step =
  | { readonly kind: 'make' | 'remove'; readonly path: string; readonly file: number }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'write'; readonly file: number; readonly bytes: Uint8Array }
  | { readonly kind: 'sync'; readonly file: number }
  | { readonly kind: 'syncFolder' }

export interface Recorder {
  readonly disk: Disk
  readonly steps: readonly Step[]
}

/** Starts from the given files, all of them durable. One folder only. */
export function createRecorder(before: ReadonlyMap<string, Uint8Array>): Recorder {
  const steps: Step[] = []
  let files = 0
  for (const [path, bytes] of before) {
    steps.push({ kind: 'make', path, file: files }, { kind: 'write', file: files, bytes }, { kind: 'sync', file: files })
    files += 1
  }
  steps.push({ kind: 'syncFolder' })
  const disk: Disk = {
    async *chunks(path) {
      const found = seen(steps).get(path)
      if (found !== undefined) yield found
    },
    append: async (path) => {
      let file = namesOf(steps).get(path)
      if (file === undefined) {
        file = files
        files += 1
        steps.push({ kind: 'make', path, file })
      }
      const into = file
      return {
        write: async (bytes) => void steps.push({ kind: 'write', file: into, bytes: Uint8Array.from(bytes) }),
        sync: async () => void steps.push({ kind: 'sync', file: into }),
        close: async () => undefined,
      }
    },
    rename: async (from, to) => void steps.push({ kind: 'rename', from, to }),
    remove: async (path) => void steps.push({ kind: 'remove', path, file: -1 }),
    syncFolder: async () => void steps.push({ kind: 'syncFolder' }),
  }
  return { disk, steps }
}

/** Every disk a cut after the first `count` steps could leave: any number of the names not yet synced, and of each file any length not yet synced (none, half, all). */
export function* leftBehind(steps: readonly Step[], count: number): Iterable<ReadonlyMap<string, Uint8Array>> {
  const done = steps.slice(0, count)
  const safeNames = done.findLastIndex((step) => step.kind === 'syncFolder') + 1
  for (let names = safeNames; names <= count; names += 1)
    for (const share of [0, 0.5, 1])
      yield new Map([...namesOf(done.slice(0, names))].map(([path, file]) => [path, bytesOf(done, file, share)]))
}

/** A disk that holds these files and is only read. */
export function readOnly(files: ReadonlyMap<string, Uint8Array>): Disk {
  return createRecorder(files).disk
}

const seen = (steps: readonly Step[]): ReadonlyMap<string, Uint8Array> =>
  new Map([...namesOf(steps)].map(([path, file]) => [path, bytesOf(steps, file, 1)]))

function namesOf(steps: readonly Step[]): Map<string, number> {
  const names = new Map<string, number>()
  for (const step of steps) {
    if (step.kind === 'make') names.set(step.path, step.file)
    if (step.kind === 'remove') names.delete(step.path)
    if (step.kind === 'rename') {
      const file = names.get(step.from)
      if (file === undefined) continue
      names.delete(step.from)
      names.set(step.to, file)
    }
  }
  return names
}

function bytesOf(steps: readonly Step[], file: number, share: number): Uint8Array {
  const synced = steps.findLastIndex((step) => step.kind === 'sync' && step.file === file)
  const written = (part: readonly Step[]) => Buffer.concat(part.flatMap((s) => (s.kind === 'write' && s.file === file ? [s.bytes] : [])))
  const safe = written(steps.slice(0, synced + 1))
  const loose = written(steps.slice(synced + 1))
  return Buffer.concat([safe, loose.subarray(0, Math.floor(loose.length * share))])
}
