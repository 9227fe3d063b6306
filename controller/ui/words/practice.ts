/** Practising: everything looks real, nothing is sent. */

const nb = {
  title: 'Øvelse',
}

const en: typeof nb = {
  title: 'Practice',
}

export const practice = { nb, en }
