import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zipSync, strToU8 } from 'fflate'
import iconv from 'iconv-lite'
import type { Block } from '#domain/document.ts'
import { decodeText } from './text/decode-text.ts'
import { readDocument } from './read-document.ts'
import { blocksOf } from './text/read-text.ts'
import { expandArchive, unzip } from './archives/unzip.ts'

const sentence = '部门预算支出12.5万元，完成率98%。'
const texts = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map((cell) => cell.text)),
  )

for (const encoding of ['utf8', 'gb18030', 'utf16le', 'utf16be']) {
  test(`${encoding} 编码的中文读得对`, () =>
    assert.equal(decodeText(iconv.encode(sentence.repeat(4), encoding)), sentence.repeat(4)))
  test(`${encoding} 编码带标记也读得对`, () =>
    assert.equal(decodeText(iconv.encode(sentence, encoding, { addBOM: encoding !== 'gb18030' })), sentence))
}

const refused: [name: string, file: string, bytes: Uint8Array, code: string][] = [
  ['空文件', '甲.docx', new Uint8Array(), 'file-empty'],
  ['乱字节', '甲.txt', Uint8Array.from({ length: 4000 }, (_, at) => ((at * 7919) % 251) % 32), 'text-garbled'],
  ['截断的压缩包', '甲.docx', strToU8('PK\u0003\u0004word/document.xml'), 'file-unreadable'],
]
for (const [name, file, bytes, code] of refused) {
  test(`${name}说清原因，不崩溃`, async () => {
    const read = await readDocument({ name: file, bytes })
    assert.deepEqual([read.document, read.problems.map((each) => [each.code, each.fatal])], [undefined, [[code, true]]])
  })
}

test('扩展名与内容不符只作提示，照内容读', async () => {
  const read = await readDocument({ name: '甲.docx', bytes: strToU8('<html><body><p>支出5万元</p></body></html>') })
  assert.equal(read.document?.format, 'html')
  assert.deepEqual(
    read.problems.map((each) => [each.code, each.fatal]),
    [['file-misnamed', false]],
  )
})

test('以字母 PK 开头的文字不当作压缩包', async () => {
  assert.equal((await readDocument({ name: '甲.txt', bytes: strToU8('PK赛经费5万元') })).document?.format, 'text')
})

test('网页的表格留住合并，脚本与隐藏内容不读', async () => {
  const page =
    '<h2>一、概况</h2><script>9</script><p style="display:none">8</p><table><tr><td rowspan="2">甲</td><td>1</td></tr><tr><td>2</td></tr></table>'
  const blocks = (await readDocument({ name: '甲.html', bytes: strToU8(`<html><body>${page}</body></html>`) }))
    .document!.blocks
  assert.deepEqual(texts(blocks), ['一、概况', [['甲', '1'], ['2']]])
  const table = blocks[1]!
  assert.ok(table.kind === 'table')
  assert.deepEqual(
    table.rows.flat().map((cell) => [cell.row, cell.column, cell.rowSpan]),
    [
      [0, 0, 2],
      [0, 1, 1],
      [1, 1, 1],
    ],
  )
})

const tables: [name: string, text: string, expected: unknown[]][] = [
  [
    '一行一格的表按空行分行，空格不丢',
    '\t\n\t项目\n\t预算\n\n\t\n\t会议费\n\t3.5\n\n\n正文到此为止。',
    [
      [
        ['', '项目', '预算'],
        ['', '会议费', '3.5'],
      ],
      '正文到此为止。',
    ],
  ],
  [
    '格内换行不拆行',
    '\t科目\n\t2023年实际\n\n在职人数\n\t控制率\n\n\t人员\n\t20\n\t95%\n',
    [
      [
        ['科目', '2023年实际\n在职人数', '控制率'],
        ['人员', '20', '95%'],
      ],
    ],
  ],
  [
    '格内直接换行也不拆格',
    '\t数量\n指标\n\t12次\n\n\t质量\n指标\n\t10次\n',
    [
      [
        ['数量\n指标', '12次'],
        ['质量\n指标', '10次'],
      ],
    ],
  ],
  [
    '一行多格的表',
    '项目\t预算\n会议费\t3.5\n',
    [
      [
        ['项目', '预算'],
        ['会议费', '3.5'],
      ],
    ],
  ],
  [
    '竖线表不读分隔行',
    '| 项目 | 预算 |\n| --- | --- |\n| 会议费 | 3.5 |\n',
    [
      [
        ['项目', '预算'],
        ['会议费', '3.5'],
      ],
    ],
  ],
]
for (const [name, text, expected] of tables) test(name, () => assert.deepEqual(texts(blocksOf(text)), expected))

test('段首空格不进正文，列号照原文', () => {
  const [block] = blocksOf('\n　　支出5万元')
  assert.ok(block?.kind === 'paragraph')
  assert.deepEqual([block.text, block.lines], ['支出5万元', [[0, 0, 2, 3]]])
})

test('单独成行的页码不读', () => assert.deepEqual(texts(blocksOf('甲\n—5—\n乙\n- 6 -\n')), ['甲', '乙']))

test('压缩包逐个展开，越界路径与包中包拒收，系统文件跳过', () => {
  const bytes = zipSync({
    '甲.txt': strToU8('一'),
    '../乙.txt': strToU8('二'),
    '丙.zip': strToU8('三'),
    '__MACOSX/丁': strToU8('四'),
    '~$戊.docx': strToU8('五'),
  })
  const read = expandArchive({ name: '包.zip', bytes })
  assert.deepEqual(
    read.files.map((file) => file.name),
    ['包.zip/甲.txt'],
  )
  assert.deepEqual(
    read.problems.map((each) => each.code),
    ['archive-unsafe', 'archive-unsafe'],
  )
})

test('压缩包里国标编码的文件名读得对', () => {
  const name = iconv.encode('报告', 'gb18030')
  const bytes = Buffer.from(zipSync({ 'abcd.txt': strToU8('一') }))
  for (let at = bytes.indexOf('abcd'); at >= 0; at = bytes.indexOf('abcd', at)) name.copy(bytes, at)
  assert.deepEqual(
    expandArchive({ name: '包.zip', bytes }).files.map((file) => file.name),
    ['包.zip/报告.txt'],
  )
})

test('谎报大小的压缩包不会解出多于所报的内容', () => {
  const bytes = Buffer.from(zipSync({ a: new Uint8Array(100_000) }))
  const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  bytes.writeUInt32LE(10, central + 24)
  let size = 0
  try {
    size = unzip(bytes, () => true)['a']!.length
  } catch {
    size = 0
  }
  assert.ok(size <= 10)
})
