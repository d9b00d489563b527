import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { xmlScanner } from './xml-scanner.ts'

type Told = readonly string[]

/** What the scanner tells of XML cut into pieces of one length; undefined where it refuses. Texts side by side are one. */
function scanned(xml: string, piece = xml.length || 1): Told | undefined {
  const told: string[] = []
  const scanner = xmlScanner({
    open: (name, attributes) => told.push(`<${name} ${value(attributes.get('r'))} ${value(attributes.get('s'))}`),
    close: (name) => told.push(`>${name}`),
    text: (text) => addText(told, text),
  })
  try {
    for (let at = 0; at < xml.length; at += piece) scanner.take(xml.slice(at, at + piece))
    scanner.end()
    return told
  } catch {
    return undefined
  }
}

/** Values come as they are written; a parser gives a line end in one as a blank. */
function value(written = ''): string {
  return written.replaceAll(/\r\n?|\n/g, ' ')
}

/** The same by a parser that knows all of XML. */
function parsed(xml: string): Told | undefined {
  const told: string[] = []
  const parser = new SaxesParser()
  const own = (name: string) => name.slice(name.indexOf(':') + 1)
  parser.on('opentag', ({ name, attributes: { r, s } }) =>
    told.push(`<${own(name)} ${String(r ?? '')} ${String(s ?? '')}`),
  )
  parser.on('closetag', ({ name }) => told.push(`>${own(name)}`))
  // It tells of the line ends around the root as well.
  parser.on('text', (text) => (text.trim() === '' && !isWithin(told) ? undefined : addText(told, text)))
  parser.on('cdata', (text) => addText(told, text))
  try {
    parser.write(xml).close()
    return told
  } catch {
    return undefined
  }
}

function isWithin(told: Told): boolean {
  const opened = told.filter((each) => each.startsWith('<')).length
  return opened > told.filter((each) => each.startsWith('>')).length
}

function addText(told: string[], text: string): void {
  if (text === '') return
  if (told.at(-1)?.startsWith('"')) told.push(`${told.pop() ?? ''}${text}`)
  else told.push(`"${text}`)
}

const sheet = `<?xml version="1.0" encoding="UTF-8"?>\r
<!-- 支付 <row> --><x:worksheet xmlns:x="urn:a"><x:sheetData><row r='1' s = "2>1"><c/><c r="A1"
 s="4"><v>12.5</v></c><is><t xml:space="preserve"> 一 &lt;&amp;&gt;&quot;&apos;&#20108;&#x4e09; \r\n</t></is></row
><t><![CDATA[<不是标签>&amp;]]></t></x:sheetData></x:worksheet>
`

test('一张工作表的XML，整篇给和一个字一个字给，读到的和通用解析器一样', () => {
  const whole = parsed(sheet)
  assert.ok(whole && whole.length > 20)
  for (let piece = 1; piece < 40; piece++) assert.deepEqual(scanned(sheet, piece), whole, `每次 ${piece} 个字`)
})

const refused: readonly (readonly [what: string, xml: string])[] = [
  ['标签没有关上', '<a><b></a>'],
  ['关了没开的标签', '<a></a></b>'],
  ['两个根', '<a/><b/>'],
  ['没有根', '  '],
  ['根外面有字', '<a/>字'],
  ['在标签里断了', '<a><c r="A1'],
  ['注释没有结束', '<a><!-- </a>'],
  ['属性没有引号', '<a><c r=1/></a>'],
  ['属性挤在一起', '<a><c r="1"s="2"/></a>'],
  ['属性没有值', '<a><c r/></a>'],
  ['没有名字的标签', '<a>< ></></a>'],
  ['文档类型和自定的实体', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
  ['不认识的实体', '<a>&nbsp;</a>'],
  ['没有结束的实体', '<a>R&D 部门</a>'],
  ['XML不许有的字符', '<a>\u0001</a>'],
  ['写成实体的这种字符', '<a>&#0;&#xFFFE;</a>'],
  ['落单的代理码', '<a>&#xD800;</a>'],
]
for (const [what, xml] of refused)
  test(`${what}：不当作工作表`, () => {
    assert.equal(parsed(xml), undefined)
    for (const piece of [1, 3, 1000]) assert.equal(scanned(xml, piece), undefined)
  })

test('没有尽头的标签和套得太深的元素都拒绝，不会一直攒下去', () => {
  const long = `<a><c r="${'1'.repeat(1_000_000)}"/></a>`
  assert.equal(scanned(long, 1000), undefined)
  assert.equal(scanned(`${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}`, 1000), undefined)
})

const noise = fc.constantFrom(
  '<',
  '>',
  '/',
  '"',
  "'",
  '=',
  '&',
  ';',
  '!',
  '?',
  '-',
  ' ',
  ':',
  ']',
  '字',
  '\r',
  '\n',
  'a',
  'r',
)
test('改乱几处的XML：凡是读得出的，和通用解析器读到的一样', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(sheet.length - 1), noise, fc.nat(2)), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: sheet.length }),
      (edits, piece) => {
        let xml = sheet
        for (const [at, sign, cut] of edits) xml = xml.slice(0, at) + sign + xml.slice(at + cut)
        const told = scanned(xml, piece)
        assert.deepEqual(told, scanned(xml))
        const expected = parsed(xml)
        if (expected) assert.deepEqual(told, expected)
      },
    ),
    { numRuns: 2000 },
  )
})
