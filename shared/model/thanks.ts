/** What the glass says when the event is over: as a slide while boxes are still fed, and by the boxes themselves once they are let go. */
import type { Words } from './words.ts'

export const thanksWords: Words = { nb: 'Takk for i år', en: 'Thank you, and see you next year' }
