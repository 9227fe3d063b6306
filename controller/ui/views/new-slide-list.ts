/** `<is-new-slide-list>`: the slides that were put among what rotates, until when, and taking them away. */
import type { PlacementResource, SlideResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { api } from '../api.ts'
import { LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/running.ts'
import { attempt, toast } from '../parts/toast.ts'
import { mayActOn } from '../parts/where-mine.ts'
import { venue, VenueController } from '../venue.ts'
import { fromText } from '../words/times.ts'
import { say } from '../words/words.ts'
import { targetText } from './schedule-text.ts'

/** Fires `gone` with the `PlacementResource` that somebody took away, and `back` where that was refused. */
@customElement('is-new-slide-list')
export class NewSlideList extends CrewElement {
  @property({ attribute: false }) placements: readonly PlacementResource[] = []
  @property({ attribute: false }) slides: readonly SlideResource[] = []
  protected readonly live = new LiveController(this, 10_000)
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
        align-content: start;
      }
    `,
  ]

  private nameOf({ slide }: PlacementResource): string {
    const found = this.slides.find(({ id }) => id === slide)
    return (found?.published ?? found?.draft ?? null)?.name ?? ''
  }

  private async end(placement: PlacementResource): Promise<void> {
    const tell = (what: 'gone' | 'back') => this.dispatchEvent(new CustomEvent<PlacementResource>(what, { detail: placement }))
    tell('gone')
    const written = await attempt(() => api.post<Written<unknown>>(`/placements/${placement.id}/end`, {}))
    if (written === null) return void tell('back')
    toast(say().newSlide.isGone(this.nameOf(placement)), { undo: written.revision })
  }

  private one(placement: PlacementResource) {
    const words = say().newSlide
    const name = this.nameOf(placement)
    return html`<is-running
      class="card"
      .heading=${name}
      .where=${targetText(placement.target, venue)}
      .by=${placement.by}
      .screens=${placement.screens}
      .from=${fromText(placement.from)}
      .until=${placement.until === null ? null : fromText(placement.until)}
      >${
        mayActOn(placement.target)
          ? html`<button class="button" aria-label=${`${words.gone}: ${name}`} @click=${() => this.end(placement)}>${words.gone}</button>
              <a class="button" aria-label=${`${words.change}: ${name}`} href=${`/new/${placement.id}`}>${words.change}</a>`
          : nothing
      }</is-running
    >`
  }

  protected override render() {
    const words = say().newSlide
    return html`
      <h2>${words.running}</h2>
      ${this.placements.length === 0 ? html`<p class="muted">${words.none}</p>` : nothing}
      ${repeat(
        this.placements,
        ({ id }) => id,
        (placement) => this.one(placement),
      )}
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-new-slide-list': NewSlideList
  }
}
