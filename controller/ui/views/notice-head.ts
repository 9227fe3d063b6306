/** The head of the quick forms: the title, the way out, and on a phone *Nødmelding*, whose usual place their own button takes. */
import { css, html, nothing, type TemplateResult } from 'lit'
import { mayOverride } from '../venue.ts'
import { say } from '../words/words.ts'

export const quickHeadStyles = css`
  .alarm {
    display: none;
  }
  @media (max-width: 767px) {
    .page-head {
      flex-wrap: nowrap;
      gap: var(--s1);
    }
    .page-head .button {
      padding-inline: var(--s2);
    }
    .alarm {
      display: inline-flex;
    }
  }
`

/** `cancel`: where *Avbryt* leads. */
export function quickHead(title: string, cancel: string): TemplateResult {
  const alarm = mayOverride('start') || mayOverride('end')
  return html`<header class="page-head">
    <h1>${title}</h1>
    ${alarm ? html`<a class="button quiet red alarm" href="/override">${say().common.nav.override}</a>` : nothing}
    <a class="button quiet" href=${cancel}>${say().common.cancel}</a>
  </header>`
}
