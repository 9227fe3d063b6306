/** A prepared emergency message as it looks on the glass, by the real renderer. */
import '@infoskjerm/player/stage/stage.ts'
import type { StageContext } from '@infoskjerm/player/stage/context.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { Ending, Override } from '@infoskjerm/shared/model/override.ts'
import { distantFuture } from '@infoskjerm/shared/time/instant.ts'
import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from '../live.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'

@customElement('is-board')
export class Board extends CrewElement {
  /** Id of the template. */
  @property() template = ''
  @property({ type: Boolean }) exercise = false
  @property({ attribute: false }) ending: Ending | null = null
  private readonly since = live.now()
  private readonly context: StageContext = {
    screen: null,
    event: null,
    programme: null,
    slips: {},
    mediaUrl: (hash) => `/media/${hash}`,
    now: live.now,
    answers: () => Promise.resolve(true),
    isTimeProved: true,
    sound: false,
    still: true,
  }

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        aspect-ratio: 16 / 9;
        overflow: hidden;
        border-radius: var(--r1);
        contain: strict;
        pointer-events: none;
      }
      is-stage {
        width: 100%;
        height: 100%;
      }
    `,
  ]

  private get scene(): Scene {
    const key = `${this.template} ${this.exercise} ${this.ending}`
    const override: Override = {
      id: 'preview',
      template: this.template,
      target: { kind: 'all' },
      status: this.exercise ? 'exercise' : 'actual',
      since: this.since,
      ending: this.ending === null ? null : { kind: this.ending, at: this.since },
    }
    return {
      slots: {
        main: { kind: 'fallback', key: 'fallback', reason: 'nothing-scheduled' },
        override: { kind: 'override', key, override, ending: this.ending, since: this.since },
      },
      until: distantFuture,
    }
  }

  protected override render() {
    return html`<is-stage aria-hidden="true" .scene=${this.scene} .context=${this.context}></is-stage>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-board': Board
  }
}
