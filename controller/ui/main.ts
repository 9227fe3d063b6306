/** Entry of the crew pages: tokens on the document, then the shell. */
import { adoptTokens } from './tokens.ts'
import { applyTheme, storedTheme } from './theme.ts'
import './app.ts'

adoptTokens(document)
applyTheme(storedTheme())
