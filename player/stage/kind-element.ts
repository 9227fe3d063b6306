/** What the element of every slide kind has in common. */
import type { CSSResultGroup } from 'lit'
import { property } from 'lit/decorators.js'
import type { SlideContent } from '@infoskjerm/shared/model/slide.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { SubstitutionReason } from '@infoskjerm/shared/wire/player.ts'
import { Fitting } from './fit.ts'
import { GlassElement } from './glass-element.ts'

/** `ready` resolves once everything the slide needs is decoded and laid out, or with the reason why it cannot be shown. */
export type Readiness = 'ready' | SubstitutionReason

export abstract class KindElement<C extends SlideContent> extends GlassElement {
  static override styles: CSSResultGroup = GlassElement.styles

  @property({ attribute: false }) content: C | null = null
  /** Words can be typed on the slide itself; each change is a `slide-edit` event with the whole content. */
  @property({ type: Boolean }) editable = false
  /** When this turn began, in synced time; null in a preview. */
  @property({ attribute: false }) since: Instant | null = null
  /** Whether it is on the glass (a prepared slide waits). */
  @property({ type: Boolean }) running = true

  protected readonly fitting = new Fitting(this)

  async ready(): Promise<Readiness> {
    await this.updateComplete
    return 'ready'
  }

  protected edit(content: C): void {
    this.content = content
    this.dispatchEvent(new CustomEvent<SlideContent>('slide-edit', { detail: content, bubbles: true, composed: true }))
  }
}
