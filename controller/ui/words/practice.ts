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
  box: 'Dette er en øvelsesboks. Skriv koden som står på den, eller skann den med en annen telefon.',
  boxShows: (code: string) => ` Koden er ${code}.`,
  keyTitle: 'Nøkkelen var en øvelse',
  keyText: 'Lenken ble laget for å øve, og gjelder ingen skjerm. Be den som ga deg den, om en ny.',
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
  box: 'This is a practice box. Type the code that stands on it, or scan it with another phone.',
  boxShows: (code) => ` The code is ${code}.`,
  keyTitle: 'The key was practice',
  keyText: 'The link was made for practice and is not valid for any screen. Ask who gave it to you for a new one.',
}

export const practice = { nb, en }
