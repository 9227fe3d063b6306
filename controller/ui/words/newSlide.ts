/** *Ny slide*: one sheet from thought to glass. */

const nb = {
  title: 'Ny slide',
}

const en: typeof nb = {
  title: 'New slide',
}

export const newSlide = { nb, en }
