/** What hands can do with a whole area, as links: a notice there, or taking its screens over. */
import { html, nothing, type TemplateResult } from 'lit'
import { mayIn } from '../venue.ts'
import { say } from '../words/words.ts'

/** Nothing for those who may not. `look`: the class of the links. */
export function areaDeeds(area: string, name: string, look: string): TemplateResult | typeof nothing {
  if (!mayIn([area])) return nothing
  const deeds = [
    ['notice', say().notice.title],
    ['takeover', say().takeover.title],
  ] as const
  return html`${deeds.map(
    ([path, text]) =>
      html`<a class=${look} href=${`/${path}/area:${encodeURIComponent(area)}`} aria-label=${`${text}: ${name}`}>${text}</a>`,
  )}`
}
