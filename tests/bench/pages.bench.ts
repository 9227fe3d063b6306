/** How much a browser must fetch before the first slide, and before the crew pages work: HTML, scripts and styles, fonts apart. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Figure } from './figure.ts'

/** One chunk of Vite's manifest (vite.dev/guide/backend-integration). */
interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

export const benches: Record<string, () => readonly Figure[]> = {
  page_gzip_kb: () => [sizeOf('page_gzip_kb', 'player/dist', 60)],
  ui_gzip_kb: () => [sizeOf('ui_gzip_kb', 'controller/ui/dist', null)],
}

function sizeOf(figure: string, folder: string, goal: number | null): Figure {
  const dist = path.join(import.meta.dirname, '../..', folder)
  const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const files = ['index.html', ...entryFiles(manifest, readFileSync(path.join(dist, 'index.html'), 'utf8'))]
  const kilobytes = files.map((file) => gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length / 1000)
  const value = round(kilobytes.reduce((sum, size) => sum + size, 0))
  const parts = Object.fromEntries(files.map((file, index) => [file, round(kilobytes[index] ?? 0)]))
  return { figure, value, unit: 'kB', goal, met: goal === null ? null : value <= goal, gzip: 9, fonts: 'apart', parts }
}

/** The entries, and what the page names, with everything they import before they run; what is fetched later on demand is left out. */
function entryFiles(manifest: Readonly<Record<string, Chunk>>, page: string): readonly string[] {
  const files = new Set<string>()
  const visited = new Set<string>()
  const visit = (key: string): void => {
    const chunk = manifest[key]
    if (chunk === undefined || visited.has(key)) return
    visited.add(key)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  for (const [key, chunk] of Object.entries(manifest))
    if (chunk.isEntry === true || (chunk.file.endsWith('.js') && page.includes(chunk.file))) visit(key)
  return [...files]
}

function round(value: number): number {
  return Number(value.toFixed(1))
}
