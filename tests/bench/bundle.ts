/** Bundles sources as the player's page is bundled, so that what is measured is what runs in the hall and not what a loader adds. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

export const repository = path.join(import.meta.dirname, '../..')

/** How much is left: `minified` as it is delivered; `bare` also without the parsers, as if a call of zod did nothing that matters. */
export interface Shrinking {
  readonly minified: boolean
  readonly bare: boolean
}

/** One ES module of everything that the source text needs. Its imports are seen from this folder. */
export async function bundle(source: string, { minified, bare }: Shrinking): Promise<string> {
  const name = 'virtual:bench'
  const file = path.join(import.meta.dirname, 'virtual-bench.ts')
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: repository,
    plugins: [{ name: 'bench', resolveId: (id) => (id === name ? file : null), load: (id) => (id === file ? source : null) }],
    build: {
      write: false,
      target: 'es2023',
      minify: minified,
      rolldownOptions: {
        input: name,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false },
        treeshake: bare ? { manualPureFunctions: ['z', 'words'] } : true,
      },
    },
  })
  const output = 'output' in result ? result.output : []
  const [chunk] = output
  if (chunk?.type !== 'chunk') throw new Error('nothing was bundled')
  return chunk.code
}

/** Runs `use` with a file that holds the bundled module, and removes it again. */
export async function withBundle<T>(source: string, use: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'infoskjerm-bench-'))
  try {
    const file = path.join(folder, 'bundle.mjs')
    writeFileSync(file, await bundle(source, { minified: true, bare: false }))
    return await use(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The bundled module, imported. `T` is what its source exports. */
export async function importBundled<T>(source: string): Promise<T> {
  return withBundle(source, async (file) => (await import(pathToFileURL(file).href)) as T)
}
