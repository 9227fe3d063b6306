/** What a person wrote in a notice, looked at before it stands on the glass. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { missingIn, type NoticeTemplate, noticeTemplate, type NoticeText } from '@infoskjerm/shared/model/notice.ts'
import { noWords } from '@infoskjerm/shared/model/words.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'

/** The template. Problem `unknown-reference`. */
export function templateOf({ template }: NoticeText): NoticeTemplate {
  const known = noticeTemplate(template)
  if (known === null) throw new Problem(422, 'unknown-reference', `There is no notice «${template}».`, 'template', { id: template })
  return known
}

/** The text as it is kept: trimmed, and without what its template does not show. Problems: `unknown-field`, `too-long`, `missing-field`. */
export function checkedText(text: NoticeText, template: NoticeTemplate): NoticeText {
  for (const [id, value] of Object.entries(text.values)) checkValue(template, id, value)
  if (template.free)
    for (const language of ['nb', 'en'] as const) checkLength(text.words[language], limits.noticeLength, `words.${language}`)
  const missing = missingIn(text)[0]
  if (missing !== undefined) {
    const path = missing === 'words' ? 'words.nb' : `values.${missing}`
    throw new Problem(422, 'missing-field', `«${path}» is missing.`, path, { field: path })
  }
  return {
    template: text.template,
    values: Object.fromEntries(Object.entries(text.values).map(([id, value]) => [id, value.trim()])),
    words: template.free ? { nb: text.words.nb.trim(), en: text.words.en.trim() } : noWords,
  }
}

function checkValue({ fields }: NoticeTemplate, id: string, value: string): void {
  const field = fields.find((one) => one.id === id)
  if (field === undefined) throw new Problem(422, 'unknown-field', `This notice has no field «${id}».`, `values.${id}`, { field: id })
  checkLength(value, field.maxLength, `values.${id}`)
}

function checkLength(value: string, most: number, path: string): void {
  if (value.trim().length > most) throw new Problem(422, 'too-long', `At most ${most} characters.`, path, { most })
}
