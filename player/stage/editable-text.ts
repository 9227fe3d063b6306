/** A piece of words that can be typed where it stands. */
import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'

/** An editable block with the source as it is. While somebody types, `live` leaves the caret alone: what stands there is already the new value. */
export function editableText(
  text: string,
  language: 'nb' | 'en',
  label: string,
  className: string,
  changed: (text: string) => void,
): TemplateResult {
  const typed = (event: Event): void => changed((event.currentTarget as HTMLElement).textContent ?? '')
  return html`<div
    class="editable ${className}"
    contenteditable="plaintext-only"
    role="textbox"
    aria-multiline="true"
    aria-label=${label}
    lang=${language}
    data-hint=${label}
    spellcheck="true"
    .textContent=${live(text)}
    @input=${typed}
  ></div>`
}
