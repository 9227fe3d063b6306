/** The look of the pages before one is signed in: a quiet card on the field, the brand above, language below. */
import { css, html, type TemplateResult } from 'lit'
import { language, setLanguage } from '../words/words.ts'

export const frontStyles = css`
  .front {
    display: grid;
    grid-template-rows: 1fr auto auto 1.4fr;
    justify-items: center;
    gap: var(--s5);
    min-height: 100dvh;
    padding: var(--s4);
  }
  .brand {
    align-self: end;
    font-size: 1.75rem;
    font-weight: 800;
    font-stretch: 122%;
    letter-spacing: -0.015em;
  }
  form,
  .front .card {
    width: min(400px, 100%);
    display: grid;
    gap: var(--s4);
    padding: var(--s6);
  }
  .language {
    align-self: start;
  }
`

/** The card in its place on the page. */
export function front(card: TemplateResult): TemplateResult {
  return html`<main class="front">
    <div class="brand">infoskjerm</div>
    ${card}
    <div class="row language">
      <button class="button quiet" lang="nb" aria-pressed=${language() === 'nb'} @click=${() => setLanguage('nb')}>Norsk</button>
      <button class="button quiet" lang="en" aria-pressed=${language() === 'en'} @click=${() => setLanguage('en')}>English</button>
    </div>
  </main>`
}
