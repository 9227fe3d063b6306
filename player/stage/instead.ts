/** What a slide stands with while what it should show does not come: its own picture, or the venue's board. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Picture } from '@infoskjerm/shared/model/slide.ts'
import './boards/fallback.ts'
import type { StageContext } from './context.ts'
import type { DecodedPicture } from './decoded-picture.ts'

/** The picture, over the whole glass; without one the board that needs nothing. */
export function insteadOf(picture: Picture | null, held: DecodedPicture, context: StageContext | null): TemplateResult {
  const shown = held.show(picture, context)
  return picture === null
    ? html`<is-fallback class="instead" .context=${context}></is-fallback>`
    : html`<div class="instead">${shown === nothing ? nothing : shown}</div>`
}
