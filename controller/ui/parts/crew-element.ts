/** What every element of the crew pages is: it speaks the chosen language and wears the shared looks. */
import { LitElement } from 'lit'
import { WordsController } from '../words/words.ts'
import { controls } from './controls.ts'

export class CrewElement extends LitElement {
  static override styles = [controls]
  protected readonly words = new WordsController(this)
}
