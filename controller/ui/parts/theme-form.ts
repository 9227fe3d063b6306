/** `<is-theme-form>`: everything of a theme, with what cannot be read said at the colour that would mend it. */
import { hallContrast, veilOver, weakPairs, type Weak } from '@infoskjerm/shared/model/contrast.ts'
import { type ThemeBody, type ThemeColours, transitions } from '@infoskjerm/shared/model/theme.ts'
import type { FontResource, MediaResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { api } from '../api.ts'
import { language, say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { choiceField, plain, textField } from './form.ts'
import './media-picker.ts'
import './sheet.ts'
import { attempt } from './toast.ts'

const fields: readonly (keyof ThemeColours)[] = ['night', 'paper', 'ink', 'quietOnNight', 'quietOnPaper', 'now', 'lightA', 'lightB']
type GroundName = 'ribs' | 'lights' | 'picture' | 'video'
type Picking = 'picture' | 'video' | 'logo'

/** Event `theme` carries the `ThemeBody` after each change. */
@customElement('is-theme-form')
export class ThemeForm extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s5);
      }
      .colour {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) 8.5em;
        align-items: center;
        gap: var(--s1) var(--s3);
      }
      .colours {
        display: grid;
        gap: var(--s3);
      }
      input[type='color'] {
        width: 52px;
        height: var(--touch);
        padding: 3px;
        border: 1px solid var(--line-strong);
        border-radius: var(--r1);
        background: var(--surface);
        cursor: pointer;
      }
      .weak {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s3);
      }
      .sample {
        display: inline-block;
        width: 1em;
        height: 1em;
        border-radius: 50%;
        border: 1px solid var(--line-strong);
        vertical-align: -2px;
      }
    `,
  ]

  @property({ attribute: false }) theme: ThemeBody | null = null
  @state() private picking: Picking | null = null
  @state() private busy = false

  private change(change: Partial<ThemeBody>): void {
    if (this.theme === null) return
    this.dispatchEvent(new CustomEvent<ThemeBody>('theme', { detail: { ...this.theme, ...change } }))
  }

  protected override render(): TemplateResult | typeof nothing {
    const { theme } = this
    if (theme === null) return nothing
    const words = say().themes
    return html`${textField({ ...plain, name: 'name', label: words.name, value: theme.name, change: (name) => this.change({ name }) })}
    ${this.colours(theme)} ${this.ground(theme)} ${this.logo(theme)} ${this.font(theme)}
    ${choiceField(
      'transition',
      words.transition,
      transitions.map((one) => [one, words.transitions[one]] as const),
      theme.transition,
      (transition) => this.change({ transition }),
    )}
    ${this.safe(theme)} ${this.picker()}`
  }

  private colours(theme: ThemeBody): TemplateResult {
    const words = say().themes
    const weak = weakPairs(theme)
    return html`<fieldset class="field">
      <legend>${words.colours}</legend>
      <div class="colours">
        ${fields.map((field) => this.colour(theme.colours, field, weak.find((one) => one.field === field) ?? null))}
      </div>
    </fieldset>`
  }

  private colour(colours: ThemeColours, field: keyof ThemeColours, weak: Weak | null): TemplateResult {
    const words = say().themes
    const put = (value: string): void => this.change({ colours: { ...colours, [field]: value.toLowerCase() } })
    const label = words.colour[field]
    return html`<div class="colour">
      <input
        type="color"
        aria-label=${label}
        .value=${live(colours[field])}
        @input=${(event: Event) => put((event.target as HTMLInputElement).value)}
      />
      <label for=${field}>${label}</label>
      <input
        class="input tabular"
        id=${field}
        name=${field}
        autocapitalize="none"
        spellcheck="false"
        maxlength="7"
        aria-invalid=${weak === null ? 'false' : 'true'}
        aria-describedby=${weak === null ? nothing : `${field}-weak`}
        .value=${live(colours[field])}
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement
          if (/^#[0-9a-f]{6}$/i.test(input.value)) put(input.value)
          else input.value = colours[field]
        }}
      />
      ${weak === null ? nothing : this.weak(weak, put)}
    </div>`
  }

  private weak({ pair, ratio, field, colour }: Weak, put: (colour: string) => void): TemplateResult {
    const words = say().themes
    const said = new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(Math.min(ratio, hallContrast - 0.1))
    return html`<div class="weak">
      <span class="problem" id=${`${field}-weak`}>${words.weakText(words.weak[pair], said)}</span>
      ${
        colour === null
          ? nothing
          : html`<button type="button" class="button" @click=${() => put(colour)}>
              <span class="sample" style=${`background:${colour}`}></span> ${words.mend(colour)}
            </button>`
      }
    </div>`
  }

  private ground(theme: ThemeBody): TemplateResult {
    const words = say().themes
    const { ground } = theme
    const now: GroundName = ground.kind === 'lights' ? (ground.ribs ? 'ribs' : 'lights') : ground.kind
    const choose = (name: GroundName): void => {
      if (name === 'picture' || name === 'video') this.picking = name
      else this.change({ ground: { kind: 'lights', ribs: name === 'ribs' } })
    }
    const options = (Object.keys(words.grounds) as GroundName[]).map((name) => [name, words.grounds[name]] as const)
    const left = Math.round((1 - veilOver(theme.colours)) * 100)
    return html`<div class="field">
      ${choiceField('ground', words.ground, options, now, choose)}
      ${
        ground.kind === 'lights'
          ? nothing
          : html`<div class="row">
              <button type="button" class="button" @click=${() => (this.picking = ground.kind)}>
                ${ground.kind === 'picture' ? words.choosePicture : words.chooseVideo}
              </button>
              <span class="hint">${words.groundHint(left)}</span>
            </div>`
      }
    </div>`
  }

  private logo({ logo }: ThemeBody): TemplateResult {
    const words = say().themes
    return html`<div class="field">
      <span class="label">${words.logo}</span>
      <div class="row">
        <button type="button" class="button" @click=${() => (this.picking = 'logo')}>${words.chooseLogo}</button>
        ${
          logo === null
            ? nothing
            : html`<button type="button" class="button quiet" @click=${() => this.change({ logo: null })}>${words.noLogo}</button>`
        }
      </div>
      <span class="hint">${words.logoHint}</span>
    </div>`
  }

  private font({ font }: ThemeBody): TemplateResult {
    const words = say().themes
    return html`<div class="field">
      <span class="label">${words.font}</span>
      <p><strong>${font?.name ?? words.fontBuiltIn}</strong></p>
      <div class="row">
        <label class="button"
          >${words.fontUpload}<input
            class="visually-hidden"
            type="file"
            accept=".woff2,font/woff2"
            ?disabled=${this.busy}
            @change=${this.upload}
        /></label>
        ${
          font === null
            ? nothing
            : html`<button type="button" class="button quiet" @click=${() => this.change({ font: null })}>${words.fontRemove}</button>`
        }
      </div>
      <span class="hint">${words.fontHint}</span>
    </div>`
  }

  private readonly upload = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement
    const file = input.files?.[0]
    if (file === undefined) return
    this.busy = true
    const kept = await attempt(() => api.upload<FontResource>(`/fonts?name=${encodeURIComponent(file.name)}`, file, () => {}))
    this.busy = false
    input.value = ''
    if (kept !== null) this.change({ font: { name: kept.name, hash: kept.hash } })
  }

  private safe({ safe }: ThemeBody): TemplateResult {
    const words = say().themes
    const percent = (side: keyof ThemeBody['safe'], label: string): TemplateResult =>
      textField({
        ...{ ...plain, name: side, label, type: 'number', value: String(safe[side]) },
        change: (typed) => {
          const value = Number(typed.replace(',', '.'))
          if (value >= 3 && value <= 15) this.change({ safe: { ...safe, [side]: value } })
        },
      })
    return html`<fieldset class="field">
      <legend>${words.safe}</legend>
      <div class="grid-2">${percent('inlinePct', words.safeInline)}${percent('blockPct', words.safeBlock)}</div>
    </fieldset>`
  }

  private picker(): TemplateResult {
    const words = say().themes
    const { picking } = this
    const headings = { picture: words.choosePicture, video: words.chooseVideo, logo: words.chooseLogo }
    const chosen = ({ detail: { hash } }: CustomEvent<MediaResource>): void => {
      this.picking = null
      if (picking === 'logo') this.change({ logo: hash })
      else if (picking !== null) this.change({ ground: { kind: picking, hash } })
    }
    return html`<is-sheet
      .open=${picking !== null}
      .heading=${picking === null ? '' : headings[picking]}
      @close=${() => (this.picking = null)}
    >
      ${picking === null ? nothing : html`<is-media-picker .kind=${picking === 'video' ? 'video' : 'image'} @media=${chosen}></is-media-picker>`}
    </is-sheet>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-theme-form': ThemeForm
  }
}
