/** A player in tests: published documents in a few words, and one that is driven by hand. */
import { lookOf } from '@infoskjerm/shared/engine/look.ts'
import { slideOf } from '@infoskjerm/shared/testing/build.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import type { Override } from '@infoskjerm/shared/model/override.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { plainCare } from '@infoskjerm/shared/model/care.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { Pointer, Signed } from '@infoskjerm/shared/wire/pointers.ts'
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import { asleep, beatOf, type Effect, type Input, type PlayerState, step } from '../player.ts'

export const signed = (body: Pointer): Signed => ({ body, key: 'f'.repeat(64), signature: '' })
export const hashOf = (name: string) => name.padEnd(64, '0')
export const order = (sequence: number) => ({ venue: 'v', epoch: 1, sequence })

/** The messages that publish a manifest. */
export function publishes(name: string, manifest: Manifest, sequence: number, activeFrom = 0): GatewayMessage[] {
  return [
    { t: 'document', hash: hashOf(name), body: JSON.stringify(manifest) },
    {
      t: 'pointer',
      signed: signed({ kind: 'class', class: 'c', hash: hashOf(name), activeFrom: instant(activeFrom), ...order(sequence) }),
    },
  ]
}
export const overrides = (sequence: number, ...all: Override[]): GatewayMessage => ({
  t: 'pointer',
  signed: signed({ kind: 'overrides', document: { overrides: all }, ...order(sequence) }),
})
export const screen: GatewayMessage = {
  t: 'pointer',
  signed: signed({
    kind: 'screen',
    screen: 'b7',
    class: 'c',
    name: 'B7',
    area: { id: 'lobby', name: 'Lobby' },
    tags: [],
    exits: [],
    audience: 'public',
    variant: { profile: 'standard', widthPx: 1920, heightPx: 1080, distance: 'hall' },
    care: plainCare,
    ...order(1),
  }),
}

/** A player that is driven by hand. */
export function player() {
  let state: PlayerState = asleep
  return {
    give: (at: number, ...inputs: Input[]): readonly Effect[] =>
      inputs.flatMap((input) => {
        const result = step(state, input, instant(at))
        state = result.state
        return result.effects
      }),
    hear(at: number, ...messages: GatewayMessage[]): readonly Effect[] {
      return this.give(at, ...messages.map((message): Input => ({ kind: 'message', message })))
    },
    glass: (): string => {
      const main = state.scene?.slots.main
      return state.scene?.slots.override === undefined ? (main?.kind === 'slide' ? main.slideId : (main?.kind ?? 'dark')) : 'override'
    },
    beat: (drawnAt: number | null = null) => beatOf(state, drawnAt === null ? null : instant(drawnAt), null),
    state: (): PlayerState => state,
    mainKey: (): string => state.scene?.slots.main.key ?? '',
    mainLook: (): string => (state.scene === null ? '' : lookOf(state.scene.slots.main)),
  }
}
export const of = <K extends Effect['kind']>(effects: readonly Effect[], kind: K) =>
  effects.filter((effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind)

/** Ten seconds of a picture. */
export const picture = (name: string): SlideBody =>
  slideOf(10, {
    content: {
      kind: 'image',
      picture: { hash: hashOf(name), type: 'image/webp', widthPx: 1, heightPx: 1 },
      fit: 'cover',
      tone: 'night',
      caption: { nb: '', en: '' },
    },
  })
