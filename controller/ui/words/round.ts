/** *Runde*: a walk past the screens. */

const nb = {
  title: 'Runde',
}

const en: typeof nb = {
  title: 'Round',
}

export const round = { nb, en }
