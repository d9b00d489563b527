import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import type { Run } from 'sarif'
import { auditMany } from '#operations/audits/audit-many.ts'
import type { Audited } from '#operations/audits/audited.ts'

const program = fileURLToPath(new URL('../../bin/jiheng.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'jiheng-'))
after(() => rmSync(folder, { recursive: true, force: true }))

// 60 + 50 = 110.
const agreeing = '某单位2023年度自评报告\n2023年预算总额110万元，其中基本支出60万元，项目支出50万元。\n'
const contradicting = '某单位2023年度自评报告\n2023年预算总额100万元，其中基本支出60万元，项目支出50万元。\n'

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}
const good = file('相符.txt', agreeing)
const bad = file('矛盾.txt', contradicting)
// A heading that is missing is a warning, not an error.
const slip = file('缺号.txt', `${agreeing}一、概况\n情况良好。\n三、问题\n情况良好。\n`)
const empty = file('空.txt', '')

function jiheng(...args: string[]) {
  return spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', cwd: folder, timeout: 60_000 })
}

const statuses: [name: string, args: string[], status: number][] = [
  ['没有矛盾', [good], 0],
  ['有矛盾', [bad], 1],
  ['有矛盾但不算不通过', [bad, '--fail-on', 'never'], 0],
  ['没有列出的提醒也算不通过', [slip, '--level', 'error', '--fail-on', 'warning'], 1],
  ['只有提醒，错误才算不通过', [slip], 0],
  ['空文件', [empty], 2],
  ['文件不存在', [join(folder, '无.txt')], 2],
  ['一个文件不可用，另一个相符', [empty, good], 2],
  ['非 PDF 要批注式 PDF', [good, '--format', 'pdf', '--out', folder], 2],
  ['不认识的级别', [good, '--level', '严重'], 2],
  ['同时核对的文件数不是整数', [good, '--jobs', '两个'], 2],
  ['没有给出路径', [], 2],
  ['没有的规则包', [good, '--pack', 'mars'], 2],
  ['按区划和年度选规则包', [good, '--pack', '430922/2023'], 0],
  ['全国的规则包', [good, '--pack', 'national'], 0],
]
for (const [name, args, status] of statuses) {
  test(`命令行退出码：${name} → ${status}`, () => {
    const { status: actual, stdout, stderr } = jiheng('audit', ...args)
    assert.equal(actual, status, stdout + stderr)
    assert.doesNotMatch(stderr, /\bat .*:\d+|error:/)
    if (status === 2) assert.match(stdout + stderr, /[\u4e00-\u9fff]{2}/)
  })
}

test('没有的规则包：说明有哪些可选', () => {
  const { stderr } = jiheng('audit', good, '--pack', 'mars')
  assert.match(stderr, /没有规则包「mars」，可选：.*hunan-2023（湖南2023）.*sichuan-2023/)
})

test('指定的规则包在结果里写明，多个文件同时核对时也一样', () => {
  const { stdout } = jiheng('audit', good, bad, '--pack', 'hubei-2023', '--jobs', '2')
  assert.equal(stdout.match(/规则包「湖北2023」，按命令指定/g)?.length, 2, stdout)
})

test('一个文件不可用时，其他文件的结果照样给出', () => {
  const { stdout } = jiheng('audit', empty, bad, '--format', 'json', '--jobs', '2')
  const { version, reports } = JSON.parse(stdout)
  assert.equal(version, 1)
  assert.deepEqual(
    reports.map((report: { file: string }) => report.file),
    [empty, bad],
  )
  assert.deepEqual(
    reports[0].problems.map((problem: { code: string }) => problem.code),
    ['file-empty'],
  )
  const [finding] = reports[1].findings
  assert.deepEqual([finding.difference, finding.unit, finding.evidence[0].value], ['10', '万元', '100'])
})

test('文件夹逐层核对，压缩包逐个核对', () => {
  file('一批/甲/报告.txt', agreeing)
  file('一批/乙/报告.txt', contradicting)
  file('一批/丙.zip', zipSync({ '内.txt': strToU8(contradicting) }))
  const { stdout, status } = jiheng('audit', join(folder, '一批'), '--format', 'json')
  const { reports } = JSON.parse(stdout)
  assert.equal(status, 1)
  assert.equal(reports.length, 3)
  assert.equal(reports.filter((report: { findings: unknown[] }) => report.findings.length > 0).length, 2)
})

test('不同文件夹里同名的报告，结果各存一份', () => {
  const out = join(folder, '结果')
  const sources = [file('同名/甲/报告.txt', agreeing), file('同名/乙/报告.txt', contradicting)]
  jiheng('audit', ...sources, '--format', 'html', '--out', out)
  assert.deepEqual(readdirSync(out).toSorted(), ['报告.核对(2).html', '报告.核对.html'])
})

test('写不了的地方用中文说明，不覆盖被核对的文件', () => {
  const source = file(
    '原件.html',
    '<p>某单位2023年度自评报告</p><p>2023年预算总额100万元，其中基本支出60万元，项目支出50万元。</p>',
  )
  const before = readFileSync(source)
  const over = jiheng('audit', source, '--format', 'html', '--out', source)
  assert.equal(over.status, 2)
  assert.match(over.stderr, /不能覆盖被核对的文件/)
  assert.deepEqual(readFileSync(source), before)
  const blocked = jiheng('audit', good, '--format', 'json', '--out', join(good, '结果.json'))
  assert.equal(blocked.status, 2)
  assert.match(blocked.stderr, /写不到/)
})

test('--out 给文件夹时，结果写进其中', () => {
  const out = join(folder, '汇总')
  mkdirSync(out)
  assert.equal(jiheng('audit', good, '--format', 'json', '--out', out).status, 0)
  assert.equal(JSON.parse(readFileSync(join(out, '核对结果.json'), 'utf8')).reports.length, 1)
})

test('用法和报错里没有英文说明', () => {
  for (const args of [['--help'], ['audit', '--help'], ['serve', '--help']]) {
    const { stdout } = jiheng(...args)
    assert.doesNotMatch(stdout, /Usage|Options|Commands|Arguments|choices|default|\[options\]|display/)
  }
  assert.match(jiheng('serve', '--port', '八千').stderr, /端口/)
  assert.match(jiheng('serve', '--host', 'example.cn').stderr, /IP 地址/)
  assert.match(jiheng('serve', '--name', 'http://example.cn:8360').stderr, /不带 http/)
  assert.match(jiheng('serve', '--proxy', '10.0.0.0/40').stderr, /网段/)
})

const options = { level: 'warning', format: 'json', timeout: 60_000 } as const
const many = Array.from({ length: 12 }, (_, at) => ({
  name: `${at}.txt`,
  bytes: strToU8(at % 2 === 0 ? agreeing : contradicting),
}))

async function all(outcomes: AsyncIterable<Audited>): Promise<Audited[]> {
  return Array.fromAsync(outcomes)
}

test('多线程与单线程的结果相同，次序与文件次序相同', async () => {
  const [one, two] = [
    await all(auditMany(many, { ...options, jobs: 1 })),
    await all(auditMany(many, { ...options, jobs: 2 })),
  ]
  assert.deepEqual(two, one)
  assert.deepEqual(
    two.map(({ file }) => file),
    many.map(({ name }) => name),
  )
  assert.deepEqual(
    two.map(({ worst }) => worst ?? ''),
    many.map((_, at) => (at % 2 === 0 ? '' : 'error')),
  )
})

test('核对超时的文件各自报告，次序不乱', async () => {
  const outcomes = await all(auditMany(many.slice(0, 5), { ...options, jobs: 2, timeout: 1 }))
  assert.deepEqual(
    outcomes.map(({ file, printed, unusable }) => [file, JSON.parse(printed).problems[0]?.code, unusable]),
    many.slice(0, 5).map(({ name }) => [name, 'audit-timeout', true]),
  )
})

test('只核对一个文件时同样限时', async () => {
  const [only] = await all(auditMany(many.slice(0, 1), { ...options, jobs: 1, timeout: 1 }))
  assert.match(only?.printed ?? '', /核对用时过长/)
})

test('内存不够的文件换一个内存大的线程再核对，结果与内存够时相同', async () => {
  const enough = await all(auditMany(many.slice(0, 3), { ...options, jobs: 2 }))
  assert.deepEqual(await all(auditMany(many.slice(0, 3), { ...options, jobs: 2, heap: 8 })), enough)
})

test('多个文件的 SARIF 是一份完整的记录：每条发现都指得到它的规则，读不了的文件也写明', () => {
  const { stdout } = jiheng('audit', bad, empty, slip, bad, '--format', 'sarif', '--jobs', '2')
  const [run] = JSON.parse(stdout).runs as [Run]
  const files = run.results!.map(({ locations }) => locations![0]!.physicalLocation!.artifactLocation!.uri!)
  assert.deepEqual(
    new Set(files.map((uri) => decodeURIComponent(uri).split('/').at(-1))),
    new Set(['矛盾.txt', '缺号.txt']),
  )
  for (const { ruleId, ruleIndex } of run.results!) assert.equal(run.tool.driver.rules![ruleIndex!]!.id, ruleId)
  assert.match(run.invocations![0]!.toolExecutionNotifications![0]!.message.text!, /空/)
})

test('取消后只给出已核对完的', async () => {
  const stop = new AbortController()
  const seen: string[] = []
  // So many that they are not all done by the time the third is told.
  const crowd = Array.from({ length: 30 }, () => many).flat()
  for await (const { file } of auditMany(crowd, { ...options, jobs: 2, signal: stop.signal })) {
    seen.push(file)
    if (seen.length === 3) stop.abort()
  }
  assert.ok(seen.length >= 3 && seen.length < crowd.length, String(seen.length))
  assert.deepEqual(
    seen,
    crowd.slice(0, seen.length).map(({ name }) => name),
  )
})
