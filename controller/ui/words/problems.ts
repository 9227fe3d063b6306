/** A sentence a volunteer understands for every refusal of the controller, in both languages. */
import type { ProblemBody, ProblemCode } from '@infoskjerm/shared/wire/problem.ts'
import type { Language } from './language.ts'

type Params = ProblemBody['params']
type Sentence = string | ((params: Params, path: string) => string)
type Code = ProblemCode | 'offline'

/** The parameter as text, or `otherwise` where the refusal does not carry it. */
function param(params: Params, name: string, otherwise: string): string {
  const value = params[name]
  return value === undefined ? otherwise : String(value)
}

/** `said` with the parameter where the refusal carries it, else `otherwise`. */
function where(params: Params, name: string, said: (value: string) => string, otherwise: string): string {
  const value = params[name]
  return value === undefined ? otherwise : said(String(value))
}

const megabyte = 1_000_000

/** Bytes as people say them: `500 MB`, below a megabyte `256 kB`. */
function size(bytes: string): string {
  const n = Number(bytes)
  return n < megabyte ? `${Math.floor(n / 1_000)}\u00a0kB` : `${count(String(Math.floor(n / megabyte)))}\u00a0MB`
}

/** The number of a parameter in thousands with thin joints: `20 000`. */
function count(value: string): string {
  return value.replace(/\B(?=(\d{3})+$)/g, '\u00a0')
}

/** Names in a list as the controller joins them: few are said, more are counted by nobody. */
const quotedNb = (names: string) =>
  names
    .split(', ')
    .map((name) => `«${name}»`)
    .join(', ')
const quotedEn = (names: string) =>
  names
    .split(', ')
    .map((name) => `“${name}”`)
    .join(', ')

const nb: Readonly<Record<Code, Sentence>> = {
  offline: 'Ingen kontakt med serveren. Det du skrev står her fortsatt; prøv igjen om litt.',
  invalid: 'Noe her kan ikke stå slik. Se over feltet og prøv igjen.',
  json: 'Siden og serveren forsto ikke hverandre. Last siden på nytt.',
  'too-large': (p) =>
    where(
      p,
      'mostBytes',
      (most) => `Det er for stort. Høyst ${size(most)}.`,
      where(
        p,
        'bytes',
        () => 'Det er for mange nødmeldinger på en gang. Avslutt en, eller velg hele områder.',
        where(
          p,
          'most',
          (most) => `Bildet er for stort. Høyst ${Math.floor(Number(most) / megabyte)}\u00a0millioner punkter.`,
          'Det er for stort.',
        ),
      ),
    ),
  'missing-field': 'Et felt mangler.',
  'unknown-field': 'Siden er eldre enn serveren. Last siden på nytt.',
  'too-long': (p) =>
    where(
      p,
      'mostItems',
      (most) => `Det er for mange. Høyst ${count(most)}.`,
      where(p, 'most', (most) => `Teksten er for lang. Høyst ${count(most)}\u00a0tegn.`, 'Teksten er for lang.'),
    ),
  'too-short': (p) =>
    where(
      p,
      'least',
      (least) => (least === '1' ? 'Feltet må fylles ut.' : `Teksten er for kort. Minst ${least}\u00a0tegn.`),
      'Teksten er for kort.',
    ),
  'not-found': 'Det finnes ikke lenger. Noen kan ha slettet det.',
  'unknown-reference': 'Noe det viser til, finnes ikke lenger. Velg på nytt.',
  'in-use': (p, path) =>
    path === 'role'
      ? 'Minst én konto må ha lov til alt. Gi noen andre den retten først.'
      : where(
          p,
          'names',
          (names) => `Det er i bruk av ${quotedNb(names)}, og kan ikke slettes før det er tatt ut der.`,
          where(
            p,
            'by',
            (by) => `Det er i bruk i ${quotedNb(by)}, og kan ikke slettes før det er tatt ut der.`,
            'Det er i bruk, og kan ikke slettes før det er tatt ut der.',
          ),
        ),
  conflict: 'Noen andre endret dette samtidig. Se hva som står nå, og prøv igjen.',
  duplicate: (p) => where(p, 'name', (name) => `Navnet «${name}» er opptatt. Velg et annet.`, 'Navnet er opptatt. Velg et annet.'),
  'sign-in': 'Du er logget ut. Logg inn igjen.',
  'wrong-password': (_, path) =>
    path === 'password.old' ? 'Det er ikke passordet du har nå.' : 'Brukernavnet eller passordet stemmer ikke.',
  forbidden: 'Kontoen din har ikke lov til dette. Spør en som kan alt.',
  insecure: 'Crew-sidene virker bare over en sikker forbindelse. Åpne adressen som begynner med https.',
  'too-many': (p) =>
    where(
      p,
      'minutes',
      (minutes) => `For mange forsøk. Vent ${minutes}\u00a0min og prøv igjen.`,
      where(p, 'most', (most) => `Det er ikke plass til flere. Høyst ${count(most)}.`, 'For mange forsøk. Vent litt og prøv igjen.'),
    ),
  'duration-too-short': (p) =>
    where(p, 'leastMs', (least) => `Så kort rekker ingen å lese. Minst ${Number(least) / 1_000}\u00a0s.`, 'Så kort rekker ingen å lese.'),
  'layout-in-layout': (p) =>
    where(p, 'way', (way) => `En inndelt slide kan ikke stå inni en annen: ${way}.`, 'En inndelt slide kan ikke stå inni en annen.'),
  'playlist-cycle': (p) =>
    where(p, 'way', (way) => `En spilleliste kan ikke ligge i seg selv: ${way}.`, 'En spilleliste kan ikke ligge i seg selv.'),
  'playlist-empty': (p) =>
    where(
      p,
      'by',
      (by) => `«${param(p, 'name', '')}» er tom, og ${quotedNb(by)} viser den. Legg i minst én slide.`,
      where(
        p,
        'name',
        (name) => `«${name}» har ingenting å vise ennå. Legg i minst én slide, og vis den på skjermene.`,
        'Spillelisten er tom og ville ikke vist noe. Legg i minst én slide.',
      ),
    ),
  'playlist-too-deep': (p) =>
    `For mange spillelister inni hverandre. Høyst ${param(p, 'most', 'fire')}\u00a0nivåer${where(p, 'way', (way) => `: ${way}`, '')}.`,
  'end-before-start': 'Slutten er før starten.',
  'rule-malformed': (p) => `Gjentakelsen kan ikke leses ved «${param(p, 'part', '?')}».`,
  'rule-unsupported': (p) => `Gjentakelser her kan ikke ha «${param(p, 'part', '?')}».`,
  'rule-empty': 'Det blir aldri noe av denne gjentakelsen. Se på datoene.',
  'manual-needs-exclusive': 'Det som styres for hånd, må ha plassen for seg selv.',
  'time-does-not-exist': (p) =>
    `Klokka ${param(p, 'time', 'den tiden')} finnes ikke den natten: klokka stilles fram. Velg ${param(p, 'before', '01:59')} eller ${param(p, 'after', '03:00')}.`,
  'nothing-to-publish': 'Det er ikke noe nytt å vise. Alt står allerede på skjermene.',
  'nothing-to-undo': 'Det er allerede angret, eller kan ikke angres lenger.',
  'pairing-code': 'Ingen skjerm viser den koden nå. Les den en gang til; den skifter hvert tiende minutt.',
  'media-type': 'Den filen kan vi ikke vise. Bruk JPEG, PNG, WebP, MP4 eller WebM.',
  'media-broken': 'Filen er skadet og kan ikke åpnes. Prøv å lagre den på nytt.',
  'disk-full': 'Det er ikke plass til mer på serveren. Slett noe dere ikke bruker.',
  invitation: 'Invitasjonen er brukt eller gått ut. Be om en ny.',
  'override-unknown': 'Nødmeldingen finnes ikke lenger.',
  audience: (p) =>
    where(
      p,
      'names',
      (names) => `Dette er bare for crew, og kan ikke vises på ${quotedNb(names)}. Velg skjermer som bare crew ser.`,
      'Dette er bare for crew. Velg skjermer som bare crew ser.',
    ),
  'forbidden-area': (_, path) =>
    path === 'target'
      ? 'Velg områdene dine, eller skjermer i dem. Dette kan komme til å gjelde skjermer andre steder også.'
      : 'Du har ikke lov til dette her. Velg et område som er ditt, eller spør en som styrer hele hallen.',
  'no-screens': 'Det er ingen skjermer der. Velg et annet sted.',
  practice: 'Du øver nå, så ingenting ble sendt.',
  'fewer-happenings': (p) =>
    `Tabellen ville tatt bort over halvparten av programmet: ${param(p, 'had', 'mange')} blir ${param(p, 'would', 'få')}. Se over den, eller si at det er meningen.`,
  'crew-cycle': 'Et crew kan ikke ligge inne i seg selv.',
  key: 'Denne lenka er brukt opp eller for gammel. Be om en ny.',
  webhook: (p) =>
    where(p, 'status', (status) => `Adressen tok ikke imot (svar ${status}). Se over den.`, 'Adressen svarte ikke. Se over den.'),
  'event-over': 'Arrangementet er avsluttet.',
  contrast: ({ ratio, colour }) =>
    `Ordene kan ikke leses på avstand: kontrasten ${ratio === undefined ? 'er for liten' : `er ${String(ratio).replace('.', ',')}:1, og må være 7:1`}.${(colour ?? '') === '' ? '' : ` Nærmeste farge som går, er ${colour}.`}`,
  internal: 'Noe gikk galt hos oss. Ingenting er endret på skjermene.',
}

const en: Readonly<Record<Code, Sentence>> = {
  offline: 'No contact with the server. What you wrote is still here; try again in a moment.',
  invalid: 'Something here cannot stand like that. Check the field and try again.',
  json: 'The page and the server did not understand each other. Reload the page.',
  'too-large': (p) =>
    where(
      p,
      'mostBytes',
      (most) => `That is too large. At most ${size(most)}.`,
      where(
        p,
        'bytes',
        () => 'There are too many emergency messages at once. End one, or choose whole areas.',
        where(
          p,
          'most',
          (most) => `The picture is too large. At most ${Math.floor(Number(most) / megabyte)}\u00a0million pixels.`,
          'That is too large.',
        ),
      ),
    ),
  'missing-field': 'A field is missing.',
  'unknown-field': 'This page is older than the server. Reload the page.',
  'too-long': (p) =>
    where(
      p,
      'mostItems',
      (most) => `There are too many. At most ${count(most)}.`,
      where(p, 'most', (most) => `The text is too long. At most ${count(most)}\u00a0characters.`, 'The text is too long.'),
    ),
  'too-short': (p) =>
    where(
      p,
      'least',
      (least) => (least === '1' ? 'The field must be filled in.' : `The text is too short. At least ${least}\u00a0characters.`),
      'The text is too short.',
    ),
  'not-found': 'It is no longer there. Somebody may have deleted it.',
  'unknown-reference': 'Something it refers to is no longer there. Choose again.',
  'in-use': (p, path) =>
    path === 'role'
      ? 'At least one account must be able to do everything. Give that to somebody else first.'
      : where(
          p,
          'names',
          (names) => `It is in use by ${quotedEn(names)} and cannot be deleted before it is taken out there.`,
          where(
            p,
            'by',
            (by) => `It is in use in ${quotedEn(by)} and cannot be deleted before it is taken out there.`,
            'It is in use and cannot be deleted before it is taken out there.',
          ),
        ),
  conflict: 'Somebody else changed this at the same time. See what stands now, and try again.',
  duplicate: (p) => where(p, 'name', (name) => `The name “${name}” is taken. Choose another.`, 'The name is taken. Choose another.'),
  'sign-in': 'You are signed out. Sign in again.',
  'wrong-password': (_, path) =>
    path === 'password.old' ? 'That is not the password you have now.' : 'The user name or the password is not right.',
  forbidden: 'Your account may not do this. Ask somebody who can do everything.',
  insecure: 'The crew pages work only over a secure connection. Open the address that begins with https.',
  'too-many': (p) =>
    where(
      p,
      'minutes',
      (minutes) => `Too many attempts. Wait ${minutes}\u00a0min and try again.`,
      where(p, 'most', (most) => `There is no room for more. At most ${count(most)}.`, 'Too many attempts. Wait a little and try again.'),
    ),
  'duration-too-short': (p) =>
    where(
      p,
      'leastMs',
      (least) => `Nobody can read something that short. At least ${Number(least) / 1_000}\u00a0s.`,
      'Nobody can read something that short.',
    ),
  'layout-in-layout': (p) =>
    where(p, 'way', (way) => `A divided slide cannot stand inside another: ${way}.`, 'A divided slide cannot stand inside another.'),
  'playlist-cycle': (p) => where(p, 'way', (way) => `A playlist cannot lie inside itself: ${way}.`, 'A playlist cannot lie inside itself.'),
  'playlist-empty': (p) =>
    where(
      p,
      'by',
      (by) => `“${param(p, 'name', '')}” is empty, and ${quotedEn(by)} shows it. Add at least one slide.`,
      where(
        p,
        'name',
        (name) => `“${name}” has nothing to show yet. Add at least one slide, and show it on the screens.`,
        'The playlist is empty and would show nothing. Add at least one slide.',
      ),
    ),
  'playlist-too-deep': (p) =>
    `Too many playlists inside each other. At most ${param(p, 'most', 'four')}\u00a0levels${where(p, 'way', (way) => `: ${way}`, '')}.`,
  'end-before-start': 'The end is before the start.',
  'rule-malformed': (p) => `The repetition cannot be read at “${param(p, 'part', '?')}”.`,
  'rule-unsupported': (p) => `Repetitions here cannot have “${param(p, 'part', '?')}”.`,
  'rule-empty': 'This repetition never happens. Look at the dates.',
  'manual-needs-exclusive': 'What is stepped by hand must have its place to itself.',
  'time-does-not-exist': (p) =>
    `${param(p, 'time', 'That time')} does not exist that night: the clock goes forward. Choose ${param(p, 'before', '01:59')} or ${param(p, 'after', '03:00')}.`,
  'nothing-to-publish': 'There is nothing new to show. Everything is on the screens already.',
  'nothing-to-undo': 'It is undone already, or can no longer be undone.',
  'pairing-code': 'No screen shows that code now. Read it once more; it changes every ten minutes.',
  'media-type': 'We cannot show that file. Use JPEG, PNG, WebP, MP4 or WebM.',
  'media-broken': 'The file is damaged and cannot be opened. Try to save it again.',
  'disk-full': 'There is no more room on the server. Delete something you do not use.',
  invitation: 'The invitation is used or has run out. Ask for a new one.',
  'override-unknown': 'The emergency message is no longer there.',
  audience: (p) =>
    where(
      p,
      'names',
      (names) => `This is for crew alone, and cannot be shown on ${quotedEn(names)}. Choose screens that only crew see.`,
      'This is for crew alone. Choose screens that only crew see.',
    ),
  'forbidden-area': (_, path) =>
    path === 'target'
      ? 'Choose areas of yours, or screens in them. This may come to mean screens elsewhere too.'
      : 'You may not do this here. Choose an area of yours, or ask somebody who runs the whole hall.',
  'no-screens': 'There are no screens there. Choose another place.',
  practice: 'You are practising, so nothing was sent.',
  'fewer-happenings': (p) =>
    `The table would take away more than half of the programme: ${param(p, 'had', 'many')} would be ${param(p, 'would', 'few')}. Look it over, or say that you mean it.`,
  'crew-cycle': 'A crew cannot be inside itself.',
  key: 'This link is used up or too old. Ask for a new one.',
  webhook: (p) =>
    where(
      p,
      'status',
      (status) => `The address did not take it (answer ${status}). Look it over.`,
      'The address did not answer. Look it over.',
    ),
  'event-over': 'The event is over.',
  contrast: ({ ratio, colour }) =>
    `The words cannot be read from afar: the contrast ${ratio === undefined ? 'is too low' : `is ${ratio}:1, and has to be 7:1`}.${(colour ?? '') === '' ? '' : ` The nearest colour that works is ${colour}.`}`,
  internal: 'Something went wrong on our side. Nothing is changed on the screens.',
}

/** Every sentence, by language and code. */
export const problems = { nb, en }

/** The sentence for a refusal: its code, what fills the sentence, and the field it is about. */
export function sentenceFor(language: Language, code: Code, params: Params, path: string): string {
  const sentence = problems[language][code]
  return typeof sentence === 'string' ? sentence : sentence(params, path)
}
