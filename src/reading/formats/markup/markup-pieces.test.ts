import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markupPieces } from './markup-pieces.ts'
import { readMarkup } from './read-markup.ts'

const paragraph = '<w:p><w:r><w:t>全年支出969.06万元，预算执行率97.77%。</w:t></w:r></w:p>'
const filler = paragraph.repeat(900)
const body = (inner: string) => `<?xml version="1.0"?><w:body>${inner}</w:body>`

const cases: readonly [title: string, xml: string | Buffer, pieces: (count: number) => boolean][] = [
  ['三页纸：一段读完', body(paragraph), (count) => count === 1],
  ['三十页：分段，每段从标签起', body(filler), (count) => count > 2],
  ['批注里有小于号：不分段', body(`<!-- ${'<'.repeat(70_000)} -->${filler}`), (count) => count === 1],
  ['原样文字里有小于号：不分段', body(`<w:t><![CDATA[${'1<2 '.repeat(20_000)}]]></w:t>`), (count) => count === 1],
  ['处理指令里有小于号：不分段', body(`<?note ${'<'.repeat(70_000)}?>${filler}`), (count) => count === 1],
  [
    '有坏字节：照样读出',
    Buffer.concat([
      Buffer.from(`<w:body><w:t>支${'<w:p/>'.repeat(9000)}`),
      Buffer.from([0xe6, 0x94]),
      Buffer.from('</w:t></w:body>'),
    ]),
    (count) => count > 1,
  ],
]
for (const [title, xml, fits] of cases)
  test(`Word 正文的分段：${title}`, () => {
    const bytes = Buffer.from(xml)
    const whole = new TextDecoder().decode(bytes)
    const pieces = [...markupPieces(bytes)]
    assert.equal(pieces.join(''), whole)
    assert.ok(fits(pieces.length), `${pieces.length} 段`)
    assert.ok(pieces.every((piece) => piece.startsWith('<')))
    assert.deepEqual(told(pieces), told(whole))
  })

function told(xml: string | Iterable<string>): string[] {
  const events: string[] = []
  readMarkup(xml, {
    open: (name) => void events.push(`<${name}`),
    close: (name) => void events.push(`>${name}`),
    text: (text) => void events.push(text),
  })
  return events
}
