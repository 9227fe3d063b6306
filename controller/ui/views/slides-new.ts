/** `<is-new-slide>`: the sheet behind *Ny slide*: which kind, for pictures and videos which file, then the editor. */
import type { MediaResource, PlaylistResource, SlideResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../api.ts'
import { live, Resource } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/media-picker.ts'
import '../parts/sheet.ts'
import { SlideContextController } from '../parts/slide-editor-context.ts'
import type { SlideJson } from '../parts/slide-editor-json.ts'
import '../parts/slide-editor-thumb.ts'
import { attempt } from '../parts/toast.ts'
import { go } from '../router.ts'
import { say } from '../words/words.ts'
import './slides-new-address.ts'
import {
  type AddressKind,
  type Beginnings,
  type FileKind,
  newAddressSlide,
  newMapSlide,
  newMediaSlide,
  newSlide,
  slideKinds,
  type NewKind,
} from './slides-new-content.ts'

/** Event `close` when it is left without a slide. */
@customElement('is-new-slide')
export class NewSlide extends CrewElement {
  static override styles = [
    controls,
    css`
      .kinds {
        display: grid;
        gap: var(--s2);
      }
      .kind {
        display: grid;
        grid-template-columns: 128px 1fr;
        align-items: center;
        gap: var(--s4);
        width: 100%;
        padding: var(--s2);
        text-align: left;
        border: 1px solid var(--line);
        border-radius: var(--r3);
        background: var(--surface);
      }
      .kind:hover {
        border-color: var(--blue);
      }
      .sign {
        display: grid;
        place-items: center;
        aspect-ratio: 16 / 9;
        border-radius: var(--r2);
        background: var(--blue-soft);
        color: var(--blue);
      }
      strong {
        display: block;
      }
    `,
  ]

  @property({ type: Boolean }) open = false
  @state() private kind: FileKind | AddressKind | null = null
  private readonly playlists = new Resource<readonly PlaylistResource[]>(this, () => (this.open ? '/playlists' : null), ['playlists'])
  private readonly stage = new SlideContextController(this, { still: true })

  override render(): TemplateResult {
    const words = say()
    const headings = {
      image: words.media.pickImage,
      video: words.media.pickVideo,
      html: words.slides.media.pickHtml,
      map: words.media.pickImage,
      web: words.slides.kinds.web,
      stream: words.slides.kinds.stream,
    }
    const heading = this.kind === null ? words.slides.chooseKind : headings[this.kind]
    return html`<is-sheet .open=${this.open} .heading=${heading} @close=${this.close}>
      ${
        this.kind === null
          ? html`<ul class="kinds">
              ${slideKinds.filter((kind) => this.canBegin(kind)).map((kind) => this.choice(kind))}
            </ul>`
          : this.begin(this.kind)
      }
    </is-sheet>`
  }

  private begin(kind: FileKind | AddressKind): TemplateResult {
    if (kind === 'web' || kind === 'stream')
      return html`<is-new-address
        .kind=${kind}
        @address=${(event: CustomEvent<string>) => this.make(newAddressSlide(kind, event.detail))}
      ></is-new-address>`
    return html`<is-media-picker
      .kind=${kind === 'map' ? 'image' : kind}
      @media=${({ detail }: CustomEvent<MediaResource>) => this.make(kind === 'map' ? newMapSlide(detail) : newMediaSlide(detail))}
    ></is-media-picker>`
  }

  /** A split screen needs a list to show, and a happening a programme, so they are offered once there is one. */
  private canBegin(kind: NewKind): boolean {
    const { playlists, happening } = this.beginnings
    return kind === 'layout' ? playlists.length > 0 : kind === 'happening' ? happening !== '' : true
  }

  private get beginnings(): Beginnings {
    const happenings = this.stage.context?.programme?.happenings ?? []
    const next = happenings.filter(({ start }) => start > live.now()).sort((a, b) => a.start - b.start)[0] ?? happenings[0]
    return { playlists: (this.playlists.value ?? []).map(({ id }) => id), happening: next?.id ?? '' }
  }

  private choice(kind: NewKind): TemplateResult {
    const words = say().slides
    return html`<li>
      <button class="kind" @click=${() => this.choose(kind)}>
        ${
          isBegun(kind)
            ? html`<span class="sign">${signs[kind]}</span>`
            : html`<is-slide-thumb .body=${newSlide(kind, live.now(), this.beginnings)} .context=${this.stage.context}></is-slide-thumb>`
        }
        <span><strong>${words.kinds[kind]}</strong><span class="muted small">${words.kindHelp[kind]}</span></span>
      </button>
    </li>`
  }

  private choose(kind: NewKind): void {
    if (isBegun(kind)) this.kind = kind
    else void this.make(newSlide(kind, live.now(), this.beginnings))
  }

  private close(): void {
    this.kind = null
    this.dispatchEvent(new CustomEvent('close'))
  }

  private async make(body: SlideJson): Promise<void> {
    const written = await attempt(() => api.post<Written<SlideResource>>('/slides', body))
    if (written === null) return
    this.close()
    go(`/slides/${written.value.id}`)
  }
}

/** Whether it begins with a file or an address, and so is asked for one. */
function isBegun(kind: NewKind): kind is FileKind | AddressKind {
  return kind in signs
}

const signs: Readonly<Record<FileKind | AddressKind, TemplateResult>> = {
  image: html`<svg width="32" height="32" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2.2" aria-hidden="true">
    <rect x="3" y="6" width="26" height="20" rx="3" />
    <circle cx="11" cy="13" r="2.4" />
    <path d="m4 24 8-7 5 4 5-5 7 7" />
  </svg>`,
  video: html`<svg width="32" height="32" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2.2" aria-hidden="true">
    <rect x="3" y="6" width="26" height="20" rx="3" />
    <path d="m13 11.5 8 4.5-8 4.5z" fill="currentColor" />
  </svg>`,
  stream: html`<svg width="32" height="32" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2.2" aria-hidden="true">
    <circle cx="16" cy="16" r="3" fill="currentColor" />
    <path d="M10 22a8.5 8.5 0 0 1 0-12m12 0a8.5 8.5 0 0 1 0 12M6 26a14 14 0 0 1 0-20m20 0a14 14 0 0 1 0 20" />
  </svg>`,
  web: html`<svg width="32" height="32" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2.2" aria-hidden="true">
    <circle cx="16" cy="16" r="12" />
    <path d="M4 16h24M16 4c-8 7-8 17 0 24M16 4c8 7 8 17 0 24" />
  </svg>`,
  map: html`<svg width="32" height="32" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2.2" aria-hidden="true">
    <path d="m4 8 8-3 8 3 8-3v19l-8 3-8-3-8 3zM12 5v19M20 8v19" />
  </svg>`,
  html: html`<svg width="32" height="32" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-width="2.2" aria-hidden="true">
    <rect x="3" y="6" width="26" height="20" rx="3" />
    <path d="m12 12-4 4 4 4m8-8 4 4-4 4" />
  </svg>`,
}

declare global {
  interface HTMLElementTagNameMap {
    'is-new-slide': NewSlide
  }
}
