/** The typeface of a theme, taken from the media of the venue: never from anywhere else. */

/** Makes the typeface of this hash known to the page, once, and answers its family name. Until it is here, and for good where it cannot be read, the built-in typeface stands in. */
export function themeFont(hash: string, mediaUrl: (hash: string) => string): string {
  const family = `theme-${hash.slice(0, 16)}`
  if ([...document.fonts].some((face) => face.family.replaceAll(/["']/g, '') === family && face.status !== 'error')) return family
  // A variable file holds all weights and widths; of a plain one the browser uses the one that it has.
  const face = new FontFace(family, `url("${mediaUrl(hash)}")`, { weight: '100 900', stretch: '62% 125%' })
  document.fonts.add(face)
  // The rejection says no more than `status` does.
  face.load().catch(() => document.fonts.delete(face))
  return family
}
