/** Shared looks: buttons, fields, cards, chips, lists, page heads. An element takes them in by `static styles = [controls, css…]`. */
import type { CSSResultGroup } from 'lit'
import { base } from './looks-base.ts'
import { buttons } from './looks-buttons.ts'
import { fields } from './looks-fields.ts'
import { surfaces } from './looks-surfaces.ts'

export const controls: CSSResultGroup = [base, buttons, fields, surfaces]
