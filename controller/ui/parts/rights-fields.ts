/** Role and the two emergency rights, which are apart from it and from each other. */
import type { Role } from '@infoskjerm/shared/wire/api.ts'
import { html, type TemplateResult } from 'lit'
import { say } from '../words/words.ts'
import { checkField } from './form.ts'

export interface Rights {
  readonly role: Role
  readonly mayStartOverride: boolean
  readonly mayEndOverride: boolean
}

export const roles: readonly Role[] = ['see', 'edit', 'all']

/** The fields of somebody's rights. */
export function rightsFields(rights: Rights, change: (rights: Rights) => void): TemplateResult {
  const words = say().people
  return html`<fieldset class="field">
      <legend>${words.role}</legend>
      ${roles.map(
        (role) =>
          html`<label class="check"
            ><input type="radio" name="role" .checked=${role === rights.role} @change=${() => change({ ...rights, role })} /><span
              >${words.roles[role]}<span class="hint">${words.roleHints[role]}</span></span
            ></label
          >`,
      )}
    </fieldset>
    <fieldset class="field">
      <legend>${words.emergency}</legend>
      ${checkField(words.mayStart, null, rights.mayStartOverride, (mayStartOverride) => change({ ...rights, mayStartOverride }))}
      ${checkField(words.mayEnd, null, rights.mayEndOverride, (mayEndOverride) => change({ ...rights, mayEndOverride }))}
    </fieldset>`
}
