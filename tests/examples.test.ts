import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { reportSet } from '../examples/content/report-set.ts'
import { writeAsDocx } from '../examples/write-as-docx.ts'
import { writeAsText } from '../examples/write-as-text.ts'

const folder = new URL('../examples/', import.meta.url)
const name = '桃江县政府办2023年绩效报告'
const docx = readFileSync(new URL(`${name}.docx`, folder))
const flat = readFileSync(new URL(`${name}.txt`, folder), 'utf8')

test('示例的纯文本与内容一致', () => {
  assert.equal(flat, writeAsText(reportSet))
})

test('示例的 Word 正文与内容一致', async () => {
  const rebuilt = await writeAsDocx(reportSet)
  assert.equal(body(docx), body(rebuilt))
})

test('示例的 Word 文件里有两张表，合并单元格都在', async () => {
  const { value: page } = await mammoth.convertToHtml({ buffer: docx })
  assert.equal(page.match(/<table>/g)?.length, 2)
  // By hand: base-data table 2 merged down (财政供养人员, 楼堂馆所); self-evaluation form 年度预算申请, 年度总体目标,
  // 绩效指标, 3 level-1 and 9 level-2 headings.
  assert.equal(page.match(/rowspan="/g)?.length, 2 + 3 + 3 + 9)
})

test('示例说明里引用的原样文字都在示例中', () => {
  const guide = readFileSync(new URL('README.md', folder), 'utf8')
  const quotes = [...guide.matchAll(/「([^」\n]+)」/g)].map(([, quote]) => quote ?? '').filter((quote) => quote !== '')
  assert.ok(quotes.length > 15)
  const missing = quotes.filter((quote) => !flat.includes(quote) && !['一网通办', '填写说明'].includes(quote))
  assert.deepEqual(missing, [])
})

test('纯文本里两张表的单元格一个不少，合并格在下面各行留空', () => {
  // By hand. Base-data table: 4 + 4 + 17 rows of 4 + 7 + 7 + 2. Self-evaluation form: 2 + 8 + 8 + 5 rows of 3 + 3 + 3
  // + head of 9 + 27 indicator rows of 9 + total row of 4.
  const cells = flat.split('\n').filter((line) => line.startsWith('\t'))
  assert.equal(cells.length, 92 + 295)
})

function body(file: Uint8Array): string {
  const entry = unzipSync(file)['word/document.xml']
  return entry ? strFromU8(entry) : ''
}
