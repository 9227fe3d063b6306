/** `<is-map-settings>`: what stands where on a map, chosen in a list and put in place by tapping the map or with the arrow keys. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { MapContent, MapPlace, MapScreen } from '@infoskjerm/shared/model/contents-sources.ts'
import type { MediaResource, ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { Resource } from '../live.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { moved } from './focus-moved.ts'
import './media-picker.ts'
import './sheet.ts'
import { textField, wordsFields } from './slide-editor-fields.ts'
import { sourceStyles } from './slide-editor-source-styles.ts'

/** What a tap on the map puts in place. */
type Chosen = { readonly of: 'places' | 'screens'; readonly at: number }

const facings = [0, 45, 90, 135, 180, 225, 270, 315] as const

/** Event `edit` carries the whole content after each change. */
@customElement('is-map-settings')
export class MapSettings extends CrewElement {
  static override styles = [controls, sourceStyles]

  @property({ attribute: false }) content: MapContent | null = null
  @state() private chosen: Chosen | null = null
  @state() private picking = false
  private readonly all = new Resource<readonly ScreenResource[]>(this, () => '/screens', ['screens'])

  override render(): TemplateResult | null {
    const { content } = this
    if (content === null) return null
    const words = say().slides
    const own = words.sources
    const free = (this.all.value ?? []).filter(({ id }) => content.screens.every(({ screen }) => screen !== id))
    return html`${wordsFields(words.heading, words.headingEnglish, content.title, (title) => this.edit({ ...content, title }))}
      <div class="field">
        <span class="label" id="label">${own.place}</span>
        <button
          class="map"
          type="button"
          aria-labelledby="label"
          aria-describedby="help"
          @click=${(event: MouseEvent) => this.tapped(content, event)}
          @keydown=${(event: KeyboardEvent) => this.typed(content, event)}
        >
          <img src=${`/media/${content.picture.hash}`} alt="" />
          ${content.places.map((place, at) => this.point(place, place.letter, { of: 'places', at }))}
          ${content.screens.map((screen, at) => this.point(screen, '↑', { of: 'screens', at }, screen.facingDeg))}
        </button>
        <span class="hint" id="help">${own.placeHelp}</span>
        <div class="row"><button class="button" @click=${() => (this.picking = true)}>${own.changeMap}</button></div>
      </div>
      ${content.places.map((place, at) => this.place(content, place, at))}
      ${
        content.places.length >= limits.mapPlaces
          ? nothing
          : html`<button class="button" @click=${() => this.addPlace(content)}>${own.addPlace}</button>`
      }
      ${content.screens.length === 0 ? nothing : html`<span class="label">${own.mapScreens}</span>`}
      ${content.screens.map((screen, at) => this.screen(content, screen, at))}
      ${
        free.length === 0
          ? nothing
          : html`<label class="field"
              ><span class="label">${own.addScreen}</span>
              <select class="input" @change=${(event: Event) => this.addScreen(content, event.target as HTMLSelectElement)}>
                <option value="" selected></option>
                ${free.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
              </select></label
            >`
      }
      <is-sheet .open=${this.picking} .heading=${say().media.pickImage} @close=${() => (this.picking = false)}>
        <is-media-picker
          .kind=${'image'}
          @media=${(event: CustomEvent<MediaResource>) => this.picked(content, event.detail)}
        ></is-media-picker>
      </is-sheet>`
  }

  private point(where: { readonly xPct: number; readonly yPct: number }, mark: string, what: Chosen, turnDeg = 0): TemplateResult {
    const isChosen = this.chosen?.of === what.of && this.chosen.at === what.at
    return html`<span class="point ${isChosen ? 'chosen' : ''}" style="left:${where.xPct}%;top:${where.yPct}%;rotate:${turnDeg}deg"
      >${mark}</span
    >`
  }

  private choose(of: Chosen['of'], at: number, name: string): TemplateResult {
    const isChosen = this.chosen?.of === of && this.chosen.at === at
    return html`<label class="choice"
      ><input type="radio" name="what" .checked=${isChosen} @change=${() => (this.chosen = { of, at })} />${name}</label
    >`
  }

  private place(content: MapContent, place: MapPlace, at: number): TemplateResult {
    const own = say().slides.sources
    const change = (more: Partial<MapPlace>): void => this.edit({ ...content, places: content.places.with(at, { ...place, ...more }) })
    const name = place.name.nb === '' ? own.newPlace : place.name.nb
    return html`<fieldset class="one">
      <legend>${place.letter}</legend>
      ${this.choose('places', at, name)}
      ${textField(own.letter, place.letter, 1, 'nb', (text) => {
        const letter = text.trim().toLocaleUpperCase('nb')
        if (/^[\p{L}\p{N}]{1,2}$/u.test(letter)) change({ letter })
      })}
      ${wordsFields(own.placeName, own.placeEnglish, place.name, (words) => change({ name: words }))}
      <div class="row">
        <button class="button quiet" @click=${() => this.without(content, 'places', at)}>${own.remove(name)}</button>
      </div>
    </fieldset>`
  }

  private screen(content: MapContent, screen: MapScreen, at: number): TemplateResult {
    const own = say().slides.sources
    const name = this.all.value?.find(({ id }) => id === screen.screen)?.name ?? screen.screen
    const turned = (event: Event): void =>
      this.edit({
        ...content,
        screens: content.screens.with(at, { ...screen, facingDeg: Number((event.target as HTMLSelectElement).value) }),
      })
    return html`<fieldset class="one">
      <legend>${name}</legend>
      ${this.choose('screens', at, name)}
      <label class="field"
        ><span class="label">${own.facing}</span>
        <select class="input" @change=${turned}>
          ${facings.map((deg) => html`<option value=${deg} ?selected=${deg === screen.facingDeg}>${own.facings[deg]}</option>`)}
        </select></label
      >
      <div class="row">
        <button class="button quiet" @click=${() => this.without(content, 'screens', at)}>${own.remove(name)}</button>
      </div>
    </fieldset>`
  }

  private addPlace(content: MapContent): void {
    const taken = new Set(content.places.map(({ letter }) => letter))
    const letter = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((one) => !taken.has(one)) ?? 'A'
    this.chosen = { of: 'places', at: content.places.length }
    this.edit({ ...content, places: [...content.places, { letter, name: { nb: '', en: '' }, xPct: 50, yPct: 50 }] })
  }

  private addScreen(content: MapContent, from: HTMLSelectElement): void {
    if (from.value === '') return
    this.chosen = { of: 'screens', at: content.screens.length }
    this.edit({ ...content, screens: [...content.screens, { screen: from.value, xPct: 50, yPct: 50, facingDeg: 0 }] })
    from.value = ''
  }

  private without(content: MapContent, of: Chosen['of'], at: number): void {
    this.chosen = null
    this.edit(
      of === 'places' ? { ...content, places: content.places.toSpliced(at, 1) } : { ...content, screens: content.screens.toSpliced(at, 1) },
    )
  }

  private tapped(content: MapContent, event: MouseEvent): void {
    // Enter and the space bar press a button too, from nowhere.
    if (event.detail === 0) return
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect()
    const share = (at: number, from: number, length: number): number =>
      Math.round(Math.min(1, Math.max(0, (at - from) / length)) * 1_000) / 10
    this.put(content, { xPct: share(event.clientX, box.left, box.width), yPct: share(event.clientY, box.top, box.height) })
  }

  private typed(content: MapContent, event: KeyboardEvent): void {
    const standing = this.chosen === null ? undefined : content[this.chosen.of][this.chosen.at]
    const next = standing === undefined ? null : moved({ xPct: standing.xPct, yPct: standing.yPct }, event.key, event.shiftKey)
    if (next === null) return
    event.preventDefault()
    this.put(content, next)
  }

  private put(content: MapContent, where: { readonly xPct: number; readonly yPct: number }): void {
    const { chosen } = this
    if (chosen === null) return
    const place = content.places[chosen.at]
    const screen = content.screens[chosen.at]
    if (chosen.of === 'places' && place !== undefined)
      this.edit({ ...content, places: content.places.with(chosen.at, { ...place, ...where }) })
    if (chosen.of === 'screens' && screen !== undefined)
      this.edit({ ...content, screens: content.screens.with(chosen.at, { ...screen, ...where }) })
  }

  private picked(content: MapContent, { hash, type, widthPx, heightPx }: MediaResource): void {
    this.picking = false
    this.edit({ ...content, picture: { hash, type, widthPx, heightPx } })
  }

  private edit(content: MapContent): void {
    this.content = content
    this.dispatchEvent(new CustomEvent<MapContent>('edit', { detail: content }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-map-settings': MapSettings
  }
}
