/** `<is-layout-settings>`: how a split screen is divided, and which playlist goes in each part. */
import type { LayoutContent, Region } from '@infoskjerm/shared/model/slide.ts'
import type { PlaylistResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, svg, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { Resource } from '../live.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { bodyOf } from './slide-editor-json.ts'
import { divided, type PresetName, presetNames, presetOf, presets } from './slide-editor-presets.ts'

/** Event `edit` carries the whole content after each change. */
@customElement('is-layout-settings')
export class LayoutSettings extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s5);
      }
      .ways {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: var(--s2);
        margin-top: 6px;
      }
      .way {
        position: relative;
        display: grid;
        gap: 6px;
        padding: var(--s2);
        border: 1px solid var(--line);
        border-radius: var(--r2);
        background: var(--surface);
        font-size: var(--t-small);
        font-weight: 600;
        line-height: 1.2;
        cursor: pointer;
      }
      .way:hover {
        border-color: var(--blue);
      }
      .way:has(:checked) {
        border-color: var(--blue);
        box-shadow: inset 0 0 0 1px var(--blue);
      }
      .way:focus-within {
        box-shadow: 0 0 0 3px var(--focus);
      }
      .way input {
        position: absolute;
        opacity: 0;
      }
      svg {
        display: block;
        width: 100%;
        color: var(--ink-2);
      }
      .way:has(:checked) svg {
        color: var(--blue);
      }
      .parts {
        display: grid;
        gap: var(--s3);
      }
      .part {
        display: grid;
        grid-template-columns: 48px minmax(0, 1fr);
        gap: var(--s3);
        align-items: end;
      }
      .part svg {
        margin-bottom: 10px;
      }
    `,
  ]

  @property({ attribute: false }) content: LayoutContent | null = null
  private readonly playlists = new Resource<readonly PlaylistResource[]>(this, () => '/playlists', ['playlists'])

  override render(): TemplateResult | typeof nothing {
    const { content } = this
    if (content === null) return nothing
    const words = say().slides.split
    const chosen = presetOf(content.regions)
    return html`
      <fieldset class="field">
        <legend>${words.way}</legend>
        <div class="ways">
          ${presetNames.map(
            (name) =>
              html`<label class="way"
                ><input
                  type="radio"
                  name="way"
                  value=${name}
                  .checked=${live(name === chosen)}
                  @change=${() => this.divide(name)}
                />${drawing(presets[name], null)}${words.ways[name]}</label
              >`,
          )}
        </div>
      </fieldset>
      <div class="parts" role="group" aria-label=${words.what}>
        ${content.regions.map((region, at) => this.field(content.regions, region, at, chosen))}
        <p class="hint small muted">${words.clock}</p>
      </div>
    `
  }

  private field(regions: readonly Region[], { playlist }: Region, at: number, way: PresetName | null): TemplateResult {
    const words = say().slides.split
    const label = (way === null ? undefined : words.parts[way]?.[at]) ?? words.part(at + 1)
    const all = [...(this.playlists.value ?? [])].sort((a, b) => bodyOf(a).name.localeCompare(bodyOf(b).name, 'nb'))
    const known = all.some(({ id }) => id === playlist)
    return html`<label class="part"
      >${drawing(regions, at)}<span class="field"
        ><span class="label">${label}</span
        ><select class="input" @change=${(event: Event) => this.choose(at, (event.target as HTMLSelectElement).value)}>
          ${known ? nothing : html`<option value=${playlist} selected>${this.playlists.value === null ? '…' : words.gone}</option>`}
          ${all.map((one) => html`<option value=${one.id} ?selected=${one.id === playlist}>${bodyOf(one).name}</option>`)}
        </select></span
      ></label
    >`
  }

  private divide(name: PresetName): void {
    const ids = (this.playlists.value ?? []).map(({ id }) => id)
    this.edit(divided(name, this.content?.regions ?? [], ids))
  }

  private choose(at: number, playlist: string): void {
    this.edit((this.content?.regions ?? []).map((region, index) => (index === at ? { ...region, playlist } : region)))
  }

  private edit(regions: readonly Region[]): void {
    if (this.content === null) return
    this.dispatchEvent(new CustomEvent<LayoutContent>('edit', { detail: { ...this.content, regions } }))
  }
}

/** The boxes on a small screen; `lit` is the one that is meant, null: all alike. */
function drawing(boxes: readonly Omit<Region, 'playlist'>[], lit: number | null): TemplateResult {
  return html`<svg viewBox="0 0 160 90" aria-hidden="true">
    <rect width="160" height="90" rx="7" fill="currentColor" opacity="0.16" />
    ${boxes.map(
      ({ xPct, yPct, widthPct, heightPct }, at) =>
        svg`<rect x=${xPct * 1.6 + 3} y=${yPct * 0.9 + 3} width=${widthPct * 1.6 - 6} height=${heightPct * 0.9 - 6} rx="4"
          fill="currentColor" fill-opacity=${lit === null ? (at === 0 ? 0.3 : 0.75) : at === lit ? 0.9 : 0.2}
          stroke="var(--surface)" stroke-width="3" paint-order="stroke" />`,
    )}
  </svg>`
}

declare global {
  interface HTMLElementTagNameMap {
    'is-layout-settings': LayoutSettings
  }
}
