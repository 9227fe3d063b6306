/** `<is-advice-chip>`: how many things there are to look over, and the way to them; nothing where all is well. */
import type { LintResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { Resource } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { say } from '../words/words.ts'

@customElement('is-advice-chip')
export class AdviceChip extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      a {
        min-height: var(--touch);
        padding-inline: var(--s4);
      }
    `,
  ]

  private readonly advice = new Resource<LintResource>(this, () => '/lint', [
    'schedule',
    'playlists',
    'slides',
    'sponsors',
    'screens',
    'events',
  ])

  override render() {
    const n = this.advice.value?.findings.length ?? 0
    return n === 0 ? nothing : html`<a class="chip amber" href="/advice">${say().advice.count(n)}</a>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-advice-chip': AdviceChip
  }
}
