/** Care of one screen: how its panel hangs, is spared and sounds, who may step at its box, and how its player is; each change is written at once. */
import { plainCare, type Rotation, rotations, type QuietHours, type ScreenCare } from '@infoskjerm/shared/model/care.ts'
import type { ScreenResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live as liveValue } from 'lit/directives/live.js'
import { api } from '../api.ts'
import { live, LiveController } from '../live.ts'
import { venue, VenueController } from '../venue.ts'
import '../views/schedule-time.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { checkField, choiceField } from './form.ts'
import { assumingScreen } from './screen-assume.ts'
import { mendedText } from './screen-reported-text.ts'
import { attempt, toast } from './toast.ts'

/** What quiet hours begin with when they are switched on: a hall at night. */
const night: QuietHours = { from: '02:00', until: '08:00', lightPct: 30 }

const mostOverscanPct = 10

/** Folded away until somebody asks; every change can be undone. */
@customElement('is-screen-care')
export class ScreenCareForm extends CrewElement {
  /** Id of the screen. */
  @property() screen = ''
  /** What was asked for last, while it is being written: a change in the meantime builds on it. */
  @state() private asked: ScreenCare | null = null
  protected readonly live = new LiveController(this, 5_000)
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      summary {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 var(--s3);
        min-height: var(--touch);
        font-weight: 600;
        cursor: pointer;
      }
      summary .muted {
        font-weight: 400;
      }
      .inside {
        display: grid;
        gap: var(--s4);
        padding-top: var(--s3);
      }
      .quiet {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: var(--s3);
        align-items: end;
      }
      .short {
        max-width: 8em;
      }
    `,
  ]

  private async write(screen: ScreenResource, change: Partial<ScreenCare>): Promise<void> {
    const care = { ...(this.asked ?? screen.care), ...change }
    this.asked = care
    const written = await assumingScreen(screen.id, { care }, () => api.patch<Written<ScreenResource>>(`/screens/${screen.id}`, { care }))
    if (this.asked === care) this.asked = null
    if (written !== null) toast(say().screens.saved(screen.name), { undo: written.revision })
  }

  private async diagnose(screen: ScreenResource): Promise<void> {
    const done = await attempt(() => api.post(`/screens/${screen.id}/diagnose`, {}))
    if (done !== null) toast(say().themes.diagnosed(screen.name), { undo: null })
  }

  private percent(label: string, hint: string | null, value: number, most: number, change: (value: number) => void) {
    const read = (event: Event) => {
      const field = event.target as HTMLInputElement
      const given = Number(field.value)
      if (field.value === '' || !Number.isFinite(given)) field.value = String(value)
      else change(Math.min(most, Math.max(0, given)))
    }
    return html`<label class="field"
      ><span class="label">${label}</span>
      <input
        class="input short tabular"
        type="number"
        inputmode="decimal"
        step="any"
        min="0"
        max=${most}
        .value=${liveValue(String(value))}
        @change=${read}
      />
      ${hint === null ? nothing : html`<span class="hint">${hint}</span>`}</label
    >`
  }

  private time(label: string, value: string, change: (value: string) => void) {
    return html`<is-time .label=${label} .value=${value} @time=${(event: CustomEvent<string>) => change(event.detail)}></is-time>`
  }

  private quiet(screen: ScreenResource, { quiet }: ScreenCare) {
    const words = say().themes.care
    const set = (change: Partial<QuietHours>) => void this.write(screen, { quiet: { ...(quiet ?? night), ...change } })
    return html`${checkField(words.quiet, words.quietHint, quiet !== null, (on) => void this.write(screen, { quiet: on ? night : null }))}
    ${
      quiet === null
        ? nothing
        : html`<div class="quiet">
            ${this.time(words.from, quiet.from, (from) => set({ from }))} ${this.time(words.until, quiet.until, (until) => set({ until }))}
            ${this.percent(words.light, null, quiet.lightPct, 100, (lightPct) => set({ lightPct: Math.round(lightPct) }))}
          </div>`
    }`
  }

  private player(screen: ScreenResource) {
    const words = say().themes
    const details = live.statuses.find((one) => one.screen === screen.id)?.details ?? null
    return html`${
        details === null
          ? nothing
          : html`<p class="small muted">${words.mended.label}: ${mendedText(details.mends)}</p>
              ${
                details.keysUntil === null || details.keysUntil <= live.now()
                  ? nothing
                  : html`<p>${words.keysHeld(times().clock(details.keysUntil))}</p>`
              }`
      }
      <div class="row">
        <button type="button" class="button" ?disabled=${!screen.paired} @click=${() => this.diagnose(screen)}>${words.diagnose}</button>
      </div>`
  }

  protected override render() {
    const screen = venue.screens.find((one) => one.id === this.screen)
    if (screen === undefined) return nothing
    const words = say().themes.care
    const care = this.asked ?? screen.care
    const set = (change: Partial<ScreenCare>) => void this.write(screen, change)
    const turns = rotations.map((one) => [`${one}` as const, words.rotations[one]] as const)
    const isPlain = JSON.stringify(care) === JSON.stringify(plainCare)
    return html`<details class="card">
      <summary>${words.title}${isPlain ? nothing : html`<span class="small muted">${careText(care)}</span>`}</summary>
      <div class="inside">
        ${choiceField('rotation', words.rotation, turns, `${care.rotation}`, (turn) => set({ rotation: Number(turn) as Rotation }))}
        ${this.percent(words.overscan, words.overscanHint, care.overscanPct, mostOverscanPct, (overscanPct) => set({ overscanPct }))}
        ${checkField(words.shift, words.shiftHint, care.pixelShift, (pixelShift) => set({ pixelShift }))}
        ${checkField(words.still, words.stillHint, care.dimStill, (dimStill) => set({ dimStill }))} ${this.quiet(screen, care)}
        ${checkField(words.sound, words.soundHint, care.sound, (sound) => set({ sound }))}
        ${checkField(words.keys, words.keysHint, care.keys, (keys) => set({ keys }))} ${this.player(screen)}
      </div>
    </details>`
  }
}

/** What differs from a plain screen, in a few words. */
function careText({ rotation, quiet, sound, keys }: ScreenCare): string {
  const words = say().themes.care
  return [
    ...(rotation === 0 ? [] : [words.rotations[rotation]]),
    ...(quiet === null ? [] : [`${quiet.from}–${quiet.until}`]),
    ...(sound ? [words.sound] : []),
    ...(keys ? [words.keys] : []),
  ].join(' · ')
}

declare global {
  interface HTMLElementTagNameMap {
    'is-screen-care': ScreenCareForm
  }
}
