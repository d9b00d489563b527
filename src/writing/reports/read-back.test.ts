import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { sampleReport, sampleSet } from './formats/samples/sample-set.ts'
import { writeReportDocx } from './formats/write-report-docx.ts'
import { readBack } from './read-back.ts'

const set = sampleSet()
const total = 'funds|例县办公室|2023|actual'

async function edited(change: (document: string) => string, without: readonly string[] = []): Promise<Uint8Array> {
  const parts = unzipSync(await writeReportDocx(sampleReport(1), set))
  for (const name of without) delete parts[name]
  return zipSync({ ...parts, 'word/document.xml': strToU8(change(strFromU8(parts['word/document.xml']!))) })
}
const textsOf = (bytes: Uint8Array, known?: string[]) =>
  readBack(bytes, known).numbers.flatMap(({ fact, text }) => (fact === total ? [text] : []))

test('没有改过的文件，每个数字都能按事实编号读回', async () => {
  const { numbers, problems } = readBack(await edited((xml) => xml))
  assert.deepEqual(problems, [])
  assert.deepEqual(
    numbers.map(({ fact, text }) => `${fact} ${text}`),
    [
      `${total} 1286.05`,
      'basic|例县办公室|2023|actual 969.06',
      'projects|例县办公室|2023|actual 316.99',
      'execution.rate|例县办公室|2023|none 98.93%',
      'score|例县办公室|2023|none 97',
      'basic|例县办公室|2023|actual 969.06',
      'projects|例县办公室|2023|actual 316.99',
      'funds|例县办公室|2023|original 1300.00',
      `${total} 1286.05`,
      'execution.rate|例县办公室|2023|none 98.93%',
    ],
  )
})

test('手工改过的数字读出改后的文字，被拆成几段的也读全', async () => {
  const split = '12</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>99.99'
  assert.deepEqual(textsOf(await edited((xml) => xml.replace('>1286.05<', `>${split}<`))), ['1299.99', '1286.05'])
})

test('修订模式下删去的字不算，插入的字算', async () => {
  const run = '<w:r><w:t xml:space="preserve">1286.05</w:t></w:r>'
  const tracked =
    '<w:del w:id="1" w:author="a"><w:r><w:delText>1286.05</w:delText></w:r></w:del><w:ins w:id="2" w:author="a"><w:r><w:t>1300.00</w:t></w:r></w:ins>'
  assert.deepEqual(textsOf(await edited((xml) => xml.replace(run, tracked))), ['1300.00', '1286.05'])
})

test('控件里的数字被清空后，提示文字不算数字', async () => {
  const emptied = (xml: string) =>
    xml.replace('<w:text/>', '<w:showingPlcHdr/><w:text/>').replace('>1286.05<', '>单击此处输入文字<')
  assert.deepEqual(textsOf(await edited(emptied)), ['', '1286.05'])
})

test('编号清单丢了，也能按已知的事实认出控件', async () => {
  const bytes = await edited((xml) => xml, ['customXml/item1.xml'])
  assert.deepEqual(textsOf(bytes), [])
  assert.deepEqual(textsOf(bytes, [total]), ['1286.05', '1286.05'])
  assert.equal(readBack(bytes).numbers.length, 10)
})

test('控件之外打的数字和别人的控件不列', async () => {
  const foreign =
    '<w:sdt><w:sdtPr><w:tag w:val="date"/></w:sdtPr><w:sdtContent><w:r><w:t>5</w:t></w:r></w:sdtContent></w:sdt>'
  const bytes = await edited((xml) => xml.replace('</w:p>', `<w:r><w:t>另有3.00万元</w:t></w:r>${foreign}</w:p>`))
  assert.equal(readBack(bytes).numbers.length, 10)
})

test('不是Word文件、缺正文或XML坏了，给出说明而不是出错', async () => {
  for (const bytes of [
    strToU8('不是压缩包'),
    new Uint8Array(),
    zipSync({ 'a.txt': strToU8('a') }),
    await edited((xml) => xml.slice(0, 900)),
  ]) {
    const { numbers, problems } = readBack(bytes)
    assert.deepEqual(numbers, [])
    assert.equal(problems[0]?.code, 'file-unreadable')
  }
})
