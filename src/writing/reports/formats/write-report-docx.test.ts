import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { controls, hostileReport, hostileTexts, longText } from './samples/hostile-report.ts'
import { sampleFormReport, sampleReport, sampleSet, sampleTableReport } from './samples/sample-set.ts'
import { writeReportDocx } from './write-report-docx.ts'

const set = sampleSet()
const partsOf = async (report: ReturnType<typeof sampleReport>) => unzipSync(await writeReportDocx(report, set))
const documentOf = async (report: ReturnType<typeof sampleReport>) =>
  strFromU8((await partsOf(report))['word/document.xml']!)

/** Order of children in the schema of ISO/IEC 29500-4 (wml.xsd), as far as these files use them. */
const sequences: Record<string, string[]> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore widowControl numPr autoSpaceDE autoSpaceDN adjustRightInd snapToGrid spacing ind contextualSpacing jc textDirection textAlignment outlineLvl rPr sectPr'.split(
      ' ',
    ),
  'w:rPr': 'rStyle rFonts b bCs i iCs strike color spacing w kern position sz szCs highlight u vertAlign lang'.split(
    ' ',
  ),
  'w:tblPr': 'tblStyle tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption'.split(' '),
  'w:tblBorders': 'top left bottom right insideH insideV'.split(' '),
  'w:tblCellMar': 'top left bottom right'.split(' '),
  'w:tcPr': 'tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection vAlign'.split(' '),
  'w:tcMar': 'top left bottom right'.split(' '),
  'w:trPr': 'cantSplit trHeight tblHeader'.split(' '),
  'w:tbl': 'tblPr tblGrid tr'.split(' '),
  'w:tr': 'trPr tc'.split(' '),
  'w:tc': 'tcPr p'.split(' '),
  'w:sdt': 'sdtPr sdtContent'.split(' '),
  'w:sdtPr': 'rPr alias tag id lock appearance text'.split(' '),
  'w:sectPr': 'footerReference type pgSz pgMar pgNumType cols docGrid'.split(' '),
  'w:style': 'name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr'.split(' '),
  'w:font': 'altName panose1 charset family pitch sig'.split(' '),
}

/** What stands in a part against the sequences; fails on XML that is not well formed. */
function disorders(xml: string): string[] {
  const wrong: string[] = []
  const open: { name: string; at: number }[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ name, local }) => {
    const parent = open.at(-1)
    const order = parent && sequences[parent.name]
    if (order) {
      const at = order.indexOf(local)
      if (at < parent.at || at === -1) wrong.push(`${name} in ${parent.name}`)
      parent.at = at
    }
    open.push({ name, at: 0 })
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return wrong
}

const reports = {
  报告: sampleReport(),
  基础数据表: sampleTableReport(),
  自评表: sampleFormReport(),
  恶意文字: hostileReport([controls, longText, '😀囍㎡①']),
}

for (const [name, report] of Object.entries(reports))
  test(`${name}的Word文件每个部件都是合格的XML，元素次序合乎标准`, async () => {
    const parts = await partsOf(report)
    for (const [part, bytes] of Object.entries(parts)) assert.deepEqual(disorders(strFromU8(bytes)), [], part)
    const types = strFromU8(parts['[Content_Types].xml']!)
    for (const [, part] of types.matchAll(/PartName="\/([^"]+)"/g)) assert.ok(parts[part!], part)
  })

test('同一份报告写两次，字节完全相同', async () => {
  for (const report of Object.values(reports)) {
    const first = await writeReportDocx(report, set)
    assert.ok(Buffer.from(first).equals(await writeReportDocx(report, set)))
  }
})

test('版面合乎公文格式：A4、天头37毫米订口28毫米、每页22行、页码单右双左', async () => {
  const parts = await partsOf(sampleReport())
  const document = strFromU8(parts['word/document.xml']!)
  // 1 mm = 56.69 twips.
  assert.match(document, /<w:pgSz[^>]*w:w="11906"/)
  assert.match(document, /<w:pgMar[^>]*w:top="2098"/)
  assert.match(document, /<w:pgMar[^>]*w:left="1587"/)
  assert.match(document, /<w:docGrid[^>]*w:linePitch="579"/)
  // 225 mm are 12756 twips.
  assert.equal(Math.floor(12756 / 579), 22)
  assert.match(strFromU8(parts['word/settings.xml']!), /<w:evenAndOddHeaders\/>/)
  assert.match(strFromU8(parts['word/footer1.xml']!), /w:jc w:val="right"/)
  assert.match(strFromU8(parts['word/footer2.xml']!), /w:jc w:val="left"/)
})

test('标题各级是真正的大纲级别，字体是规定的字体', async () => {
  const styles = strFromU8((await partsOf(sampleReport()))['word/styles.xml']!)
  for (const [level, face] of ['黑体', '楷体_GB2312', '仿宋_GB2312', '仿宋_GB2312'].entries()) {
    const style = new RegExp(`<w:style [^>]*w:styleId="Heading${level + 1}".*?</w:style>`, 's').exec(styles)?.[0] ?? ''
    assert.ok(style.includes(`w:outlineLvl w:val="${level}"`), style)
    assert.ok(style.includes(`w:eastAsia="${face}"`), style)
  }
  const document = await documentOf(sampleReport(1))
  for (const level of [1, 2, 3, 4]) assert.equal(document.split(`w:pStyle w:val="Heading${level}"`).length, 2)
})

test('表格照给的合并：横并、纵并、表头每页重复、行不断开', async () => {
  const document = await documentOf(sampleTableReport())
  const rows = document.match(/<w:tr>.*?<\/w:tr>/gs)!
  assert.equal(rows.length, 6)
  assert.deepEqual(
    rows.map((row) => row.includes('<w:tblHeader/>')),
    [true, false, false, false, false, false],
  )
  assert.ok(rows.every((row) => row.includes('<w:cantSplit/>')))
  assert.ok(rows[3]!.includes('<w:vMerge w:val="restart"/>') && rows[4]!.includes('<w:vMerge/>'))
  assert.ok(rows[5]!.includes('<w:gridSpan w:val="3"/>'))
})

test('横向的表单只有一节横页，标题在同一页', async () => {
  const document = await documentOf(sampleFormReport())
  assert.deepEqual(
    document.match(/<w:pgSz[^>]*>/g)?.map((size) => /w:orient="landscape"/.test(size)),
    [true],
  )
})

test('每个数字是一个隐藏的内容控件：标记、名称、单位在外，编号不重', async () => {
  const document = await documentOf(sampleReport(1))
  const controlled = document.match(/<w:sdt>.*?<\/w:sdt>/gs)!
  assert.equal(controlled.length, 10)
  for (const control of controlled) {
    assert.match(control, /<w:tag w:val="f:[0-9a-f]{24}"\/>/)
    assert.match(control, /<w15:appearance w15:val="hidden"\/>/)
  }
  assert.match(controlled[0]!, /<w:alias w:val="支出合计"\/>.*>1286\.05</)
  assert.match(document, /1286\.05<\/w:t><\/w:r><\/w:sdtContent><\/w:sdt><w:r><w:t xml:space="preserve">万元</)
  const ids = [...document.matchAll(/<w:id w:val="(\d+)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, 10)
})

test('恶意文字原样印出，控制字符去掉', async () => {
  const words: string[] = []
  const parser = new SaxesParser()
  parser.on('text', (text) => void words.push(text))
  parser.write(await documentOf(hostileReport([controls]))).close()
  for (const text of hostileTexts) assert.ok(words.includes(text), text)
  assert.ok(words.includes('甲乙\ufffd丙丁'))
})
