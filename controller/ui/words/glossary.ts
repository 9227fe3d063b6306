/** The crew's own words: for each thing that developers speak of, what it is called in the crew pages. No other of the developers' words may stand there. */

/** `developers`: the words of code and documents, as whole words in any case of letters. `nb`, `en`: what the crew pages call it; empty where they never speak of it. */
export interface Term {
  readonly developers: readonly string[]
  readonly nb: readonly string[]
  readonly en: readonly string[]
}

export const glossary: readonly Term[] = [
  { developers: ['controller', 'controllers', 'kontroller', 'kontrolleren'], nb: ['server', 'serveren'], en: ['server'] },
  { developers: ['event', 'events'], nb: ['arrangement', 'arrangementet'], en: ['event', 'events'] },
  { developers: ['area', 'areas'], nb: ['område', 'områder'], en: ['area', 'areas'] },
  { developers: ['screen', 'screens'], nb: ['skjerm', 'skjermer'], en: ['screen', 'screens'] },
  { developers: ['player', 'players'], nb: [], en: [] },
  { developers: ['agent', 'agents', 'daemon', 'gateway', 'webhook'], nb: ['boks', 'boksen', 'varsling'], en: ['box', 'boxes', 'alarms'] },
  { developers: ['slide', 'slides'], nb: ['slide', 'slides', 'sliden'], en: ['slide', 'slides'] },
  { developers: ['playlist', 'playlists'], nb: ['spilleliste', 'spillelister'], en: ['playlist', 'playlists'] },
  { developers: ['entry', 'entries'], nb: ['sending', 'sendinger', 'sendeplan'], en: ['entry', 'entries', 'schedule'] },
  { developers: ['target', 'targets'], nb: ['hvor'], en: ['where'] },
  { developers: ['slot', 'slots'], nb: ['plass på skjermen'], en: ['place on the screen'] },
  { developers: ['band', 'bands'], nb: ['går foran'], en: ['goes first', 'goes before'] },
  { developers: ['notice', 'notices'], nb: ['beskjed', 'beskjeder'], en: ['notice', 'notices'] },
  { developers: ['takeover', 'takeovers'], nb: ['ta over', 'gi tilbake'], en: ['take over', 'give back'] },
  { developers: ['source', 'sources'], nb: ['program'], en: ['programme'] },
  { developers: ['override', 'overrides'], nb: ['nødmelding'], en: ['emergency', 'emergency message'] },
  { developers: ['class', 'classes', 'manifest', 'pointer', 'epoch', 'hash', 'compile'], nb: [], en: [] },
  { developers: ['draft', 'publish', 'published'], nb: ['kladd', 'vis på skjermene'], en: ['draft', 'show on the screens'] },
  { developers: ['receipt', 'receipts', 'proof'], nb: ['visningsbevis'], en: ['proof of showing'] },
  { developers: ['crew', 'crews', 'grant', 'grants', 'membership', 'rank'], nb: ['crew', 'får lov til'], en: ['crew', 'crews', 'may do'] },
  { developers: ['session', 'sessions', 'token', 'tokens'], nb: ['innlogget', 'nøkkel'], en: ['signed in', 'key'] },
  { developers: ['placement', 'placements'], nb: ['ny slide'], en: ['new slide'] },
  { developers: ['happening', 'happenings'], nb: ['programpost', 'punkt'], en: ['programme item', 'item'] },
]

/** The developers' words that may not stand in the crew pages of a language: those that are not its own. */
export function strangersIn(language: 'nb' | 'en'): readonly string[] {
  const own = new Set(glossary.flatMap((term) => term[language]))
  return glossary.flatMap(({ developers }) => developers.filter((word) => !own.has(word)))
}

/** Those of them that stand in a text. */
export function strangersFound(text: string, language: 'nb' | 'en'): readonly string[] {
  const words = new Set(text.toLowerCase().split(/[^\p{L}\p{N}-]+/u))
  return strangersIn(language).filter((word) => words.has(word))
}
