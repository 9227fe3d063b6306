/** Themes as data: how the glass of an event looks. Two come with the product; others are documents that travel by value in the manifest. */
import * as z from 'zod/mini'
import { hash, name } from './parts.ts'

/** How one thing on the glass becomes the next. */
export const transitions = ['cut', 'crossfade', 'slide', 'wipe'] as const
export type Transition = (typeof transitions)[number]

/** `#rrggbb`, each. */
export interface ThemeColours {
  readonly night: string
  readonly paper: string
  readonly ink: string
  /** Secondary words on night and on paper. */
  readonly quietOnNight: string
  readonly quietOnPaper: string
  /** For *now* and nothing else. */
  readonly now: string
  /** The two soft lights that drift behind everything. */
  readonly lightA: string
  readonly lightB: string
}

/** What lies behind words on night. Pictures and films are dimmed as far as words on them need. */
export type ThemeGround =
  | { readonly kind: 'lights'; readonly ribs: boolean }
  | { readonly kind: 'picture'; readonly hash: string }
  | { readonly kind: 'video'; readonly hash: string }

export interface ThemeBody {
  readonly name: string
  readonly colours: ThemeColours
  /** A WOFF2 file by its hash, and what it is called; null: Archivo, which is built in. */
  readonly font: { readonly name: string; readonly hash: string } | null
  readonly ground: ThemeGround
  /** A picture by its hash. */
  readonly logo: string | null
  /** How far words keep from the edges, in per cent of the glass's width and height. */
  readonly safe: { readonly inlinePct: number; readonly blockPct: number }
  readonly transition: Transition
}

export type BuiltInTheme = 'tg27' | 'contrast'

export const builtInThemes: Readonly<Record<BuiltInTheme, ThemeBody>> = {
  tg27: {
    name: 'TG27',
    colours: {
      night: '#0b0e1a',
      paper: '#f4f1ea',
      ink: '#0b0e1a',
      quietOnNight: '#a9b0c8',
      quietOnPaper: '#454b60',
      now: '#ffb020',
      lightA: '#25348f',
      lightB: '#5b2368',
    },
    font: null,
    ground: { kind: 'lights', ribs: true },
    logo: null,
    safe: { inlinePct: 5, blockPct: 6 },
    transition: 'crossfade',
  },
  contrast: {
    name: 'Kontrast',
    colours: {
      night: '#000000',
      paper: '#ffffff',
      ink: '#000000',
      quietOnNight: '#ffffff',
      quietOnPaper: '#000000',
      now: '#ffb020',
      lightA: '#000000',
      lightB: '#000000',
    },
    font: null,
    ground: { kind: 'lights', ribs: false },
    logo: null,
    safe: { inlinePct: 5, blockPct: 6 },
    transition: 'cut',
  },
}

/** Whether the id is that of a theme that comes with the product. */
export function isBuiltIn(id: string): id is BuiltInTheme {
  return Object.hasOwn(builtInThemes, id)
}

/** The theme of an event: its own document where it has one, else the built-in one it names, and TG27 where none is known. */
export function themeOf(event: { readonly theme: string; readonly look: ThemeBody | null } | null): ThemeBody {
  if (event === null) return builtInThemes.tg27
  return event.look ?? (isBuiltIn(event.theme) ? builtInThemes[event.theme] : builtInThemes.tg27)
}

/** The files a theme needs, by hash: what stands largest first. */
export function themeMedia({ ground, logo, font }: ThemeBody): readonly string[] {
  return [font?.hash ?? null, ground.kind === 'lights' ? null : ground.hash, logo].filter((one) => one !== null)
}

const colour = z.string().check(z.regex(/^#[0-9a-f]{6}$/))
const margin = z.number().check(z.minimum(3), z.maximum(15))

export const themeBodySchema: z.ZodMiniType<ThemeBody> = z.strictObject({
  name,
  colours: z.strictObject({
    night: colour,
    paper: colour,
    ink: colour,
    quietOnNight: colour,
    quietOnPaper: colour,
    now: colour,
    lightA: colour,
    lightB: colour,
  }),
  font: z.nullable(z.strictObject({ name, hash })),
  ground: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('lights'), ribs: z.boolean() }),
    z.strictObject({ kind: z.literal('picture'), hash }),
    z.strictObject({ kind: z.literal('video'), hash }),
  ]),
  logo: z.nullable(hash),
  safe: z.strictObject({ inlinePct: margin, blockPct: margin }),
  transition: z.enum(transitions),
}) as unknown as z.ZodMiniType<ThemeBody>
