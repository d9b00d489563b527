import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import type { Block } from '#domain/document.ts'
import { readDocx } from './read-docx.ts'

const space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const run = (text: string, properties = '') =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t>${text}</w:t></w:r>`
const p = (inner: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`
const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((text) => `<w:tc>${p(run(text))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
const box = (inner: string) => `<w:r><w:pict><w:txbxContent>${inner}</w:txbxContent></w:pict></w:r>`
const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'
const numbering = (format: string, start = 1) =>
  `<w:numbering ${space}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num></w:numbering>`

function read(body: string, parts: Record<string, string> = {}): readonly Block[] {
  const document = `<w:document ${space}><w:body>${body}</w:body></w:document>`
  const all: Record<string, string> = { '[Content_Types].xml': '<Types/>', 'word/document.xml': document, ...parts }
  const bytes = zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])))
  const { document: found, problems } = readDocx({ name: '报告.docx', bytes })
  assert.deepEqual(problems, [])
  return found!.blocks
}

function shown(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map(({ text }) => text)),
  )
}

test('文本框里的表格读成表格，跟在所在段落之后', () => {
  const inner = p(run('框内说明')) + table(['项目', '金额'], ['培训', '12.5'])
  assert.deepEqual(shown(read(p(run('正文') + box(inner)) + p(run('后文')))), [
    '正文',
    '框内说明',
    [
      ['项目', '金额'],
      ['培训', '12.5'],
    ],
    '后文',
  ])
})

test('单元格里的文本框：框内的文字和表排在外层表之后', () => {
  const cell = `<w:tc>${p(run('外') + box(p(run('框内3万元'))))}</w:tc>`
  assert.deepEqual(shown(read(`<w:tbl><w:tr>${cell}<w:tc>${p(run('旁'))}</w:tc></w:tr></w:tbl>`)), [
    [['外', '旁']],
    '框内3万元',
  ])
})

test('文本框里的自动编号照印', () => {
  const found = read(p(run('正文') + box(p(run('甲'), item) + p(run('乙'), item))), {
    'word/numbering.xml': numbering('chineseCounting'),
  })
  assert.deepEqual(shown(found), ['正文', '一、甲', '二、乙'])
})

test('空白的编号段落占一个号；在表格里序号照印', () => {
  const parts = { 'word/numbering.xml': numbering('decimal') }
  assert.deepEqual(shown(read(p(run('甲'), item) + p('', item) + p(run('丙'), item), parts)), ['1、甲', '3、丙'])
  const row = (name: string) => `<w:tr><w:tc>${p('', item)}</w:tc><w:tc>${p(run(name))}</w:tc></w:tr>`
  assert.deepEqual(shown(read(`<w:tbl>${row('甲')}${row('乙')}</w:tbl>`, parts)), [
    [
      ['1、', '甲'],
      ['2、', '乙'],
    ],
  ])
})

for (const [format, start, printed] of [
  ['chineseCountingThousand', 100, '一百'],
  ['chineseCountingThousand', 105, '一百零五'],
  ['chineseCountingThousand', 112, '一百一十二'],
  ['chineseCounting', 11, '十一'],
  ['chineseCounting', 3040, '三千零四十'],
  ['chineseLegalSimplified', 123, '壹佰贰拾叁'],
  ['ideographDigital', 105, '一〇五'],
] as const) {
  test(`自动编号 ${format} 的第${start}号印作${printed}`, () => {
    const found = read(p(run('项'), item), { 'word/numbering.xml': numbering(format, start) })
    assert.deepEqual(shown(found), [`${printed}、项`])
  })
}

test('样式里设的隐藏文字不读，文字自己写明不隐藏的照读', () => {
  const styles = `<w:styles ${space}><w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="d"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="e"><w:basedOn w:val="d"/></w:style></w:styles>`
  const found = read(
    p(run('支出') + run('99', '<w:rStyle w:val="c"/>') + run('5万元')) +
      p(run('隐藏的段'), '<w:pStyle w:val="e"/>') +
      p(run('批复', '<w:vanish w:val="0"/>') + run('隐藏'), '<w:pStyle w:val="d"/>'),
    { 'word/styles.xml': styles },
  )
  assert.deepEqual(shown(found), ['支出5万元', '批复'])
})
