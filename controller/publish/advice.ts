/** What a person should look at in the published schedule, each thing once with the screens that it concerns. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Finding } from '@infoskjerm/shared/engine/finding.ts'
import { lint } from '@infoskjerm/shared/engine/lint.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { canonicalJson } from '@infoskjerm/shared/wire/canonical.ts'
import type { Window } from '../schedule/windows.ts'

export interface Advice {
  readonly finding: Finding
  /** Ids, sorted. */
  readonly screens: readonly string[]
}

/** `lint` that remembers, for each manifest as long as it is published, what it said of the last period. */
export function rememberedLint(): typeof lint {
  const known = new WeakMap<Manifest, { readonly from: number; readonly until: number; readonly findings: readonly Finding[] }>()
  return (manifest, from, until) => {
    const before = known.get(manifest)
    if (before !== undefined && before.from === from && before.until === until) return before.findings
    const findings = lint(manifest, from, until)
    known.set(manifest, { from, until, findings })
    return findings
  }
}

/** Looks at each class of screens once, and lets others have their turn between two of them; equal findings of several classes are one. The order is that of the finding's text, the same every time. */
export async function adviceOn(
  classes: readonly { readonly manifest: Manifest; readonly screens: readonly string[] }[],
  { from, until }: Window,
  look: typeof lint,
): Promise<readonly Advice[]> {
  const found = new Map<string, { readonly finding: Finding; readonly screens: string[] }>()
  for (const { manifest, screens } of classes) {
    await breathe()
    for (const finding of look(manifest, from, until)) {
      const key = canonicalJson(finding)
      const known = found.get(key)
      if (known === undefined) found.set(key, { finding, screens: [...screens] })
      else known.screens.push(...screens)
    }
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { finding, screens }]) => ({ finding, screens: [...new Set(screens)].sort() }))
}
