/** `<is-page-settings>`: where a stream or a page from the web comes from, and how it is shown. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { StreamContent } from '@infoskjerm/shared/model/contents-media.ts'
import type { WebContent } from '@infoskjerm/shared/model/slide.ts'
import type { Framing } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { api } from '../api.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { choiceField, textField } from './slide-editor-fields.ts'

/** After so long without a key the page is asked (ms). */
const askAfterMs = 700

const reloadMinutes = { never: null, m5: 5, m15: 15, m60: 60 } as const
type Reload = keyof typeof reloadMinutes

/** Event `edit` carries the whole content after each change. */
@customElement('is-page-settings')
export class PageSettings extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s4);
      }
      fieldset.field {
        display: grid;
        gap: 6px;
      }
      input[type='range'] {
        width: 100%;
        min-height: 44px;
      }
    `,
  ]

  @property({ attribute: false }) content: StreamContent | WebContent | null = null
  /** What was found at the address; null: not asked yet. */
  @state() private found: Framing['framing'] | 'silent' | null = null
  @state() private isAsking = false
  private asked: string | null = null
  private pause: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.pause)
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { content } = this
    if (!changed.has('content') || content === null || content.url === this.asked) return
    if (content.kind === 'stream' && content.way === 'hls') return
    this.asked = content.url
    this.found = null
    clearTimeout(this.pause)
    this.pause = setTimeout(() => void this.ask(content.url), askAfterMs)
  }

  override render(): TemplateResult | null {
    const { content } = this
    if (content === null) return null
    return content.kind === 'stream' ? this.stream(content) : this.web(content)
  }

  private stream(content: StreamContent): TemplateResult {
    const words = say().slides.media
    const isPage = content.way === 'page'
    return html`${choiceField(words.way, ['hls', 'page'], words.ways, content.way, (way) => this.edit({ ...content, way }))}
      ${textField(words.streamAddress, content.url, 1, 'nb', (url) => this.edit({ ...content, url }), isPage ? words.embedAddressHelp : words.streamAddressHelp)}
      ${this.verdict(isPage)}
      <p class="small muted">${isPage ? words.pagePreview : words.streamPreview}</p>
      ${isPage ? nothing : choiceField(say().slides.fit, ['cover', 'contain'], say().slides.fits, content.fit, (fit) => this.edit({ ...content, fit }))}`
  }

  private web(content: WebContent): TemplateResult {
    const words = say().slides.media
    const zoom = content.zoomPct ?? 100
    const chosen = (Object.keys(reloadMinutes) as Reload[]).find((one) => reloadMinutes[one] === (content.reloadMinutes ?? null)) ?? 'never'
    return html`${textField(say().slides.address, content.url, 1, 'nb', (url) => this.edit({ ...without(content, 'framing'), url }), say().slides.addressHelp)}
      ${this.verdict(true)}
      <label class="field"
        ><span class="label">${words.zoomPct}</span>
        <input
          type="range"
          min=${limits.webZoomLeastPct}
          max=${limits.webZoomMostPct}
          step="5"
          .value=${live(String(zoom))}
          @input=${(event: Event) => this.edit({ ...content, zoomPct: Number((event.target as HTMLInputElement).value) })}
        />
        <span class="hint tabular">${words.zoomText(zoom)}</span></label
      >
      ${choiceField(words.reload, Object.keys(reloadMinutes) as Reload[], words.reloads, chosen, (one) => {
        const minutes = reloadMinutes[one]
        this.edit(minutes === null ? without(content, 'reloadMinutes') : { ...content, reloadMinutes: minutes })
      })}`
  }

  private verdict(isAsked: boolean): TemplateResult | typeof nothing {
    const words = say().slides.media
    if (!isAsked) return nothing
    if (this.isAsking) return html`<p class="small muted" role="status">${words.asking}</p>`
    if (this.found === null) return nothing
    const isBad = this.found === 'forbidden' || this.found === 'silent'
    return html`<p class=${isBad ? 'problem' : 'small muted'} role=${isBad ? 'alert' : 'status'}>${words.framing[this.found]}</p>`
  }

  private async ask(url: string): Promise<void> {
    this.isAsking = true
    try {
      const { answers, framing } = await api.get<Framing>(`/framing?url=${encodeURIComponent(url)}`)
      if (url !== this.asked) return
      this.found = framing === 'unasked' || answers ? framing : 'silent'
      this.keep(url, framing)
    } catch {
      // An address that is none yet, or nobody to ask: that is no news about the page.
      if (url === this.asked) this.found = 'unasked'
    } finally {
      this.isAsking = false
    }
  }

  /** The slide remembers it, so that no screen tries what it would only see refused. */
  private keep(url: string, framing: Framing['framing']): void {
    const { content } = this
    if (content?.kind !== 'web' || content.url !== url || framing === 'unasked' || (content.framing ?? 'allowed') === framing) return
    this.edit({ ...content, framing })
  }

  private edit(content: StreamContent | WebContent): void {
    this.content = content
    this.dispatchEvent(new CustomEvent<StreamContent | WebContent>('edit', { detail: content }))
  }
}

/** The same without a field. */
function without<T extends object, K extends keyof T>(of: T, field: K): Omit<T, K> {
  const { [field]: _, ...rest } = of
  return rest
}

declare global {
  interface HTMLElementTagNameMap {
    'is-page-settings': PageSettings
  }
}
