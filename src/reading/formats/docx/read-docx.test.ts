import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import type { Block, Table } from '#domain/document.ts'
import { readDocx } from './read-docx.ts'

const space =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'

function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const document = `<w:document ${space}><w:body>${body}</w:body></w:document>`
  const all: Record<string, string> = { '[Content_Types].xml': '<Types/>', 'word/document.xml': document, ...parts }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])))
}
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
const p = (inner: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`
const tc = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(run(text))}</w:tc>`
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`

function blocks(body: string, parts: Record<string, string> = {}): readonly Block[] {
  const read = readDocx({ name: '报告.docx', bytes: docx(body, parts) })
  assert.deepEqual(read.problems, [])
  return read.document!.blocks
}
const texts = (found: readonly Block[]) =>
  found.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map((cell) => cell.text)),
  )

const paragraphs: [name: string, body: string, expected: string[]][] = [
  ['一句话拆成几段格式仍是一句', p(run('预算 ') + run('12') + run('.5万元')), ['预算 12.5万元']],
  [
    '插入的修订算数，删除和移走的不算',
    p(
      `${run('支出')}<w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins>${run('11')}</w:ins><w:moveFrom>${run('移走')}</w:moveFrom>${run('万元')}`,
    ),
    ['支出11万元'],
  ],
  ['隐藏文字不读', p(`${run('支出')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>99</w:t></w:r>${run('5万元')}`), ['支出5万元']],
  ['域只读结果', p(`<w:r><w:instrText>SUM(ABOVE)</w:instrText></w:r>${run('30')}`), ['30']],
  [
    '软连字符不读，不间断连字符照印',
    p('<w:r><w:t>2023</w:t><w:noBreakHyphen/><w:t>2024</w:t><w:softHyphen/><w:t>年</w:t></w:r>'),
    ['2023-2024年'],
  ],
  ['内容控件里的文字照读', `<w:sdt><w:sdtContent>${p(run('控件内'))}</w:sdtContent></w:sdt>`, ['控件内']],
]
for (const [name, body, expected] of paragraphs) test(name, () => assert.deepEqual(texts(blocks(body)), expected))

test('文本框跟在所在段落之后，备用内容不重复读', () => {
  const box = `<w:txbxContent>${p(run('框内3万元'))}</w:txbxContent>`
  const found = blocks(
    p(
      `${run('正文')}<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`,
    ),
  )
  assert.deepEqual(texts(found), ['正文', '框内3万元'])
  assert.equal(found[1]?.kind === 'paragraph' && found[1].role, 'textbox')
})

test('合并单元格只在左上角出现一次，跨度照表', () => {
  const found = blocks(
    `<w:tbl>${tr(tc('合计', '<w:gridSpan w:val="2"/>'), tc('甲', '<w:vMerge w:val="restart"/>'))}${tr(tc('1'), tc('2'), tc('', '<w:vMerge/>'))}</w:tbl>`,
  )
  const table = found[0] as Table
  const shape = table.rows.flat().map((cell) => [cell.text, cell.row, cell.column, cell.rowSpan, cell.columnSpan])
  assert.deepEqual(shape, [
    ['合计', 0, 0, 1, 2],
    ['甲', 0, 2, 2, 1],
    ['1', 1, 0, 1, 1],
    ['2', 1, 1, 1, 1],
  ])
})

test('嵌套的表排在外层表之后，文字不丢', () => {
  const inner = `<w:tbl>${tr(tc('内1'), tc('内2'))}</w:tbl>`
  const found = blocks(`<w:tbl>${tr(tc('外1'), `<w:tc>${p(run('外2'))}${inner}${p('')}</w:tc>`)}</w:tbl>`)
  assert.deepEqual(texts(found), [[['外1', '外2']], [['内1', '内2']]])
})

test('批注锚点按文档中全部段落的次序计，表格里的也算', () => {
  const found = blocks(`${p(run('一'))}<w:tbl>${tr(tc('二'), tc('三'))}</w:tbl>${p('')}${p(run('五'))}`)
  const last = found.at(-1)
  assert.ok(last?.kind === 'paragraph')
  assert.deepEqual([last.anchor, last.lines], [4, [[0, 0, 5, 1]]])
  assert.deepEqual(
    (found[1] as Table).rows[0]?.map((cell) => cell.anchor),
    [1, 2],
  )
})

const formats: [format: string, text: string, third: string][] = [
  ['decimal', '%1、', '3、'],
  ['decimal', '（%1）', '（3）'],
  ['chineseCounting', '%1、', '三、'],
  ['chineseCountingThousand', '（%1）', '（三）'],
  ['ideographDigital', '%1、', '三、'],
  ['decimalEnclosedCircle', '%1', '③'],
  ['ideographTraditional', '%1、', '丙、'],
]
for (const [format, text, third] of formats) {
  test(`自动编号 ${format} ${text} 照 Word 印出`, () => {
    const numbering = `<w:numbering ${space}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="7"/></w:num></w:numbering>`
    const item = p(run('项'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>')
    assert.equal(texts(blocks(item.repeat(3), { 'word/numbering.xml': numbering }))[2], `${third}项`)
  })
}

test('修订前的段落样式不改变标题级别', () => {
  const styles = `<w:styles ${space}><w:style w:type="paragraph" w:styleId="a"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>`
  const found = blocks(
    p(run('标题'), '<w:pStyle w:val="a"/><w:pPrChange><w:pPr><w:outlineLvl w:val="4"/></w:pPr></w:pPrChange>'),
    { 'word/styles.xml': styles },
  )
  assert.equal(found[0]?.kind === 'paragraph' && found[0].level, 2)
})

test('脚注排在最后，只有页码的页脚不读', () => {
  const found = blocks(p(run('正文')), {
    'word/footnotes.xml': `<w:footnotes ${space}><w:footnote>${p(run('注：含结转2万元'))}</w:footnote></w:footnotes>`,
    'word/footer1.xml': `<w:ftr ${space}>${p(run('— 5 —'))}</w:ftr>`,
  })
  assert.deepEqual(texts(found), ['正文', '注：含结转2万元'])
})

const hostile: [name: string, bytes: () => Uint8Array, code: string][] = [
  [
    '正文带文档类型声明的拒读',
    () => docx('', { 'word/document.xml': `<!DOCTYPE a [<!ENTITY b "c">]><w:document ${space}/>` }),
    'xml-unsafe',
  ],
  ['解压膨胀异常的拒读', () => zipSync({ 'word/document.xml': new Uint8Array(40 * 1024 * 1024) }), 'archive-unsafe'],
  ['下载了一半的报读不出', () => docx(p(run('正文'))).slice(0, 120), 'file-unreadable'],
]
for (const [name, bytes, code] of hostile) {
  test(name, () => {
    const read = readDocx({ name: '坏.docx', bytes: bytes() })
    assert.deepEqual([read.document, read.problems.map((each) => [each.code, each.fatal])], [undefined, [[code, true]]])
  })
}
