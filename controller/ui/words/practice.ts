/** Words of practising: everything looks real, nothing is sent. */

const nb = {
  title: 'Øvelse',
  begin: 'Øv',
  beginHint: 'Prøv alt på denne telefonen. Ingenting sendes.',
  banner: 'Øvelse – ingenting sendes',
  end: 'Avslutt øvelsen',
  ended: 'Øvelsen er slutt. Nå er det på ordentlig.',
  would: (n: number) =>
    n === 0 ? 'Dette ville ikke stått på noen skjerm' : n === 1 ? 'Dette ville stått på 1 skjerm' : `Dette ville stått på ${n} skjermer`,
  places: (names: string, more: number) => (more === 0 ? names : `${names} og ${more} til`),
  notSent: 'Ingenting er sendt.',
  onlyHere: 'Øvelse: står bare på denne telefonen',
  goOn: 'Øv videre',
}

const en: typeof nb = {
  title: 'Practice',
  begin: 'Practise',
  beginHint: 'Try anything on this phone. Nothing is sent.',
  banner: 'Practice – nothing is sent',
  end: 'End the practice',
  ended: 'The practice is over. Now it is for real.',
  would: (n) =>
    n === 0 ? 'This would not stand on any screen' : n === 1 ? 'This would stand on 1 screen' : `This would stand on ${n} screens`,
  places: (names, more) => (more === 0 ? names : `${names} and ${more} more`),
  notSent: 'Nothing has been sent.',
  onlyHere: 'Practice: stands on this phone alone',
  goOn: 'Go on practising',
}

export const practice = { nb, en }
