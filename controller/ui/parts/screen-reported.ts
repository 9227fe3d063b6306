/** `<is-screen-reported>`: what a screen should show beside what it says it shows, and what it says of itself, in plain words. */
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import type { Details } from '@infoskjerm/shared/wire/player.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live, LiveController } from '../live.ts'
import { scenes } from '../scenes.ts'
import { venue, VenueController } from '../venue.ts'
import { language, say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { icons } from './icons.ts'

@customElement('is-screen-reported')
export class ScreenReported extends CrewElement {
  /** Id of the screen. */
  @property() screen = ''
  protected readonly live = new LiveController(this, 1_000)
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      .card {
        display: grid;
        gap: var(--s2);
        padding: var(--s3) var(--s4);
      }
      dl {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--s2) var(--s4);
      }
      dt {
        color: var(--muted);
        font-size: var(--t-small);
      }
      dd {
        display: flex;
        align-items: baseline;
        gap: 6px;
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      dd svg {
        flex: none;
        width: 16px;
        height: 16px;
        align-self: center;
      }
      .right {
        color: var(--green-text);
      }
      .wrong {
        color: var(--red-text);
      }
      .unsure {
        color: var(--muted);
      }
    `,
  ]

  protected override render(): TemplateResult | typeof nothing {
    const screen = venue.screens.find((one) => one.id === this.screen)
    const status = live.statuses.find((one) => one.screen === this.screen)
    if (screen === undefined || status === undefined || status.state === 'unpaired') return nothing
    const words = say().now.reported
    const seen = scenes.at(screen, live.now(), true, () => this.requestUpdate())
    const { text, tone } = reportedText(status, seen?.scene ?? null)
    return html`<div class="card">
      <dl aria-label=${words.title}>
        <div>
          <dt>${words.expected}</dt>
          <dd>${seen === null ? say().now.state.unknown : expectedText(seen.scene)}</dd>
        </div>
        <div>
          <dt>${words.reported}</dt>
          <dd class=${tone}>${tone === 'right' ? icons.check : nothing}${text}</dd>
        </div>
      </dl>
      ${status.details === null || status.state === 'silent' ? nothing : troublesOf(screen, status.details).map((text) => html`<p>${text}</p>`)}
    </div>`
  }
}

function expectedText({ slots: { main, override } }: Scene): string {
  const words = say().now.reported
  if (override !== undefined) return words.emergency
  return main.kind === 'slide' ? say().now.quoted(main.slide.name) : words.fallback
}

interface Told {
  readonly text: string
  readonly tone: 'right' | 'wrong' | 'unsure'
}

/** The screen says which scene it shows, not what is in it: what is not as expected has no name here. */
function reportedText({ state, showing, details }: ScreenStatus, expected: Scene | null): Told {
  const words = say().now.reported
  if (state === 'silent' || state === 'unpaired' || state === 'quarantined') return { text: words.nothing, tone: 'unsure' }
  if (state === 'old') return { text: words.older, tone: 'wrong' }
  if (state === 'wrong' || (details?.substituted ?? null) !== null) return { text: words.other, tone: 'wrong' }
  if (showing !== null) return { text: say().now.quoted(showing), tone: 'right' }
  // Without a name it is an emergency message, the fallback, or a change that has not been reported yet.
  const isNamed = expected?.slots.main.kind === 'slide' && expected.slots.override === undefined
  return isNamed ? { text: words.changing, tone: 'unsure' } : { text: words.same, tone: 'right' }
}

/** What a person should know; what is fine says nothing. */
function troublesOf(screen: ScreenResource, { substituted, missing, missingCount, isTimeProved }: Details): readonly string[] {
  const words = say().now.reported
  const nameOf = (slide: string): string => {
    const name = scenes.slideName(screen, slide)
    return name === null ? words.unknownSlide : say().now.quoted(name)
  }
  const troubles: string[] = []
  if (substituted !== null) troubles.push(`${words.instead(nameOf(substituted.slide))} ${words.because[substituted.why]}`)
  const waits = missing.filter((slide) => slide !== substituted?.slide).slice(0, 3)
  const rest = missingCount - waits.length - (substituted !== null && missing.includes(substituted.slide) ? 1 : 0)
  const named = [...waits.map(nameOf), ...(rest > 0 ? [words.more(rest)] : [])]
  if (named.length > 0) troubles.push(words.loading(new Intl.ListFormat(language()).format(named)))
  if (!isTimeProved) troubles.push(words.timeUnknown)
  return troubles
}

/** Terms and their values for whoever looks under *Teknisk*. */
export function technicalOf({ clockErrorMs, isTimeProved, missingCount, build }: Details): readonly (readonly [string, string])[] {
  const words = say().now.reported
  const error = clockErrorMs < 10 ? clockErrorMs : Math.round(clockErrorMs)
  const said = new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(error)
  return [
    ...(isTimeProved ? [[words.clock, words.within(`${said}\u00a0ms`)] as const] : []),
    [words.content, missingCount === 0 ? words.allHere : words.waitsFor(missingCount)],
    ...(build === '' ? [] : [[words.build, build] as const]),
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'is-screen-reported': ScreenReported
  }
}
