/** Several playlists on one glass: each region is a small glass of its own, and changes without touching the others. */
import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Showing } from '@infoskjerm/shared/engine/scene.ts'
import type { LayoutContent } from '@infoskjerm/shared/model/slide.ts'
import '../backdrop.ts'
import { type Buffers, createBuffers } from '../buffers.ts'
import type { StageContext } from '../context.ts'
import { KindElement, type Readiness } from '../kind-element.ts'
import { createLayer } from '../layer.ts'
import { partOf } from '../part.ts'
import { type Substituted, tell } from '../told.ts'

/** `<is-layout-slide .content .regions .context .running>`. Fires `substituted` for a slide that could not come into its region. */
@customElement('is-layout-slide')
export class LayoutSlide extends KindElement<LayoutContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      .region {
        position: absolute;
        overflow: hidden;
        isolation: isolate;
        outline: max(1px, calc(4 * var(--u))) solid var(--field);
      }
      .layer {
        position: absolute;
        inset: 0;
      }
      /* Laid out and decoded, but not painted. */
      .waiting {
        visibility: hidden;
      }
    `,
  ]

  /** What stands in each region, in the order of `content.regions`; null: nothing. */
  @property({ attribute: false }) regions: readonly (Showing | null)[] = []

  #glasses: Buffers[] = []
  #contexts: readonly (StageContext | null)[] = []
  /** What was last asked of each region. */
  #standing: readonly Promise<Readiness>[] = []
  #begun = false

  /** Ready when every region is, or has turned out to be without what it needs: one missing picture holds back nothing else. */
  override async ready(): Promise<Readiness> {
    await this.updateComplete
    await Promise.all(this.#standing)
    return 'ready'
  }

  /** Resolves with whether everything that should stand in the regions does. */
  async whole(): Promise<boolean> {
    await this.updateComplete
    return (await Promise.all(this.#standing)).every((readiness) => readiness === 'ready')
  }

  /** Builds hidden what comes into the regions. */
  async prepare(regions: readonly (Showing | null)[]): Promise<Readiness> {
    await this.updateComplete
    await Promise.all(this.#each(regions, (glass, showing, context) => (showing === null ? null : glass.prepare(showing, context))))
    return 'ready'
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.requestUpdate('regions')
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    queueMicrotask(() => {
      // A slide whose turn comes is moved above the others, which takes it off the page for no time at all.
      if (this.isConnected) return
      for (const glass of this.#glasses) glass.close()
      this.#glasses = []
      this.#begun = false
    })
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    if (changed.has('content') || changed.has('context'))
      this.#contexts = this.content?.regions.map((region) => (this.context === null ? null : partOf(this.context, region))) ?? []
  }

  protected override updated(changed: PropertyValues): void {
    const boxes = [...this.renderRoot.querySelectorAll('.region')]
    for (const glass of this.#glasses.splice(boxes.length)) glass.close()
    for (const parent of boxes.slice(this.#glasses.length)) this.#glasses.push(this.#glassIn(parent))
    if (changed.has('context') || changed.has('content'))
      this.#glasses.forEach((glass, at) => {
        const context = this.#contexts[at] ?? null
        if (context !== null) glass.setContext(context)
      })
    if (this.running) this.#begun = true
    for (const glass of this.#glasses) glass.setCovered(!this.running)
    this.#standing = this.#each(this.regions, (glass, showing, context) =>
      this.#begun ? glass.show(showing, context) : showing === null ? null : glass.prepare(showing, context),
    ).map((readiness) => Promise.resolve(readiness ?? 'ready'))
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content, context } = this
    if (content === null) return nothing
    this.setAttribute('tone', content.tone)
    const quiet = content.tone === 'night' && content.regions.some((_, at) => (this.regions[at] ?? null) === null)
    return html`${quiet ? html`<is-backdrop .context=${context}></is-backdrop>` : nothing}
    ${content.regions.map(
      ({ xPct, yPct, widthPct, heightPct }) =>
        html`<div class="region" style="left:${xPct}%;top:${yPct}%;width:${widthPct}%;height:${heightPct}%"></div>`,
    )}`
  }

  #each<T>(regions: readonly (Showing | null)[], ask: (glass: Buffers, showing: Showing | null, context: StageContext) => T): T[] {
    return this.#glasses.flatMap((glass, at) => {
      const context = this.#contexts[at] ?? null
      return context === null ? [] : [ask(glass, regions[at] ?? null, context)]
    })
  }

  #glassIn(parent: Element): Buffers {
    return createBuffers({
      parent,
      build: createLayer,
      painted: () => {},
      substituted: (content, why) => {
        if (content.kind === 'slide') tell<Substituted>(this, 'substituted', { slide: content.slideId, why })
      },
    })
  }
}
