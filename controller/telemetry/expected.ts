/** What each screen should show now. Worked out once for all screens that show the same, until it could differ. */
import { sceneHash } from '@infoskjerm/shared/engine/hash.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import { matches } from '@infoskjerm/shared/model/target.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { Order } from '@infoskjerm/shared/wire/pointers.ts'
import type { Publisher } from '../publish/publisher.ts'

export interface ExpectedOptions {
  readonly publisher: Pick<Publisher, 'publication' | 'overrides' | 'sceneOf' | 'orderOf'>
  /** Whether the screen's player is one that the sample must not reach. */
  readonly isHeld: (screen: string) => boolean
  /** What a scene follows from besides the publication and the overrides: equal things are the same objects. */
  readonly of: () => readonly unknown[]
  readonly now: () => Instant
}

/** `scene`: the hash that a beat must say. `showing`: the slide in `main`, where nothing lies over it. `order`: that of the class pointer. */
export interface Expectation {
  readonly scene: string
  readonly showing: string | null
  readonly order: Order
}

/** What one group of screens shows in `[at, until)`. */
interface Shown extends Pick<Expectation, 'scene' | 'showing'> {
  readonly at: Instant
  readonly until: Instant
}

/** A group and, of one screen, what it is to be told by. */
interface Member {
  readonly group: Group
  readonly order: Order
}

interface Group {
  shown: Shown | null
}

/** Answers what a screen should show now; null where there is no such screen. A scene depends on the screen only by its class, by whether it is held, and by which overrides are meant for it. */
export function createExpected({ publisher, isHeld, of, now }: ExpectedOptions): (screen: string) => Expectation | null {
  let stamp: readonly unknown[] = []
  const groups = new Map<string, Group>()
  const members = new Map<string, Member | null>()

  /** Everything that is not time; compared by identity. */
  function renew(): void {
    const next = [publisher.publication(), publisher.overrides(), ...of()]
    if (next.every((part, at) => part === stamp[at])) return
    stamp = next
    groups.clear()
    members.clear()
  }

  function memberOf(screen: string): Member | null {
    const known = members.get(screen)
    if (known !== undefined) return known
    const held = isHeld(screen)
    const published = publisher.publication().screens.get(screen)
    const order = publisher.orderOf(screen, held)
    const member = published === undefined || order === null ? null : { group: groupOf(published, held), order }
    members.set(screen, member)
    return member
  }

  function groupOf({ placed, pointer }: NonNullable<ReturnType<Published['get']>>, held: boolean): Group {
    const meant = publisher.overrides().body.document.overrides.filter(({ target }) => matches(target, placed))
    const key = [pointer.body.class, held, ...meant.map(({ id }) => id)].join(' ')
    const known = groups.get(key) ?? { shown: null }
    groups.set(key, known)
    return known
  }

  return (screen) => {
    renew()
    const member = memberOf(screen)
    if (member === null) return null
    const { group, order } = member
    const t = now()
    if (group.shown === null || t < group.shown.at || t >= group.shown.until) {
      const scene = publisher.sceneOf(screen, isHeld(screen), t)
      group.shown = scene === null ? null : { scene: sceneHash(scene), showing: nameOf(scene), at: t, until: scene.until }
    }
    return group.shown === null ? null : { scene: group.shown.scene, showing: group.shown.showing, order }
  }
}

type Published = ReturnType<Publisher['publication']>['screens']

function nameOf({ slots: { main, override } }: Scene): string | null {
  return main.kind === 'slide' && override === undefined ? main.slide.name : null
}
