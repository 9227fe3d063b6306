/** Telling others of trouble. */

const nb = {
  title: 'Varsling',
}

const en: typeof nb = {
  title: 'Alarms',
}

export const alarms = { nb, en }
