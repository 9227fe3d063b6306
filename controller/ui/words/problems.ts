/** A sentence a volunteer understands for every refusal of the controller, in both languages. */
import type { ProblemBody, ProblemCode } from '@infoskjerm/shared/wire/problem.ts'
import type { Language } from './language.ts'

type Params = ProblemBody['params']
type Sentence = string | ((params: Params) => string)
type Code = ProblemCode | 'offline'

/** The parameter as text, or `otherwise` where the refusal does not carry it. */
function param(params: Params, name: string, otherwise: string): string {
  const value = params[name]
  return value === undefined ? otherwise : String(value)
}

const nb: Readonly<Record<Code, Sentence>> = {
  offline: 'Ingen kontakt med kontrolleren. Det du skrev står her fortsatt; prøv igjen om litt.',
  invalid: 'Noe her kan ikke stå slik. Se over feltet og prøv igjen.',
  json: 'Siden og kontrolleren forsto ikke hverandre. Last siden på nytt.',
  'too-large': 'Det er for stort.',
  'missing-field': 'Et felt mangler.',
  'unknown-field': 'Siden er eldre enn kontrolleren. Last siden på nytt.',
  'too-long': (p) => (p['max'] === undefined ? 'Teksten er for lang.' : `Teksten er for lang. Høyst ${p['max']} tegn.`),
  'too-short': (p) => (p['min'] === undefined ? 'Teksten er for kort.' : `Teksten er for kort. Minst ${p['min']} tegn.`),
  'not-found': 'Det finnes ikke lenger. Noen kan ha slettet det.',
  'unknown-reference': 'Noe det viser til, finnes ikke lenger. Velg på nytt.',
  'in-use': (p) => `Det er i bruk${p['by'] === undefined ? '' : ` av «${p['by']}»`}, og kan ikke slettes før det er tatt ut der.`,
  conflict: 'Noen andre endret dette samtidig. Se hva som står nå, og prøv igjen.',
  duplicate: 'Navnet er opptatt. Velg et annet.',
  'sign-in': 'Du er logget ut. Logg inn igjen.',
  'wrong-password': 'Brukernavnet eller passordet stemmer ikke.',
  forbidden: 'Kontoen din har ikke lov til dette. Spør en som kan alt.',
  insecure: 'Crew-sidene virker bare over en sikker forbindelse. Åpne adressen som begynner med https.',
  'too-many': 'For mange forsøk. Vent litt og prøv igjen.',
  'duration-too-short': 'Kortere enn ett sekund rekker ingen å lese.',
  'playlist-cycle': (p) =>
    p['path'] === undefined ? 'En spilleliste kan ikke ligge i seg selv.' : `En spilleliste kan ikke ligge i seg selv: ${p['path']}.`,
  'playlist-empty': 'Spillelisten er tom og ville ikke vist noe. Legg i minst én slide.',
  'playlist-too-deep': 'For mange spillelister inni hverandre. Høyst fire nivåer.',
  'end-before-start': 'Slutten er før starten.',
  'time-does-not-exist': (p) =>
    `Klokka ${param(p, 'time', 'den tiden')} finnes ikke den natten: klokka stilles fra 02 til 03. Velg ${param(p, 'before', '01:59')} eller ${param(p, 'after', '03:00')}.`,
  'nothing-to-publish': 'Det er ikke noe nytt å vise. Alt står allerede på skjermene.',
  'nothing-to-undo': 'Det er allerede angret, eller kan ikke angres lenger.',
  'pairing-code': 'Ingen skjerm viser den koden nå. Les den en gang til; den skifter hvert tiende minutt.',
  'media-type': 'Den filen kan vi ikke vise. Bruk JPEG, PNG, WebP, MP4 eller WebM.',
  'media-broken': 'Filen er skadet og kan ikke åpnes. Prøv å lagre den på nytt.',
  'disk-full': 'Det er ikke plass til mer på kontrolleren. Slett noe dere ikke bruker.',
  invitation: 'Invitasjonen er brukt eller gått ut. Be om en ny.',
  'override-unknown': 'Nødmeldingen finnes ikke lenger.',
  internal: 'Noe gikk galt hos oss. Ingenting er endret på skjermene.',
}

const en: Readonly<Record<Code, Sentence>> = {
  offline: 'No contact with the controller. What you wrote is still here; try again in a moment.',
  invalid: 'Something here cannot stand like that. Check the field and try again.',
  json: 'The page and the controller did not understand each other. Reload the page.',
  'too-large': 'That is too large.',
  'missing-field': 'A field is missing.',
  'unknown-field': 'This page is older than the controller. Reload the page.',
  'too-long': (p) => (p['max'] === undefined ? 'The text is too long.' : `The text is too long. At most ${p['max']} characters.`),
  'too-short': (p) => (p['min'] === undefined ? 'The text is too short.' : `The text is too short. At least ${p['min']} characters.`),
  'not-found': 'It is no longer there. Somebody may have deleted it.',
  'unknown-reference': 'Something it refers to is no longer there. Choose again.',
  'in-use': (p) => `It is in use${p['by'] === undefined ? '' : ` by “${p['by']}”`} and cannot be deleted before it is taken out there.`,
  conflict: 'Somebody else changed this at the same time. See what stands now, and try again.',
  duplicate: 'The name is taken. Choose another.',
  'sign-in': 'You are signed out. Sign in again.',
  'wrong-password': 'The user name or the password is not right.',
  forbidden: 'Your account may not do this. Ask somebody who can do everything.',
  insecure: 'The crew pages work only over a secure connection. Open the address that begins with https.',
  'too-many': 'Too many attempts. Wait a little and try again.',
  'duration-too-short': 'Nobody can read something shorter than a second.',
  'playlist-cycle': (p) =>
    p['path'] === undefined ? 'A playlist cannot lie inside itself.' : `A playlist cannot lie inside itself: ${p['path']}.`,
  'playlist-empty': 'The playlist is empty and would show nothing. Add at least one slide.',
  'playlist-too-deep': 'Too many playlists inside each other. At most four levels.',
  'end-before-start': 'The end is before the start.',
  'time-does-not-exist': (p) =>
    `${param(p, 'time', 'That time')} does not exist that night: the clock goes from 02 to 03. Choose ${param(p, 'before', '01:59')} or ${param(p, 'after', '03:00')}.`,
  'nothing-to-publish': 'There is nothing new to show. Everything is on the screens already.',
  'nothing-to-undo': 'It is undone already, or can no longer be undone.',
  'pairing-code': 'No screen shows that code now. Read it once more; it changes every ten minutes.',
  'media-type': 'We cannot show that file. Use JPEG, PNG, WebP, MP4 or WebM.',
  'media-broken': 'The file is damaged and cannot be opened. Try to save it again.',
  'disk-full': 'There is no more room on the controller. Delete something you do not use.',
  invitation: 'The invitation is used or has run out. Ask for a new one.',
  'override-unknown': 'The emergency message is no longer there.',
  internal: 'Something went wrong on our side. Nothing is changed on the screens.',
}

/** Every sentence, by language and code. */
export const problems = { nb, en }

/** The sentence for a refusal. */
export function sentenceFor(language: Language, code: Code, params: Params): string {
  const sentence = problems[language][code]
  return typeof sentence === 'string' ? sentence : sentence(params)
}
