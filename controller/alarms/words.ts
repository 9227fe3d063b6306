/** Messages to a chat, in Norwegian: what is wrong where, since when, and what to do. */
import type { News } from './telling.ts'
import type { Trouble, TroubleKind } from './troubles.ts'

/** `HH:MM` of an instant on the hall's wall. */
export type TimeOfDay = (ms: number) => string

interface Phrase {
  readonly one: string
  readonly many: string
  readonly todo: string
}

const phrases: Readonly<Record<TroubleKind, Phrase>> = {
  silent: { one: 'svarer ikke', many: 'svarer ikke', todo: 'Sjekk strøm, så kabel.' },
  wrong: { one: 'viser ikke det den skal', many: 'viser ikke det de skal', todo: 'Se på skjermen, og start nettleseren på nytt.' },
  old: { one: 'viser gammelt innhold', many: 'viser gammelt innhold', todo: 'Sjekk nettet, og start boksen på nytt om det varer.' },
  quarantined: { one: 'er stengt ute', many: 'er stengt ute', todo: 'Boksen sendte for mye. Se etter den, og slipp den inn igjen.' },
  unpaired: { one: 'har ingen boks', many: 'har ingen boks', todo: 'Koble til en boks, eller sett den ut av drift.' },
}

/** More names than this are counted. */
const mostNames = 6

/** One line an area and kind; a chat shows them as one message. */
export function linesOf(news: readonly News[], areaName: (area: string) => string, timeOfDay: TimeOfDay): readonly string[] {
  return news.flatMap(({ area, begun, ended }) => {
    const kinds = [...new Set(begun.map(({ kind }) => kind))].sort()
    const troubles = kinds.map((kind) =>
      begunLine(
        begun.filter((trouble) => trouble.kind === kind),
        kind,
        timeOfDay,
      ),
    )
    const ends = ended.length === 0 ? [] : [endedLine(ended)]
    return [...troubles, ...ends].map((line) => `${areaName(area)}: ${line}`)
  })
}

function begunLine(troubles: readonly Trouble[], kind: TroubleKind, timeOfDay: TimeOfDay): string {
  const { one, many, todo } = phrases[kind]
  const since = timeOfDay(Math.min(...troubles.map((trouble) => trouble.since)))
  const [only] = troubles
  if (troubles.length === 1 && only !== undefined) return `${only.name} ${one} siden ${since}. ${todo}`
  return `${troubles.length} skjermer ${many} siden ${since} (${listed(troubles)}). ${todo}`
}

function endedLine(ended: News['ended']): string {
  const minutes = Math.max(1, Math.round(Math.max(...ended.map(({ forMs }) => forMs)) / 60_000))
  const [only] = ended
  if (ended.length === 1 && only !== undefined) return `${only.name} er tilbake etter ${minutes} min.`
  return `${ended.length} skjermer er tilbake etter inntil ${minutes} min (${listed(ended)}).`
}

function listed(named: readonly { readonly name: string }[]): string {
  const names = named.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'nb'))
  const more = names.length - mostNames
  return more <= 0 ? names.join(', ') : `${names.slice(0, mostNames).join(', ')} og ${more} til`
}

export const testLine = 'Prøve fra infoskjerm: slik ser en melding ut. Ingen skjerm trenger noen nå.'
