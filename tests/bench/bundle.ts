/** Bundles sources as the player's page is bundled, so that what is measured is what runs in the hall and not what a loader adds. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { build, type Plugin } from 'vite'
import { inlineLimits } from '../../player/inline-limits.ts'

export const repository = path.join(import.meta.dirname, '../..')

/** How much is left: `minified` as it is delivered; `bare`: without the parsers of documents. */
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
    plugins: [inlineLimits(), virtual(name, file, source), ...(bare ? [withoutParsers] : [])],
    build: {
      write: false,
      target: 'es2023',
      minify: minified,
      rolldownOptions: {
        input: name,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false },
      },
    },
  })
  const output = 'output' in result ? result.output : []
  const [chunk] = output
  if (chunk?.type !== 'chunk') throw new Error('nothing was bundled')
  return chunk.code
}

function virtual(name: string, file: string, source: string): Plugin {
  return { name: 'virtual', resolveId: (id) => (id === name ? file : null), load: (id) => (id === file ? source : null) }
}

/** Tells the bundler that parsers which nobody asks for may go: it cannot know that making one has no effect. */
const withoutParsers: Plugin = {
  name: 'without-parsers',
  enforce: 'post',
  transform(code, id) {
    if (!id.includes('/shared/model/')) return null
    let out = code
    for (const statement of this.parse(code).body.toReversed()) {
      const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
      const init = declaration?.type === 'VariableDeclaration' ? declaration.declarations[0]?.init : null
      if (init === null || init === undefined) continue
      const text = code.slice(init.start, init.end)
      if (/\bz\./.test(text)) out = `${out.slice(0, init.start)}/* @__PURE__ */ (() => (${text}))()${out.slice(init.end)}`
    }
    return out
  },
}

/** What calls one function of a module of this folder, bundled and in a process of its own, so that nothing measured before has left its marks. Arguments and answer are JSON. */
export type Caller<M> = <K extends keyof M & string>(
  name: K,
  ...args: M[K] extends (...given: infer A) => unknown ? A : never
) => Promise<M[K] extends (...given: never[]) => infer R ? R : never>

/** Runs `use` with a caller of the module in `file`, started with these flags of Node. */
export async function withModule<M, T>(file: string, flags: readonly string[], use: (call: Caller<M>) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'infoskjerm-bench-'))
  try {
    const bundled = path.join(folder, 'bundle.mjs')
    writeFileSync(bundled, await bundle(`export * from '${file}'`, { minified: true, bare: false }))
    return await use(async (name, ...args) => {
      const script = `import(process.argv[1]).then((module) => console.log(JSON.stringify(module.${name}(...${JSON.stringify(args)}))))`
      const { stdout } = await promisify(execFile)(process.execPath, [...flags, '-e', script, bundled])
      return JSON.parse(stdout)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
