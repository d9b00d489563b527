import assert from 'node:assert/strict'
import { test } from 'node:test'
import { delimitedRows } from './delimited-rows.ts'
import { RowsRefused } from './raw-rows.ts'

async function cellsOf(bytes: Uint8Array, size: number): Promise<unknown[]> {
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const cells: unknown[] = []
  for await (const { rows } of delimitedRows('表.csv', chunks())) cells.push(...rows.map((row) => row.cells))
  return cells
}

const files: readonly (readonly [name: string, text: string, rows: readonly (readonly string[])[]])[] = [
  [
    '换行是LF',
    '凭证号,金额\nPZ1,1\nPZ2,2\n',
    [
      ['凭证号', '金额'],
      ['PZ1', '1'],
      ['PZ2', '2'],
    ],
  ],
  [
    '换行是CRLF，末行没有换行',
    '凭证号,金额\r\nPZ1,1\r\nPZ2,2',
    [
      ['凭证号', '金额'],
      ['PZ1', '1'],
      ['PZ2', '2'],
    ],
  ],
  [
    '换行是CR',
    '凭证号,金额\rPZ1,1\r',
    [
      ['凭证号', '金额'],
      ['PZ1', '1'],
    ],
  ],
  [
    'TAB分隔',
    '凭证号\t金额\nPZ1\t1,000',
    [
      ['凭证号', '金额'],
      ['PZ1', '1,000'],
    ],
  ],
  ['有空行', '凭证号,金额\n\nPZ1,1\n', [['凭证号', '金额'], [''], ['PZ1', '1']]],
  ['行长短不一', '凭证号,金额\nPZ1\nPZ2,2,多\n', [['凭证号', '金额'], ['PZ1'], ['PZ2', '2', '多']]],
  [
    '后面才有引号，引号里有逗号和换行',
    '凭证号,用途\nPZ1,纸\nPZ2,"纸,笔\n墨"\nPZ3,"说""好"""\nPZ4,砚\n',
    [
      ['凭证号', '用途'],
      ['PZ1', '纸'],
      ['PZ2', '纸,笔\n墨'],
      ['PZ3', '说"好"'],
      ['PZ4', '砚'],
    ],
  ],
  [
    '字当中的引号照原样',
    '凭证号,用途\nPZ1,8"屏\n',
    [
      ['凭证号', '用途'],
      ['PZ1', '8"屏'],
    ],
  ],
]
for (const [name, text, rows] of files)
  test(`读 csv，${name}：从哪里断开都一样`, async () => {
    const bytes = new TextEncoder().encode(text)
    for (const size of [1, 2, 3, 5, 7, 1000]) assert.deepEqual(await cellsOf(bytes, size), rows, `每次${size}个字节`)
  })

const refused: readonly (readonly [name: string, text: string, said: RegExp])[] = [
  ['引号没有配对', `凭证号,用途\nPZ1,纸\nPZ2,"纸\n${'笔,墨\n'.repeat(60_000)}`, /第3行附近的引号没有配对/],
  ['一行长得没有尽头', `凭证号,用途\nPZ1,${'纸'.repeat(300_000)}`, /第2行附近/],
]
for (const [name, text, said] of refused)
  test(`读 csv，${name}：拒收，说出第几行`, async () => {
    const bytes = new TextEncoder().encode(text)
    await assert.rejects(cellsOf(bytes, 65_536), (error) => error instanceof RowsRefused && said.test(error.message))
  })
