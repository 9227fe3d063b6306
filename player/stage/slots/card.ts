/** What a slide says, for the small glass in a corner: the same line as on a strip, in letters that can be read from where the large ones can. */
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { SlideContent } from '@infoskjerm/shared/model/slide.ts'
import type { Words } from '@infoskjerm/shared/model/words.ts'
import '../backdrop.ts'
import { cut, type Fit } from '../fit.ts'
import { KindElement } from '../kind-element.ts'
import { Ticking } from '../ticking.ts'
import { between, type Line, lineOf } from './line.ts'

/** Sizes of a glass that is a quarter of the large one: its smallest letters are as large as the smallest there. */
const small = 120
const leadSizes = { ceiling: 170, floor: small, oneLineFrom: null }
const restSizes = { ceiling: 460, floor: small, oneLineFrom: null }

/** `<is-card .content .context .slideId>`: for kinds that can be said in a line. */
@customElement('is-card')
export class Card extends KindElement<SlideContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      .safe {
        inset: 7cqb 6cqi;
        gap: 3cqb;
      }
      .lead {
        flex: none;
        max-block-size: 46cqb;
        font-weight: 700;
        line-height: 1.08;
      }
      .rest {
        flex: 1 1 0;
        display: grid;
        align-content: center;
        font-weight: 800;
        line-height: 1;
        letter-spacing: -0.02em;
      }
      .en {
        color: var(--quiet);
        font-weight: 600;
      }
    `,
  ]

  /** What a countdown that was put off is known by. */
  @property({ attribute: false }) slideId: string | null = null

  constructor() {
    super()
    new Ticking(this, 'second')
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content, context } = this
    const line = content === null || context === null ? null : lineOf(content, context, context.slips[this.slideId ?? ''] ?? 0)
    if (line === null || content === null) return nothing
    this.setAttribute('tone', content.kind === 'text' ? content.tone : 'night')
    const { lead, rest } = drawn(content, line)
    return html`<is-backdrop .context=${context}></is-backdrop>
      <div class="safe">
        ${isEmpty(lead) ? nothing : html`<div class="lead" data-fit .fit=${both(lead, leadSizes)}></div>`}
        ${isEmpty(rest) ? nothing : html`<div class="rest" data-fit .fit=${both(rest, restSizes)}></div>`}
      </div>`
  }
}

/** A clock's figures come large; of a programme there is room for the first happening. */
function drawn({ kind }: SlideContent, { lead, rest }: Line): Line {
  if (kind === 'clock') return { lead: rest, rest: lead }
  const first = (text: string): string => text.split(between)[0] ?? ''
  return kind === 'programme' ? { lead, rest: { nb: first(rest.nb), en: first(rest.en) } } : { lead, rest }
}

function isEmpty({ nb, en }: Words): boolean {
  return nb === '' && en === ''
}

function both({ nb, en }: Words, sizes: Omit<Fit, 'draw'>): Fit {
  const english = en === '' || en === nb ? null : en
  return {
    ...sizes,
    draw: (share) =>
      html`<p lang="nb">${cut(nb, share)}</p>
        ${english === null ? nothing : html`<p class="en" lang="en">${cut(english, share)}</p>`}`,
  }
}

/** Whether a card can say all that matters of it. */
export function isForCard(content: SlideContent): boolean {
  return ['clock', 'countdown', 'programme'].includes(content.kind) || (content.kind === 'text' && content.picture === null)
}
