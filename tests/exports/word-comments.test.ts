import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import type { Audit } from '#domain/audit.ts'
import type { Document as Read, Place } from '#domain/document.ts'
import { readDocument } from '#reading/formats/read-document.ts'
import { annotateDocx } from '#writing/findings/annotate-docx.ts'
import { auditOf, figureAt, hostile } from './sample-audit.ts'

type Spot = { at: Pick<Place, 'block' | 'row' | 'cell'>; text: string; nth?: number }

/** The words between the two ends of each comment range, as a reader of the XML sees them. */
function commented(xml: string): Record<string, string> {
  const ranges: Record<string, string> = {}
  const open = new Set<string>()
  const closed = new Set<string>()
  let inText = false
  const parser = new SaxesParser()
  parser.on('error', (error) => assert.fail(error.message))
  parser.on('opentag', ({ name, attributes }) => {
    const id = String(attributes['w:id'])
    if (name === 'w:commentRangeStart') {
      ranges[id] = ''
      open.add(id)
    } else if (name === 'w:commentRangeEnd') {
      assert.ok(open.delete(id), `range ${id} ends before it starts`)
      closed.add(id)
    } else if (name === 'w:commentReference') assert.ok(closed.has(id), `reference ${id} before its range`)
    inText = name === 'w:t'
  })
  parser.on('closetag', () => (inText = false))
  parser.on('text', (text) => {
    if (inText) for (const id of open) ranges[id] += text
  })
  parser.write(xml).close()
  assert.deepEqual([...open], [])
  return ranges
}

function auditAt(document: Read, spots: readonly Spot[], message = '两处不一致'): Audit {
  return auditOf(
    document.blocks,
    () => [
      {
        rule: 'I1',
        severity: 'error',
        message,
        evidence: spots.map(({ at, text, nth }) => ({ figure: figureAt(document, at, text, nth) })),
      },
    ],
    { file: document.file, format: 'docx' },
  )
}

async function read(bytes: Uint8Array): Promise<Read> {
  const { document } = await readDocument({ name: '报告.docx', bytes })
  assert.ok(document)
  return document
}

/** A docx whose body is the given XML. */
async function docxOf(body: string): Promise<Uint8Array> {
  const files = unzipSync(
    new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('x')] }] }))),
  )
  const xml = strFromU8(files['word/document.xml']!)
  files['word/document.xml'] = strToU8(xml.replace(/<w:p>.*<\/w:p>/s, () => body))
  return zipSync(files)
}

async function rangesAfter(body: string, spots: readonly Spot[]): Promise<string[]> {
  const bytes = await docxOf(body)
  const document = await read(bytes)
  const out = unzipSync(annotateDocx(auditAt(document, spots), bytes))
  const before = (await read(bytes)).blocks
  assert.deepEqual((await read(annotateDocx(auditAt(document, spots), bytes))).blocks, before)
  return Object.values(commented(strFromU8(out['word/document.xml']!)))
}

const run = (text: string, properties = '') => `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`
const cases: [name: string, body: string, spots: Spot[], marked: string[]][] = [
  ['一个文字块里的一个数', `<w:p>${run('预算100万元，支出60万元')}</w:p>`, [{ at: { block: 0 }, text: '60' }], ['60']],
  [
    '同一文字块里的两个数',
    `<w:p>${run('预算100万元，支出60万元')}</w:p>`,
    [
      { at: { block: 0 }, text: '100' },
      { at: { block: 0 }, text: '60' },
    ],
    ['100', '60'],
  ],
  [
    '跨文字块的数',
    `<w:p>${run('预算1')}${run('00', '<w:rPr><w:b/></w:rPr>')}${run('.5万元')}</w:p>`,
    [{ at: { block: 0 }, text: '100.5' }],
    ['100.5'],
  ],
  [
    '同一个数第二次出现',
    `<w:p>${run('甲100万元，乙100万元，丙100万元')}</w:p>`,
    [{ at: { block: 0 }, text: '100', nth: 1 }],
    ['100'],
  ],
  [
    '前面有转义字符',
    `<w:p>${run('甲&amp;乙&#x4E00;&lt;预算100万元')}</w:p>`,
    [{ at: { block: 0 }, text: '100' }],
    ['100'],
  ],
  [
    '没有保留空格的文字块',
    '<w:p><w:r><w:t>预算 100 万元</w:t></w:r></w:p>',
    [{ at: { block: 0 }, text: '100' }],
    ['100'],
  ],
  [
    '制表符和换行之后',
    '<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>预算100万元</w:t></w:r></w:p>',
    [{ at: { block: 0 }, text: '100' }],
    ['100'],
  ],
  [
    '隐藏文字不算',
    `<w:p>${run('100', '<w:rPr><w:vanish/></w:rPr>')}${run('预算100万元')}</w:p>`,
    [{ at: { block: 0 }, text: '100' }],
    ['100'],
  ],
  [
    '删除的文字不算',
    `<w:p><w:del w:id="9" w:author="x"><w:r><w:delText>100</w:delText></w:r></w:del>${run('预算100万元')}</w:p>`,
    [{ at: { block: 0 }, text: '100' }],
    ['100'],
  ],
]

for (const [name, body, spots, marked] of cases) {
  test(`Word 批注套住：${name}`, async () => {
    assert.deepEqual(await rangesAfter(body, spots), marked)
  })
}

test('相邻单元格有同一个数，批注落在说到的那一格', async () => {
  const cell = (...paragraphs: string[]) =>
    `<w:tc><w:tcPr/>${paragraphs.map((text) => `<w:p>${run(text)}</w:p>`).join('')}</w:tc>`
  const body = `<w:tbl><w:tblPr/><w:tblGrid/><w:tr>${cell('甲', '另有100')}${cell('乙100')}${cell('100', '共100丙')}</w:tr></w:tbl><w:p>${run('完')}</w:p>`
  const bytes = await docxOf(body)
  const document = await read(bytes)
  const audit = auditAt(document, [{ at: { block: 0, row: 0, cell: 2 }, text: '100', nth: 1 }])
  const xml = strFromU8(unzipSync(annotateDocx(audit, bytes))['word/document.xml']!)
  assert.match(
    xml,
    /共<\/w:t><\/w:r><w:commentRangeStart w:id="0"\/><w:r><w:t xml:space="preserve">100<\/w:t><\/w:r><w:commentRangeEnd/,
  )
})

test('切开的文字块两半都保有原来的格式', async () => {
  const properties = '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'
  const bytes = await docxOf(`<w:p>${run('预算100万元', properties)}</w:p>`)
  const audit = auditAt(await read(bytes), [{ at: { block: 0 }, text: '100' }])
  const xml = strFromU8(unzipSync(annotateDocx(audit, bytes))['word/document.xml']!)
  assert.equal(xml.split(properties).length - 1, 3)
})

test('文本框里的数标在文本框所在的段落上', async () => {
  const box = `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p>${run('预算100万元')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>`
  const bytes = await docxOf(`<w:p>${run('正文')}${box}</w:p>`)
  const document = await read(bytes)
  const block = document.blocks.findIndex((each) => each.kind === 'paragraph' && each.text.includes('100'))
  const xml = strFromU8(
    unzipSync(annotateDocx(auditAt(document, [{ at: { block }, text: '100' }]), bytes))['word/document.xml']!,
  )
  commented(xml)
  const inside = /<w:txbxContent>(.*)<\/w:txbxContent>/s.exec(xml)?.[1] ?? ''
  assert.ok(xml.includes('<w:commentRangeStart'))
  assert.ok(!inside.includes('comment'))
})

/** A docx with a comment of its own and a picture-free table, made the way Word would. */
async function withComment(): Promise<Uint8Array> {
  const { CommentRangeStart, CommentRangeEnd, CommentReference } = await import('docx')
  const children = [
    new Paragraph({
      children: [
        new CommentRangeStart(0),
        new TextRun('预算100万元'),
        new CommentRangeEnd(0),
        new TextRun({ children: [new CommentReference(0)] }),
      ],
    }),
    new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('110')] })] })] }),
  ]
  const comments = { children: [{ id: 0, author: '某人', date: new Date(0), children: [new Paragraph('原有批注')] }] }
  return new Uint8Array(await Packer.toBuffer(new Document({ comments, sections: [{ children }] })))
}

test('原有批注保留，编号不重，其余部分逐字节不变', async () => {
  const bytes = await withComment()
  const audit = auditAt(await read(bytes), [
    { at: { block: 0 }, text: '100' },
    { at: { block: 1, row: 0, cell: 0 }, text: '110' },
  ])
  const [before, after] = [unzipSync(bytes), unzipSync(annotateDocx(audit, bytes))]
  assert.deepEqual(Object.keys(after).toSorted(), Object.keys(before).toSorted())
  const changed = Object.keys(before).filter((name) => Buffer.compare(before[name]!, after[name]!) !== 0)
  assert.deepEqual(changed.toSorted(), ['word/comments.xml', 'word/document.xml'])
  const comments = strFromU8(after['word/comments.xml']!)
  assert.deepEqual(
    [...comments.matchAll(/<w:comment [^>]*w:id="(\d+)"/g)].map(([, id]) => id),
    ['0', '1', '2'],
  )
  assert.ok(comments.includes('原有批注'))
  assert.deepEqual(commented(strFromU8(after['word/document.xml']!)), { 0: '预算100万元', 1: '100', 2: '110' })
})

test('新的批注部件有类型和关系声明', async () => {
  const files = unzipSync(await docxOf(`<w:p>${run('预算100万元')}</w:p>`))
  for (const name of Object.keys(files)) if (name.includes('comments')) delete files[name]
  for (const name of ['[Content_Types].xml', 'word/_rels/document.xml.rels']) {
    files[name] = strToU8(strFromU8(files[name]!).replace(/<(?:Override|Relationship) [^>]*comments[^>]*\/>/g, ''))
  }
  const bytes = zipSync(files)
  const after = unzipSync(annotateDocx(auditAt(await read(bytes), [{ at: { block: 0 }, text: '100' }]), bytes))
  assert.match(strFromU8(after['[Content_Types].xml']!), /<Override PartName="\/word\/comments\.xml"/)
  assert.match(strFromU8(after['word/_rels/document.xml.rels']!), /Target="comments\.xml"/)
  assert.ok(after['word/comments.xml'])
})

test('没有发现时文件原样交回', async () => {
  const bytes = await docxOf(`<w:p>${run('预算100万元')}</w:p>`)
  const document = await read(bytes)
  assert.equal(
    annotateDocx(
      auditOf(document.blocks, () => [], { format: 'docx' }),
      bytes,
    ),
    bytes,
  )
})

test('恶意文字在批注里只是文字', async () => {
  for (const text of hostile) {
    const bytes = await docxOf(`<w:p>${run('预算100万元')}</w:p>`)
    const audit = auditAt(await read(bytes), [{ at: { block: 0 }, text: '100' }], text)
    const comments = strFromU8(unzipSync(annotateDocx(audit, bytes))['word/comments.xml']!)
    const parser = new SaxesParser()
    parser.on('error', (error) => assert.fail(error.message))
    parser.write(comments).close()
    assert.doesNotMatch(comments, /<script|<img/)
  }
})
