/** The few signs of the crew pages, drawn on a 24-px grid with one stroke; words always stand beside them. */
import { svg, type SVGTemplateResult } from 'lit'

const drawn = (inner: SVGTemplateResult) => svg`
  <svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${inner}</svg>`

export const icons = {
  now: drawn(svg`<rect x="3" y="4" width="18" height="12.5" rx="2"/><path d="M9 20.5h6M8 8.5h5M8 12h8"/>`),
  notice: drawn(svg`<path d="M4 5.500h16v11H11l-4.500 3.500v-3.500H4zM8 9.500h8M8 12.500h5"/>`),
  takeover: drawn(
    svg`<rect x="3" y="4.500" width="18" height="12" rx="2"/><path d="M12 13.500V8M9.500 10.200 12 7.700l2.500 2.500M9 20h6"/>`,
  ),
  programme: drawn(svg`<circle cx="12" cy="12" r="8.500"/><path d="M12 7.500V12l3.200 2"/>`),
  new: drawn(svg`<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M12 9v6M9 12h6"/>`),
  round: drawn(svg`<path d="M5 19c0-3 2-4 5-4s5-1 5-4-2-4-5-4M7.500 4.500 10 7 7.500 9.500"/><circle cx="18" cy="18.500" r="1.500"/>`),
  slides: drawn(svg`<rect x="3" y="7" width="14" height="11" rx="2"/><path d="M7 4h12a2 2 0 0 1 2 2v8"/>`),
  playlists: drawn(svg`<path d="M4 6h12M4 11h12M4 16h7M16 14v6l5-3z"/>`),
  schedule: drawn(svg`<rect x="3.5" y="5" width="17" height="15" rx="2"/><path d="M3.5 10h17M8 3v4M16 3v4M7.5 14h5"/>`),
  media: drawn(
    svg`<rect x="3" y="4.5" width="18" height="15" rx="2"/><circle cx="8.5" cy="10" r="1.5"/><path d="m4 18 5.5-5 3.5 3 3-2.5 4.5 4"/>`,
  ),
  screens: drawn(
    svg`<rect x="2.5" y="5" width="12" height="8.5" rx="1.5"/><rect x="17" y="8" width="4.5" height="9" rx="1"/><path d="M6 17.5h5"/>`,
  ),
  sponsors: drawn(svg`<circle cx="12" cy="9" r="5.5"/><path d="m8.500 13.500-1.500 7 5-2.500 5 2.500-1.500-7"/>`),
  themes: drawn(
    svg`<path d="M12 3.500a8.500 8.500 0 1 0 0 17c1.500 0 2-1 2-2s-.500-1.500-.500-2.300c0-1 .8-1.700 1.800-1.700h1.700a3.500 3.500 0 0 0 3.500-3.500c0-4.200-3.800-7.500-8.500-7.500zM7.500 12h.01M10 8h.01M14.500 8h.01"/>`,
  ),
  people: drawn(
    svg`<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 19.5c.6-3.4 3.2-5.2 6.5-5.2s5.9 1.8 6.5 5.200M16 5.300a3.5 3.5 0 0 1 0 6.400M18 14.800c1.9.8 3.1 2.4 3.5 4.7"/>`,
  ),
  history: drawn(svg`<path d="M4 12a8 8 0 1 0 2.5-5.800L4 8.500M4 4v4.500h4.500M12 8v4.500l3 2"/>`),
  settings: drawn(svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>`),
  more: drawn(svg`<path d="M5 12h.01M12 12h.01M19 12h.01" stroke-width="3"/>`),
  override: drawn(svg`<path d="M12 3.5 22 20.500H2zM12 10v4.500M12 17.500h.01"/>`),
  check: drawn(svg`<path d="m5 12.500 4.500 4.500L19 7.500" stroke-width="2.6"/>`),
  scan: drawn(
    svg`<path d="M4 8V5.500A1.500 1.500 0 0 1 5.500 4H8M16 4h2.500A1.500 1.500 0 0 1 20 5.500V8M20 16v2.500a1.500 1.500 0 0 1-1.500 1.500H16M8 20H5.500A1.500 1.500 0 0 1 4 18.500V16"/><rect x="8" y="8" width="8" height="8" rx="1"/>`,
  ),
  lock: drawn(svg`<rect x="5" y="10.500" width="14" height="9.500" rx="2"/><path d="M8 10.500V7.500a4 4 0 0 1 8 0v3M12 14.500v2"/>`),
  steps: drawn(svg`<path d="M5 5.500v13l9-6.500zM18.500 5.500v13"/>`),
  countdown: drawn(svg`<circle cx="12" cy="13" r="7.500"/><path d="M12 9v4l2.500 2M9.500 2.500h5M12 2.500v3"/>`),
  chevron: drawn(svg`<path d="m9 5 7 7-7 7"/>`),
}

export type IconName = keyof typeof icons
