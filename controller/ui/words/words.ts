/** The word list of the crew pages in the chosen language: `say().common.save`. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { ApiProblem } from '../api.ts'
import { advice } from './advice.ts'
import { common } from './common.ts'
import { history } from './history.ts'
import { type Language, storedLanguage, storeLanguage } from './language.ts'
import { media } from './media.ts'
import { now } from './now.ts'
import { alarms } from './alarms.ts'
import { practice } from './practice.ts'
import { round } from './round.ts'
import { newSlide } from './newSlide.ts'
import { programme } from './programme.ts'
import { takeover } from './takeover.ts'
import { notice } from './notice.ts'
import { operations } from './operations.ts'
import { override } from './override.ts'
import { people } from './people.ts'
import { playlists } from './playlists.ts'
import { sentenceFor } from './problems.ts'
import { schedule } from './schedule.ts'
import { screens } from './screens.ts'
import { settings } from './settings.ts'
import { signin } from './signin.ts'
import { slides } from './slides.ts'
import { sponsors } from './sponsors.ts'
import { steps } from './steps.ts'
import { themes } from './themes.ts'

/** Every section of the list, in both languages. */
export const sections = {
  common,
  now,
  operations,
  screens,
  override,
  people,
  history,
  settings,
  signin,
  slides,
  playlists,
  schedule,
  media,
  sponsors,
  advice,
  notice,
  alarms,
  practice,
  round,
  newSlide,
  programme,
  takeover,
  steps,
  themes,
}

type Sections = typeof sections
export type Said = { readonly [K in keyof Sections]: Sections[K]['nb'] }

function sayIn(language: Language): Said {
  return Object.fromEntries(Object.entries(sections).map(([name, section]) => [name, section[language]])) as unknown as Said
}

const said: Readonly<Record<Language, Said>> = { nb: sayIn('nb'), en: sayIn('en') }
const hosts = new Set<ReactiveControllerHost>()
const chosen: { language: Language } = { language: storedLanguage() }

/** All words in the chosen language. */
export function say(): Said {
  return said[chosen.language]
}

export function language(): Language {
  return chosen.language
}

/** Changes the language of the whole page and keeps the choice in this browser. */
export function setLanguage(next: Language): void {
  chosen.language = next
  storeLanguage(next)
  document.documentElement.lang = next
  for (const host of hosts) host.requestUpdate()
}

/** The sentence for anything that was thrown; throws it on where it is no refusal but a mistake of ours. */
export function sayProblem(problem: unknown): string {
  if (!(problem instanceof ApiProblem)) throw problem
  return sentenceFor(chosen.language, problem.code, problem.body?.params ?? {}, problem.body?.path ?? '')
}

/** Renders its host again when the language changes. */
export class WordsController implements ReactiveController {
  private readonly host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.host = host
    host.addController(this)
  }

  hostConnected(): void {
    hosts.add(this.host)
  }

  hostDisconnected(): void {
    hosts.delete(this.host)
  }
}
