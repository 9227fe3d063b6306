import { render } from 'lit'
import { describe, expect, test } from 'vitest'
import { drawMarkdown, parseMarkdown } from './markdown.ts'

function drawn(source: string): string {
  const box = document.createElement('div')
  render(drawMarkdown(source), box)
  return box.innerHTML
    .replace(/<!--.*?-->/gsu, '')
    .replace(/\s+/gu, ' ')
    .replace(/> </gu, '><')
    .trim()
}

describe('the Markdown of slides', () => {
  test.each([
    ['En\n\nto', '<p>En</p><p>to</p>'],
    ['En\nto', '<p>En<br>to</p>'],
    ['**Gå** *rolig*', '<p><strong>Gå</strong><em>rolig</em></p>'],
    ['_Nå_ og snake_case_navn', '<p><em>Nå</em> og snake_case_navn</p>'],
    ['**fet *og skrå* her**', '<p><strong>fet <em>og skrå</em> her</strong></p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['1. a\n2) b', '<ol><li>a</li><li>b</li></ol>'],
    ['Før\n- a\nEtter', '<p>Før</p><ul><li>a</li></ul><p>Etter</p>'],
    ['# Tittel', '<p><strong>Tittel</strong></p>'],
    ['2 * 3 * 4', '<p>2 * 3 * 4</p>'],
    ['**uferdig', '<p>**uferdig</p>'],
    ['\r\nA\r\nB\r\n', '<p>A<br>B</p>'],
    ['', ''],
  ])('%j', (source, expected) => expect(drawn(source)).toBe(expected))

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '**<b onclick=alert(1)>x</b>**',
    '[x](javascript:alert(1))',
    '![x](http://evil/x.png)',
    '- <iframe srcdoc="<script>1</script>"></iframe>',
    '&lt;script&gt;',
    '<!-- --><style>*{display:none}</style>',
  ])('[S6] %j is words and nothing more', (hostile) => {
    const box = document.createElement('div')
    render(drawMarkdown(hostile), box)
    expect(
      [...box.querySelectorAll('*')]
        .map((element) => element.localName)
        .filter((name) => !['p', 'ul', 'li', 'strong', 'em', 'br'].includes(name)),
    ).toEqual([])
    expect(box.textContent).toContain(hostile.replace(/^- |\*\*/gu, '').slice(0, 8))
  })

  test.each([['*'.repeat(4_000)], ['**a '.repeat(1_000)], ['_*'.repeat(2_000)], ['- '.repeat(2_000)], ['*a_'.repeat(1_333)]])(
    'a mean text of 4 000 characters is parsed (%#)',
    (mean) => expect(() => parseMarkdown(mean)).not.toThrow(),
  )
})
