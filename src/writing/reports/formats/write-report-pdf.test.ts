import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { controls, hostileReport, hostileTexts, longText } from './samples/hostile-report.ts'
import { sampleFormReport, sampleReport, sampleSet } from './samples/sample-set.ts'
import { writeReportPdf } from './write-report-pdf.ts'

const set = sampleSet()

async function pagesOf(bytes: Uint8Array): Promise<{ width: number; height: number; text: string }[]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, at) => {
      const page = await document.getPage(at + 1)
      const { width, height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      return { width, height, text: items.map((item) => ('str' in item ? item.str : '')).join('') }
    }),
  )
}
const close = (text: string) => text.replace(/\s/g, '')

test('文字和数字都能从文件里取出，页码在外侧', async () => {
  const pages = await pagesOf(await writeReportPdf(sampleReport(1), set))
  const text = close(pages.map((page) => page.text).join(''))
  for (const words of [
    '支出合计1286.05万元，其中：基本支出969.06万元',
    '预算执行率98.93%',
    '（一）预算执行',
    '厉行节约保障措施',
    '—1—',
  ])
    assert.ok(text.includes(words), words)
})

test('竖页是A4，横表在横页上，表头每页重复', async () => {
  const upright = await pagesOf(await writeReportPdf(sampleReport(1), set))
  // 210 × 297 mm in points.
  assert.deepEqual(upright.map(({ width, height }) => [Math.round(width), Math.round(height)])[0], [595, 842])
  const turned = await pagesOf(await writeReportPdf(sampleFormReport(), set))
  assert.equal(turned.length, 2)
  for (const { width, height, text } of turned) {
    assert.ok(width > height)
    assert.ok(text.includes('三级指标'))
  }
})

test('是PDF/A，同一份报告写两次字节完全相同', async () => {
  const bytes = await writeReportPdf(sampleReport(1), set)
  assert.match(Buffer.from(bytes).toString('latin1'), /<pdfaid:part>2<\/pdfaid:part>/)
  assert.ok(Buffer.from(bytes).equals(await writeReportPdf(sampleReport(1), set)))
})

test('恶意文字只是文字，从不当作排版命令', async () => {
  const bytes = await writeReportPdf(hostileReport([controls]), set)
  const text = close((await pagesOf(bytes)).map((page) => page.text).join(''))
  for (const words of hostileTexts) assert.ok(text.includes(close(words)), words)
})

test('字体里没有的字符和极长的格子不妨碍成文，有印不出的字时不称PDF/A', async () => {
  const bytes = await writeReportPdf(hostileReport(['😀', longText]), set)
  assert.ok((await pagesOf(bytes)).length > 3)
  assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /pdfaid:part/)
})

test('没有内容的报告印一张空页', async () => {
  const pages = await pagesOf(await writeReportPdf({ ...sampleReport(), blocks: [] }, set))
  assert.equal(pages.length, 1)
})

test('正文嵌的是仿宋，数字不用它；字库外的字另有字体，不空着', async () => {
  const report = { ...sampleReport(), blocks: [{ kind: 'paragraph' as const, runs: ['基本支出8万元，垚村'] }] }
  const bytes = await writeReportPdf(report, set)
  const document = await getDocument({ data: bytes, verbosity: 0, fontExtraProperties: true }).promise
  const faces = new Map<string, string>()
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    await page.getOperatorList()
    const { items } = await page.getTextContent()
    for (const item of items)
      if ('str' in item && item.str.trim() !== '') {
        const { name } = page.commonObjs.get(item.fontName) as { name: string }
        for (const letter of item.str) faces.set(letter, `${faces.get(letter) ?? ''} ${name}`)
      }
  }
  assert.match(faces.get('基') ?? '', /FandolFang/)
  for (const letter of ['8', '垚']) assert.match(faces.get(letter) ?? '', /NotoSerif/, letter)
})
