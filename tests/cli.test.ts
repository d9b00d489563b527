import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import type { AuditOutput } from '#domain/finding.ts'

const program = fileURLToPath(new URL('../bin/jiheng.js', import.meta.url))
const clean = '2023年度绩效自评报告\n收入10.00万元，其中甲4.00万元、乙6.00万元。\n'
const wrong = '2023年度绩效自评报告\n收入10.00万元，其中甲4.00万元、乙7.00万元。\n'
let folder = ''

type Ran = { status: number | null; out: string; error: string }

function jiheng(...words: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...words], { cwd: folder })
    const ran = { out: '', error: '' }
    child.stdout.on('data', (data: Buffer) => (ran.out += data.toString()))
    child.stderr.on('data', (data: Buffer) => (ran.error += data.toString()))
    child.on('close', (status) => resolve({ status, ...ran }))
  })
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiheng-'))
  await writeFile(join(folder, '相符.txt'), clean)
  await writeFile(join(folder, '矛盾.txt'), wrong)
  await writeFile(join(folder, '空.docx'), '')
  await writeFile(
    join(folder, '一批.zip'),
    zipSync({ '甲.txt': strToU8(clean), '乙.txt': strToU8(wrong), '../外.txt': strToU8(wrong) }),
  )
})
after(() => rm(folder, { recursive: true }))

const cases: [name: string, words: string[], status: number, says: RegExp][] = [
  ['没有矛盾退出码为0', ['audit', '相符.txt'], 0, /错误 0/],
  ['有矛盾退出码为1', ['audit', '矛盾.txt'], 1, /11\.00万元/],
  ['不因发现失败时退出码为0', ['audit', '矛盾.txt', '--fail-on', 'never'], 0, /错误 1/],
  ['空文件退出码为2', ['audit', '空.docx'], 2, /文件是空的/],
  ['找不到的文件退出码为2', ['audit', '没有.txt'], 2, /找不到/],
  ['一个不能用，其余照样核对', ['audit', '矛盾.txt', '空.docx', '相符.txt'], 2, /相符\.txt/],
  ['压缩包里的文件逐个核对，越界的拒绝', ['audit', '一批.zip'], 2, /一批\.zip\/乙\.txt/],
]
for (const [name, words, status, says] of cases)
  test(`命令行：${name}`, async () => {
    const ran = await jiheng(...words)
    assert.equal(ran.status, status, ran.error)
    assert.match(ran.out, says)
  })

test('命令行：多个文件的 JSON 是一份，按给出的次序，两个线程与一个线程相同', async () => {
  const words = ['audit', '矛盾.txt', '空.docx', '相符.txt', '--format', 'json']
  const [one, two] = await Promise.all([jiheng(...words, '--jobs', '1'), jiheng(...words, '--jobs', '2')])
  const output = JSON.parse(one.out) as AuditOutput
  assert.deepEqual(
    output.reports.map((report) => report.file),
    ['矛盾.txt', '空.docx', '相符.txt'],
  )
  assert.equal(two.out, one.out)
})

test('命令行：不认识的选项用中文说明', async () => {
  const ran = await jiheng('audit', '相符.txt', '--no-such')
  assert.equal(ran.status, 2)
  assert.match(ran.error, /不认识的选项/)
})
