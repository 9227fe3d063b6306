/** *Lånt skjerm*: what the holder of a key sees: their screens, the time and uses left, and taking over without an account. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { type Instant, minuteMs, secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { StageResource, TakeoverContent } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api, ApiProblem } from '../api.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { minutesLong, type Length } from '../parts/how-long-model.ts'
import '../parts/how-long.ts'
import { attempt } from '../parts/toast.ts'
import '../parts/toast.ts'
import { fromText, times } from '../words/times.ts'
import { language, say, sayProblem, setLanguage } from '../words/words.ts'
import { noticeFormStyles } from './notice-form.styles.ts'
import { contentOf, contentText, emptyDraft, type TakeoverDraft } from './takeover-content.ts'
import './takeover-what.ts'

/** How often it asks what is so (ms): there is no socket without an account. */
const askEveryMs = 5 * secondMs

const kinds = ['picture', 'web', 'black'] as const
