/** Words of split screens and of versions of a slide, in both languages. */

const nb = {
  split: {
    way: 'Inndeling',
    ways: {
      sidebar: 'Sidefelt',
      strip: 'Stripe nederst',
      halves: 'To halvdeler',
      corner: 'Felt i hjørnet',
      columns: 'Tre kolonner',
      quarters: 'Fire ruter',
    },
    what: 'Spilleliste i hver del',
    parts: {
      sidebar: ['Hovedflaten', 'Sidefeltet'],
      strip: ['Hovedflaten', 'Stripen nederst'],
      halves: ['Venstre', 'Høyre'],
      corner: ['Hele skjermen', 'Feltet i hjørnet'],
      columns: ['Venstre', 'Midten', 'Høyre'],
      quarters: ['Oppe til venstre', 'Oppe til høyre', 'Nede til venstre', 'Nede til høyre'],
    } as Readonly<Record<string, readonly string[]>>,
    part: (n: number) => `Del ${n}`,
    clock: 'Hver del følger klokka: den samme listen står på det samme på alle skjermer.',
    gone: 'Slettet spilleliste',
  },
  versions: {
    label: 'Utgaver av sliden',
    add: 'Egen utgave for …',
    others: 'Alle andre skjermer',
    for: {
      portrait: 'Stående skjermer',
      lofi: 'Svake bokser',
      near: 'Skjermer på nært hold',
      passage: 'Skjermer i passasje',
      hall: 'Skjermer langt unna',
    },
    help: {
      portrait: 'Står på skjermer som henger på høykant.',
      lofi: 'Står der boksen bare klarer stillbilder.',
      near: 'Står der folk leser på en armlengdes avstand.',
      passage: 'Står der folk går forbi på noen meters hold.',
      hall: 'Står der folk leser tvers over hallen.',
    },
    remove: 'Fjern utgaven',
  },
}

const en: typeof nb = {
  split: {
    way: 'Layout',
    ways: {
      sidebar: 'Sidebar',
      strip: 'Strip at the bottom',
      halves: 'Two halves',
      corner: 'Corner box',
      columns: 'Three columns',
      quarters: 'Four boxes',
    },
    what: 'Playlist in each part',
    parts: {
      sidebar: ['Main area', 'Sidebar'],
      strip: ['Main area', 'Strip at the bottom'],
      halves: ['Left', 'Right'],
      corner: ['Whole screen', 'Corner box'],
      columns: ['Left', 'Middle', 'Right'],
      quarters: ['Top left', 'Top right', 'Bottom left', 'Bottom right'],
    },
    part: (n: number) => `Part ${n}`,
    clock: 'Each part follows the clock: the same list stands at the same place on every screen.',
    gone: 'Deleted playlist',
  },
  versions: {
    label: 'Versions of the slide',
    add: 'Its own version for …',
    others: 'All other screens',
    for: {
      portrait: 'Upright screens',
      lofi: 'Weak boxes',
      near: 'Screens close by',
      passage: 'Screens in passages',
      hall: 'Screens far away',
    },
    help: {
      portrait: 'Stands on screens that hang upright.',
      lofi: 'Stands where the box manages still pictures only.',
      near: 'Stands where people read at arm’s length.',
      passage: 'Stands where people walk past at a few metres.',
      hall: 'Stands where people read across the hall.',
    },
    remove: 'Remove this version',
  },
}

export const slideParts = { nb, en }
