/** Words of how far something has come on its way to the screens. */

const nb = {
  title: 'På skjermene',
  pending: 'På vei til skjermene …',
  shown: (on: number, of: number) => {
    if (of === 1) return on === 1 ? 'Vises på skjermen' : 'Ikke på skjermen ennå'
    return on === of ? `Vises på alle ${of} skjermer` : `Vises på ${on} av ${of} skjermer`
  },
  nowhere: 'Ingen skjerm med boks er berørt',
  see: 'Se hvilke',
  seeAll: (deed: string) => `Se hvilke skjermer: ${deed}`,
  done: 'Alle skjermene viser det.',
  outcomes: {
    failed: 'Kan ikke vise alt',
    substituted: 'Noe annet står i stedet nå',
    'no-contact': 'Ingen kontakt',
    waiting: 'Henter det',
    ready: 'Klar, vises straks',
    showing: 'Viser det',
  },
  hints: {
    failed: 'Se på sliden, eller velg en annen fil.',
    substituted: 'Sliden kommer neste gang det er dens tur.',
    'no-contact': 'Sjekk strøm, så kabel. De viser det når de er tilbake.',
    waiting: '',
    ready: '',
    showing: '',
  },
  why: {
    'not-ready': (slide: string) => `«${slide}» er ikke kommet fram ennå`,
    missing: (slide: string) => `Filen til «${slide}» er ikke kommet fram`,
    broken: (slide: string) => `«${slide}» kan ikke vises her`,
  },
  aSlide: 'En slide',
  untouched: (n: number) =>
    n === 1 ? '1 skjerm er ikke berørt, eller har ingen boks.' : `${n} skjermer er ikke berørt, eller har ingen boks.`,
  forgotten: 'Serveren har startet på nytt siden da, og husker ikke lenger hvor langt dette kom. Skjermene har det de skal ha.',
}

const en: typeof nb = {
  title: 'On the screens',
  pending: 'On its way to the screens …',
  shown: (on, of) => {
    if (of === 1) return on === 1 ? 'Showing on the screen' : 'Not on the screen yet'
    return on === of ? `Showing on all ${of} screens` : `Showing on ${on} of ${of} screens`
  },
  nowhere: 'No screen with a box is concerned',
  see: 'See which',
  seeAll: (deed) => `See which screens: ${deed}`,
  done: 'All screens show it.',
  outcomes: {
    failed: 'Cannot show all of it',
    substituted: 'Something else stands in for now',
    'no-contact': 'No contact',
    waiting: 'Fetching it',
    ready: 'Ready, shows in a moment',
    showing: 'Showing it',
  },
  hints: {
    failed: 'Look at the slide, or choose another file.',
    substituted: 'The slide comes when it is its turn again.',
    'no-contact': 'Check power, then cable. They show it once they are back.',
    waiting: '',
    ready: '',
    showing: '',
  },
  why: {
    'not-ready': (slide) => `“${slide}” has not arrived yet`,
    missing: (slide) => `The file of “${slide}” has not arrived`,
    broken: (slide) => `“${slide}” cannot be shown here`,
  },
  aSlide: 'A slide',
  untouched: (n) => (n === 1 ? '1 screen is not concerned, or has no box.' : `${n} screens are not concerned, or have no box.`),
  forgotten: 'The server has started again since then, and no longer remembers how far this came. The screens have what they should have.',
}

export const operations = { nb, en }
