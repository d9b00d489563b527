import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Ajv } from 'ajv'
import { toJson } from '#writing/findings/to-json.ts'
import { toOutput } from '#writing/findings/to-output.ts'
import { toRead } from '#writing/findings/to-read.ts'
import { toSarif } from '#writing/findings/to-sarif.ts'
import { toText } from '#writing/findings/to-text.ts'
import { toHtml } from '#writing/findings/to-html.ts'
import { auditOf, figureAt, hostile, hostileAudit, paragraph, sampleAudit, table } from './sample-audit.ts'

const schema = JSON.parse(readFileSync(new URL('../../docs/audit.schema.json', import.meta.url), 'utf8'))
const isValid = new Ajv({ strict: true }).compile(schema)

test('JSON 逐字逐键与约定一致', () => {
  const part = '某局2023年度部门整体支出绩效自评报告'
  assert.deepEqual(toOutput(sampleAudit()), {
    file: '报告.txt',
    parts: [{ title: part, kind: 'department-report', entity: '某局', year: 2023 }],
    coverage: { holds: 3, contradictions: 1, undetermined: 2, notApplicable: 4 },
    findings: [
      {
        rule: 'sum.parts-of-whole',
        severity: 'error',
        message: '预算与合计不一致',
        expression: '852.47 + 347.26 = 1199.73 ≠ 1286.05',
        difference: '86.32',
        unit: '万元',
        cause: '漏列一项',
        suggestion: '1199.73',
        evidence: [
          {
            text: '本年预算1,286.05万元，其中基本支出852.47万元，项目支出347.26万元',
            value: '1286.05',
            unit: '万元',
            part,
            locus: { line: 3, column: 5 },
          },
          { text: '全年预算数：1285.30', value: '1285.30', unit: '万元', part, locus: { table: 1, row: 2, cell: 2 } },
        ],
        consequences: [
          {
            rule: 'I2',
            severity: 'warning',
            message: '执行率随之不符',
            evidence: [{ text: '执行率98.5%', value: '98.5', unit: '%', part, locus: { line: 3, column: 47 } }],
          },
        ],
      },
    ],
    problems: [{ code: 'page-without-text', message: '报告.txt：第2页没有文字层。', locus: { page: 2 } }],
  })
})

test('给人读的，同一段里的几处合成一段原文，各格各成一段', () => {
  const blocks = [
    paragraph('全年支出510.00万元，其中基本支出300.00万元、项目支出200.00万元。', 7),
    table([['项目支出', '200.00']]),
  ]
  const audit = auditOf(blocks, (document) => [
    {
      rule: 'sum.parts-of-whole',
      severity: 'error',
      message: '不一致',
      evidence: [
        ...['510.00', '300.00', '200.00'].map((printed) => ({ figure: figureAt(document, { block: 0 }, printed) })),
        { figure: figureAt(document, { block: 1, row: 0, cell: 1 }, '200.00') },
      ],
    },
  ])
  const [finding] = toRead(audit).findings
  assert.equal(finding!.evidence.length, 4)
  assert.deepEqual(
    finding!.passages.map(({ text, evidence }) => [text, evidence]),
    [
      ['全年支出510.00万元，其中基本支出300.00万元、项目支出200.00万元', 0],
      ['项目支出：200.00', 3],
    ],
  )
  assert.match(toText(audit, 'warning'), /第7行：全年支出.+200\.00万元\n.+表1第1行第2格/)
})

test('级别决定列出哪些发现，默认不列备注', () => {
  const counts = (['error', 'warning', 'info'] as const).map((level) => toOutput(sampleAudit(), level).findings.length)
  assert.deepEqual(counts, [1, 1, 2])
  assert.equal(toOutput(sampleAudit(), 'error').findings[0]?.consequences, undefined)
})

test('JSON 合乎 docs/audit.schema.json，恶意文字也一样', () => {
  for (const audit of [sampleAudit(), ...hostile.map(hostileAudit)]) {
    assert.ok(isValid(JSON.parse(toJson([toOutput(audit, 'info')]))), JSON.stringify(isValid.errors))
  }
})

test('架构文件拒绝多出来的键、缺少的键和带千位分隔的数', () => {
  const [finding] = toOutput(sampleAudit()).findings
  const report = toOutput(sampleAudit())
  const evidence = finding!.evidence[0]!
  const bad: unknown[] = [
    { version: 2, reports: [] },
    { version: 1, reports: [{ ...report, extra: 1 }] },
    { version: 1, reports: [{ ...report, findings: [{ ...finding, roots: [1] }] }] },
    {
      version: 1,
      reports: [{ ...report, findings: [{ ...finding, evidence: [{ ...evidence, value: '1,286.05' }] }] }],
    },
    { version: 1, reports: [{ file: report.file }] },
  ]
  for (const each of bad) assert.equal(isValid(each), false, JSON.stringify(each).slice(0, 60))
})

test('引文不超过八十字，数字总在其中', () => {
  const filler = '情况说明'.repeat(60)
  const blocks = [
    paragraph(`${filler}金额512.34万元${filler}`, 1),
    table([['指标'.repeat(40), `${filler}512.34${filler}`]]),
  ]
  const places = [{ block: 0 }, { block: 1, row: 0, cell: 1 }]
  const audit = auditOf(blocks, (document) =>
    places.map((place) => ({
      rule: 'I1',
      severity: 'error',
      message: '不一致',
      evidence: [{ figure: figureAt(document, place, '512.34') }],
    })),
  )
  for (const { evidence } of toOutput(audit).findings) {
    assert.ok(evidence[0]!.text.length <= 80, String(evidence[0]!.text.length))
    assert.ok(evidence[0]!.text.includes('512.34'), evidence[0]!.text)
  }
})

test('文字结果有算式、两处原文和连带，同名的报告只列一遍', () => {
  const audit = sampleAudit()
  const twice = { ...audit, parts: [...audit.parts, ...audit.parts] }
  const text = toText(twice, 'warning')
  for (const piece of [
    '852.47 + 347.26 = 1199.73 ≠ 1286.05',
    '第3行：本年预算',
    '表1第2行第2格：全年预算数',
    '连带：',
  ]) {
    assert.equal(text.split(piece).length - 1, 1, piece)
  }
  assert.ok(!text.includes('\u001b'))
  assert.ok(toText(audit, 'warning', true).includes('\u001b[31m错误\u001b[0m'))
})

test('报告里的控制字符到不了终端', () => {
  const text = toText(hostileAudit('预算\u001b]0;改标题\u0007\u001b[2J\u202e反'), 'warning')
  assert.doesNotMatch(text, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
})

test('SARIF 有版本、规则、级别、相对路径、区域、相关位置和指纹', () => {
  const report = { ...toOutput(sampleAudit(), 'info'), file: '/甲/第1号#报告?.txt' }
  const log = JSON.parse(toSarif([report]))
  assert.equal(log.version, '2.1.0')
  const [run] = log.runs
  assert.equal(run.tool.driver.name, 'jiheng')
  assert.deepEqual(
    run.tool.driver.rules.map((rule: { id: string }) => rule.id),
    ['sum.parts-of-whole', 'I2', 'I91'],
  )
  assert.deepEqual(
    run.results.map((each: { level: string }) => each.level),
    ['error', 'warning', 'note'],
  )
  for (const result of run.results) {
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId)
    assert.ok(result.message.text.length > 0)
    assert.ok(Object.values(result.partialFingerprints).every((each) => typeof each === 'string' && each !== ''))
  }
  const [first] = run.results
  const { artifactLocation, region } = first.locations[0].physicalLocation
  assert.equal(decodeURIComponent(artifactLocation.uri), '甲/第1号#报告?.txt')
  assert.doesNotMatch(artifactLocation.uri, /[#?:]|^\//)
  assert.deepEqual(region, { startLine: 3, startColumn: 5 })
  assert.equal(first.relatedLocations[0].physicalLocation.region, undefined)
  assert.equal(first.relatedLocations[0].logicalLocations[0].name, '表1第2行第2格')
})

test('网页里原文与发现互相链接，编号不重，没有脚本', () => {
  const html = toHtml(sampleAudit(), 'warning')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  assert.deepEqual(ids.length, new Set(ids).size)
  for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(target), target)
  assert.match(html, /<mark class="error"><a href="#f1"[^>]*>1,286\.05<\/a><\/mark>/)
  assert.doesNotMatch(html, /<script|https?:\/\//)
  assert.match(html, /@media print/)
})

test('恶意文字在网页里只是文字', () => {
  for (const text of hostile) assert.doesNotMatch(toHtml(hostileAudit(text), 'info'), /<script|<img|<\/w:t>/)
})
