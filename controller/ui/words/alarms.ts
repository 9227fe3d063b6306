/** Words of telling others of trouble. */

const nb = {
  title: 'Varsling',
  text: 'Når en skjerm i drift trenger noen, kan infoskjerm si fra i en chat: én gang når det begynner, én gang når det er over.',
  quiet: 'Stille om det som er ute av drift, og mens dere rigger.',
  address: 'Adressen fra chatten',
  addressHint: 'Lim inn adressen som chatten gir for innkommende meldinger. Behandle den som et passord.',
  set: 'En adresse er satt.',
  notSet: 'Ingen blir varslet.',
  show: 'Vis adressen',
  hide: 'Skjul adressen',
  change: 'Bytt adresse',
  remove: 'Slutt å varsle',
  test: 'Send en prøve',
  testing: 'Sender …',
  tested: 'Prøven kom fram',
  saved: 'Varslingen er lagret',
  removed: 'Ingen blir varslet lenger',
  lastTaken: (when: string) => `Siste melding kom fram ${when}.`,
  lastFailed: (when: string) => `Siste melding kom ikke fram ${when}. Se over adressen, og send en prøve.`,
}

const en: typeof nb = {
  title: 'Alarms',
  text: 'When a screen in service needs somebody, infoskjerm can say so in a chat: once when it begins, once when it is over.',
  quiet: 'Silent about what is out of service, and while you set up.',
  address: 'The address from the chat',
  addressHint: 'Paste the address that the chat gives for incoming messages. Treat it like a password.',
  set: 'An address is set.',
  notSet: 'Nobody is told.',
  show: 'Show the address',
  hide: 'Hide the address',
  change: 'Change the address',
  remove: 'Stop telling',
  test: 'Send a test',
  testing: 'Sending …',
  tested: 'The test arrived',
  saved: 'The alarms are saved',
  removed: 'Nobody is told any more',
  lastTaken: (when) => `The last message arrived ${when}.`,
  lastFailed: (when) => `The last message did not arrive ${when}. Look over the address, and send a test.`,
}

export const alarms = { nb, en }
