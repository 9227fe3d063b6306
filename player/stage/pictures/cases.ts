/** The contact sheet: every kind and board that can stand on the glass, each at the moment that tries it hardest. */
import { html, type TemplateResult } from 'lit'
import type { Fallback, Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { Slot } from '@infoskjerm/shared/model/manifest.ts'
import type { Ending, Override } from '@infoskjerm/shared/model/override.ts'
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import type { Distance } from '@infoskjerm/shared/model/screen.ts'
import { noticeContent } from '@infoskjerm/shared/model/notice.ts'
import type { Picture, ProgrammeContent, Region, SlideContent, TextContent } from '@infoskjerm/shared/model/slide.ts'
import type { ThemeBody } from '@infoskjerm/shared/model/theme.ts'
import { type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import '../boards/fallback.ts'
import '../boards/name.ts'
import '../boards/offline.ts'
import '../boards/override.ts'
import '../boards/pairing.ts'
import '../kinds/data.ts'
import '../kinds/feed.ts'
import '../kinds/happening.ts'
import '../kinds/layout.ts'
import '../kinds/map.ts'
import '../kinds/qr.ts'
import '../kinds/results.ts'
import '../kinds/stream.ts'
import '../slide-view.ts'
import '../slots/small.ts'
import '../stage.ts'
import { at, friday, override, programme, showing, slide, svgPicture, words } from '../testing/samples.ts'
import { contextOf, type Glass } from './sample-glass.ts'

type Case = (glass: Glass) => TemplateResult

export const landscapeScene = svgPicture(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1920 1080" width="1920" height="1080"><defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="#14213d"/><stop offset=".55" stop-color="#b5487a"/><stop offset=".8" stop-color="#f2a65a"/></linearGradient></defs><rect width="1920" height="1080" fill="url(#s)"/><circle cx="1360" cy="640" r="150" fill="#ffe3b0"/><path d="M0 820Q300 640 620 790T1200 740T1920 700V1080H0Z" fill="#2b1d3a"/><path d="M0 920Q400 800 900 900T1920 860V1080H0Z" fill="#160f22"/></svg>`,
)
export const logo = svgPicture(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 260" width="900" height="260"><g fill="#0a4da2"><circle cx="130" cy="130" r="110"/><path d="M130 40l60 150-60-34-60 34z" fill="#fff"/></g><path fill="#0a4da2" d="M290 70h30l70 84V70h30v120h-30l-70-84v84h-30zM450 70h90v24h-62v24h54v24h-54v24h62v24h-90zM560 70h100v24h-36v96h-28V94h-36zM680 70h100v24h-36v96h-28V94h-36z"/></svg>`,
)
const picture = (hash: string, widthPx: number, heightPx: number): Picture => ({ hash, type: 'image/svg+xml', widthPx, heightPx })

const text = (more: Partial<TextContent>): TextContent => ({
  kind: 'text',
  title: words(''),
  body: words(''),
  tone: 'night',
  picture: null,
  ...more,
})
const programmeOf = (of: ProgrammeContent['of']): ProgrammeContent => ({ kind: 'programme', heading: words(''), of })

const show =
  (content: SlideContent, now = friday, distance: Distance = 'hall', look: Partial<ThemeBody> | null = null): Case =>
  (glass) =>
    html`<is-slide .slide=${slide(content)} .context=${contextOf(glass, { distance, now: () => now }, look)}></is-slide>`

/** With the demo show as somebody corrected it; `undefined`: it is gone. */
const corrected =
  (content: SlideContent, now: Instant, change: Partial<Happening> | undefined, distance: Distance = 'hall'): Case =>
  (glass) => {
    const given = contextOf(glass, { distance, now: () => now })
    const happenings = programme.happenings.flatMap((one) =>
      one.id !== 'demoshow' ? [one] : change === undefined ? [] : [{ ...one, ...change }],
    )
    return html`<is-slide .slide=${slide(content)} .context=${{ ...given, programme: { ...programme, happenings } }}></is-slide>`
  }

const toDemoshow = (edge: 'start' | 'end'): SlideContent => ({
  kind: 'countdown',
  title: words('Demoshow på hovedscenen om', 'Demo show on the main stage in'),
  to: { kind: 'happening', happening: 'demoshow', edge },
  finished: words(''),
})

const results: Extract<SlideContent, { kind: 'results' }> = {
  kind: 'results',
  title: words('Fast Music Compo', 'Fast Music Compo'),
  rows: ['Ekko', 'Nordlys', 'Kubikk', 'Pulsar', 'Bølge', 'Sinus', 'Ridderhatt', 'Firkant'].map((name, at) => ({
    place: at < 3 ? at + 1 : at === 3 ? 3 : at + 1,
    name,
    by: at % 2 === 0 ? 'av Ada og Bo i laget med det lange navnet' : 'Cy',
    points: at === 4 ? '' : `${92 - at * 3} p`,
  })),
  revealed: 0,
}

/** As a monitor of the network writes it. */
const traffic = JSON.stringify({
  clients: 4812,
  before: 4790,
  out: 187.25,
  outBefore: 201.5,
  temp: '41',
  ports: 1296,
  big: 1_234_567,
  gone: null,
})
const figures: Extract<SlideContent, { kind: 'data' }>['figures'] = [
  { label: words('Maskiner på nett', 'Machines online'), path: '/clients', before: '/before', unit: '', decimals: 0 },
  { label: words('Ut av hallen', 'Out of the hall'), path: '/out', before: '/outBefore', unit: 'Gbit/s', decimals: 1 },
  { label: words('Varmeste svitsj', 'Hottest switch'), path: '/temp', before: null, unit: '°C', decimals: 0 },
  { label: words('Porter', 'Ports'), path: '/ports', before: '/ports', unit: '', decimals: 0 },
  { label: words('Pakker i sekundet', 'Packets a second'), path: '/big', before: null, unit: '', decimals: 0 },
  { label: words('Ikke målt ennå', 'Not measured yet'), path: '/gone', before: null, unit: 'Gbit/s', decimals: 0 },
]
const plan = svgPicture(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1000" width="1600" height="1000"><rect width="1600" height="1000" fill="#e8e4da"/><path d="M80 500Q800-260 1520 500T80 500Z" fill="#f7f4ec" stroke="#5b5647" stroke-width="12"/><g fill="#cfc8b8"><rect x="420" y="300" width="760" height="90"/><rect x="360" y="430" width="880" height="90"/><rect x="420" y="560" width="760" height="90"/></g></svg>`,
)
const places = [
  { letter: 'A', name: words('Hovedscenen', 'Main stage'), xPct: 50, yPct: 20 },
  { letter: 'B', name: words('Esportscenen', 'Esport stage'), xPct: 82, yPct: 48 },
  { letter: 'C', name: words('Kreativia', 'Creative stage'), xPct: 18, yPct: 48 },
  { letter: 'K', name: words('Kiosken i andre etasje, ved trappen mot nord', 'The kiosk upstairs'), xPct: 34, yPct: 72 },
]
const here = { screen: 'inngang-nord', xPct: 60, yPct: 78, facingDeg: 315 }

const over =
  (template: string, status: Override['status'] = 'actual', ending: Ending | null = null, exits: 'exit' | 'left' | 'none' = 'exit'): Case =>
  (glass) => {
    const { override: message } = override(template, status, ending)
    const base = contextOf(glass)
    const screen = base.screen
    const exit = screen?.exits[0]
    const known =
      exits === 'none' || screen === null || exit === undefined
        ? []
        : [exits === 'left' ? { ...exit, name: 'Utgang 7 ved Hovedscenen', direction: 'left' as const } : exit]
    const own = { ...base, screen: screen === null ? null : { ...screen, exits: known } }
    return html`<is-override-board .override=${message} .ending=${ending} .context=${own}></is-override-board>`
  }

const fall =
  (reason: Fallback['reason']): Case =>
  (glass) =>
    html`<is-fallback .reason=${reason} .context=${contextOf(glass)}></is-fallback>`

const all = programmeOf({ scope: 'all' })

/** A whole glass, with what stands in each slot. */
const slotted =
  (contents: Readonly<Partial<Record<Slot, SlideContent>>>, now = friday): Case =>
  (glass) => {
    const own = Object.entries(contents).map(([slot, content]) => [slot, showing(slot, content, later(now, -4_000))])
    const standing = { slots: Object.fromEntries(own), until: later(now, 60_000) } as Scene
    return html`<is-stage .scene=${standing} .context=${contextOf(glass, { now: () => now })}></is-stage>`
  }
const doors = text({
  title: words('Dørene stenger 23:00', 'Doors close at 23:00'),
  body: words('Bruk Inngang nord etter det.', 'Use the north entrance after that.'),
})
const countdown: SlideContent = {
  kind: 'countdown',
  title: words('Fast Music', 'Fast Music'),
  to: { kind: 'instant', at: later(friday, 754_000) },
  finished: words(''),
}

const halves = ({ portrait }: Glass): readonly Region[] =>
  [0, 50].map((fromPct) => ({
    xPct: portrait ? 0 : fromPct,
    yPct: portrait ? fromPct : 0,
    widthPct: portrait ? 100 : 50,
    heightPct: portrait ? 50 : 100,
    playlist: 'p',
  }))

export const cases: Readonly<Record<string, Case>> = {
  'programme-hall': show(all),
  'programme-passage': show(all, friday, 'passage'),
  'programme-near': show(all, friday, 'near'),
  'programme-stage': show(programmeOf({ scope: 'stage', stage: 'kreativia' }), at('2027-03-26T20:10:00Z')),
  'programme-changes': show(all, at('2027-03-26T20:50:00Z'), 'passage'),
  'programme-open': corrected(all, at('2027-03-26T23:05:00Z'), { open: true, end: at('2027-03-27T02:50:00Z') }),
  'programme-moved-away': show(programmeOf({ scope: 'stage', stage: 'lounge' }), at('2027-03-26T19:45:00Z'), 'passage'),
  'programme-midnight': show(programmeOf({ scope: 'stage', stage: 'lounge' }), at('2027-03-26T22:50:00Z')),
  'programme-empty': show(programmeOf({ scope: 'stage', stage: 'hovedscenen' }), at('2027-03-27T00:10:00Z')),
  'programme-tomorrow': show(programmeOf({ scope: 'stage', stage: 'esport' }), at('2027-03-26T23:10:00Z'), 'passage'),
  'slots-ticker': slotted({ main: all, ticker: doors }),
  'slots-programme': slotted({ main: text({ title: words('Husk å sove', 'Remember to sleep') }), ticker: all, corner: countdown }),
  'slots-all': slotted({
    main: {
      kind: 'image',
      picture: picture(landscapeScene, 1920, 1080),
      fit: 'cover',
      tone: 'night',
      caption: words('Vinneren av fotokonkurransen', 'Winner of the photo competition'),
    },
    banner: text({ title: words('Demoshowet er flyttet til Kreativia', 'The demo show has moved to Kreativia'), tone: 'accent' }),
    ticker: doors,
    corner: { kind: 'clock', heading: words('') },
  }),
  'notice-free': show(noticeContent({ template: 'free', values: {}, words: words('Køen til Matområdet går til venstre') })),
  'notice-longest': show(
    noticeContent({
      template: 'free',
      values: {},
      words: words('Vi leter etter eieren av en svart ryggsekk som ble '.repeat(4).slice(0, 160)),
    }),
  ),
  'notice-found': show(
    noticeContent({ template: 'found', values: { what: 'Svart ryggsekk med to tastaturer og en halv pizza i' }, words: words('') }),
  ),
  'notice-car': show(noticeContent({ template: 'car', values: { plate: 'AB 12345' }, words: words('') }), friday, 'passage'),
  'notice-call-up': show(noticeContent({ template: 'call-up', values: { who: 'Lag Nordavind', where: 'Esportscenen' }, words: words('') })),
  'text-both': show(
    text({
      title: words('Dusjene er åpne hele natta', 'The showers are open all night'),
      body: words(
        'Du finner dem i garderobe 3 og 4, **bak Hovedscenen**.\n\n- Ta med håndkle\n- La sko stå utenfor\n- Si fra i infodesken hvis noe mangler',
        'In wardrobes 3 and 4, behind the main stage. Bring a towel, and tell the info desk if something is missing.',
      ),
    }),
  ),
  'text-statement': show(text({ title: words('Husk å sove', 'Remember to sleep') })),
  'text-accent': show(text({ title: words('Velkommen til The Gathering', 'Welcome to The Gathering'), tone: 'accent' })),
  'text-paper': show(
    text({
      title: words('Mistet noe?', 'Lost something?'),
      body: words(
        'Infodesken ved Inngang nord har åpent **døgnet rundt**.',
        'The info desk at the north entrance is open round the clock.',
      ),
      tone: 'paper',
    }),
  ),
  'text-long': show(
    text({
      title: words('Arbeidsmiljøundersøkelsesresultatfremleggelse for frivillighetskoordinatorer'),
      body: words(
        'Dette er en lang beskjed som noen skrev uten å tenke på dem som går forbi. '.repeat(16),
        'This is a long message. '.repeat(30),
      ),
    }),
  ),
  'text-picture': show(
    text({
      title: words('Kantina er åpen', 'The canteen is open'),
      body: words('Varm mat til 02:00.\nFrokost fra 07:00.', 'Hot food until 02:00, breakfast from 07:00.'),
      picture: picture(landscapeScene, 1920, 1080),
    }),
  ),
  'image-contain': show({ kind: 'image', picture: picture(logo, 900, 260), fit: 'contain', tone: 'paper', caption: words('') }),
  'image-caption': show({
    kind: 'image',
    picture: picture(landscapeScene, 1920, 1080),
    fit: 'cover',
    tone: 'night',
    caption: words('Vinneren av fotokonkurransen', 'Winner of the photo competition'),
  }),
  'happening-soon': show({ kind: 'happening', happening: 'demoshow', tone: 'night' }, at('2027-03-26T20:50:00Z')),
  'happening-now': show({ kind: 'happening', happening: 'fast-music', tone: 'paper' }),
  'happening-tomorrow': show({ kind: 'happening', happening: 'frokost', tone: 'accent' }),
  'happening-cancelled': show({ kind: 'happening', happening: 'quiz', tone: 'night' }),
  'happening-gone': show({ kind: 'happening', happening: 'borte', tone: 'night' }),
  qr: show({
    kind: 'qr',
    title: words('Stem på årets demo', 'Vote for the demo of the year'),
    caption: words('Åpent til søndag kl. 10', 'Open until Sunday at 10'),
    text: 'https://tg.no/stem/2027',
  }),
  'qr-alone': show({ kind: 'qr', title: words(''), caption: words(''), text: 'https://tg.no/' + 'x'.repeat(200) }),
  'results-some': show({ ...results, revealed: 3 }),
  'results-all': show({ ...results, revealed: 12 }),
  'results-few': show({ ...results, rows: results.rows.slice(0, 3), revealed: 2 }),
  'results-none': show({ ...results, revealed: 0 }),
  'text-author': show(
    text({
      title: words('Ingen stoler i gangene', 'No chairs in the aisles'),
      body: words('De må være fri når vi skal ut.'),
      author: 'Brannvern',
    }),
  ),
  feed: show({
    kind: 'feed',
    heading: words('Nytt fra crew', 'News from crew'),
    items: [
      {
        title: words('Gratis vaffel i Expo kl. 14', 'Free waffles in the expo at 14'),
        intro: words(
          'Kandu spanderer så lenge røra rekker. Ta med koppen din, så blir det kaffe også.',
          'On us while the batter lasts. Bring your cup for coffee.',
        ),
        when: 'i dag 10:12',
        picture: picture(landscapeScene, 1920, 1080),
      },
      { title: words('Andre'), intro: words(''), when: '', picture: null },
      { title: words('Tredje'), intro: words(''), when: '', picture: null },
    ],
  }),
  'feed-words': show({
    kind: 'feed',
    heading: words('Nytt fra crew', 'News from crew'),
    items: [
      {
        title: words('TG27 er i gang!', 'TG27 has begun!'),
        intro: words('Velkommen til Vikingskipet.'),
        when: 'onsdag 09:30',
        picture: null,
      },
    ],
  }),
  data: show({ kind: 'data', title: words('Nettet i hallen', 'The network in the hall'), source: traffic, figures: figures.slice(0, 3) }),
  'data-many': show({ kind: 'data', title: words('Nettet i hallen', 'The network in the hall'), source: traffic, figures }),
  'data-one': show({ kind: 'data', title: words('Nettet i hallen'), source: traffic, figures: figures.slice(0, 1) }),
  map: show({ kind: 'map', title: words('Finn frem', 'Find your way'), picture: picture(plan, 1600, 1000), places, screens: [here] }),
  'map-plain': show({ kind: 'map', title: words(''), picture: picture(plan, 1600, 1000), places: places.slice(0, 2), screens: [] }),
  'countdown-hours': show(
    {
      kind: 'countdown',
      title: words('Frist for Fast Music', 'Fast Music deadline'),
      to: { kind: 'instant', at: later(friday, 7_384_000) },
      finished: words(''),
    },
    friday,
  ),
  'countdown-days': show(
    {
      kind: 'countdown',
      title: words('Til vi åpner dørene', 'Until doors open'),
      to: { kind: 'instant', at: at('2027-03-24T08:00:00Z') },
      finished: words(''),
    },
    at('2027-03-21T19:12:33Z'),
  ),
  'countdown-zero': show(
    {
      kind: 'countdown',
      title: words('Demoshow', 'Demo show'),
      to: { kind: 'happening', happening: 'demoshow', edge: 'start' },
      finished: words(''),
    },
    at('2027-03-26T21:20:01Z'),
  ),
  'countdown-cancelled': corrected(toDemoshow('start'), friday, { cancelled: true }),
  'countdown-gone': corrected(toDemoshow('start'), friday, undefined),
  'countdown-open': corrected(toDemoshow('end'), at('2027-03-26T23:05:00Z'), { open: true }),
  video: show({
    kind: 'video',
    video: { hash: '/film.webm', type: 'video/webm', widthPx: 640, heightPx: 360, durationMs: 2_000 },
    fit: 'contain',
    tone: 'night',
  }),
  web: show({ kind: 'web', url: '/page.html' }),
  'stream-page': show({ kind: 'stream', url: '/page.html', way: 'page', fit: 'cover', instead: null }),
  'layout-two': (glass) =>
    html`<is-slide
      .slide=${slide({ kind: 'layout', tone: 'night', regions: halves(glass) })}
      .regions=${[showing('a', all), showing('b', { kind: 'image', picture: picture(landscapeScene, 1920, 1080), fit: 'cover', tone: 'night', caption: words('') })]}
      .context=${contextOf(glass)}
    ></is-slide>`,
  black: show({ kind: 'black' }),
  'theme-picture': show(all, friday, 'passage', { ground: { kind: 'picture', hash: landscapeScene } }),
  'theme-film': show(text({ title: words('Husk å sove', 'Remember to sleep') }), friday, 'hall', {
    ground: { kind: 'video', hash: '/film.webm' },
  }),
  'theme-logo': (glass) => html`<is-fallback .reason=${'nothing-scheduled'} .context=${contextOf(glass, {}, { logo })}></is-fallback>`,
  clock: show({ kind: 'clock', heading: words('The Gathering 2027') }),
  fallback: fall('nothing-scheduled'),
  closed: fall('closed'),
  pairing: () => html`<is-pairing-board .code=${'KMTR-4HXP'} .address=${'https://10.0.0.2:3443'} .leftMs=${580_000}></is-pairing-board>`,
  name: () => html`<is-name-board .name=${'Hovedscenen vest'} .area=${'Hovedscenen'}></is-name-board>`,
  offline: (glass) => html`${show(all)(glass)}<is-offline-mark></is-offline-mark>`,
  'override-evacuate': over('evacuate'),
  'override-evacuate-left': over('evacuate', 'actual', null, 'left'),
  'override-evacuate-signs': over('evacuate', 'actual', null, 'none'),
  'override-exercise': over('evacuate', 'exercise'),
  'override-stay': over('stay-inside'),
  'override-pause': over('show-stop'),
  'override-unknown': over('something-new'),
  'override-all-clear': over('evacuate', 'actual', 'all-clear'),
  'override-mistake': over('evacuate', 'actual', 'mistake'),
  'override-exercise-over': over('evacuate', 'exercise', 'exercise-over'),
}
