import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import type { Finding } from '#domain/finding.ts'
import type { Audit } from '#domain/audit.ts'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { toText } from '#writing/findings/to-text.ts'

/** What examples/README.md promises, by hand: every one of these numbers stands in the finding. */
const promised: readonly [name: string, ...numbers: string[]][] = [
  ['编制数合计 60，表里 69', '46', '5', '9', '60', '69'],
  ['功能科目合计 1285.30，支出 1286.05', '1285.30', '1286.05'],
  ['三公经费预算 15.7 与 16.56', '15.7', '16.56'],
  ['执行率 132.71% 应为 100%', '132.71', '100'],
  ['2022年项目支出 440.44，明细合计 439.44', '440.44', '439.44'],
  ['2023年公用经费预算 113.69，明细合计 70.29', '113.69', '70.29'],
  ['产出指标标明 50 分，合计 40 分', '产出指标', '50', '40'],
  ['效益指标标明 30 分，合计 40 分', '效益指标', '30', '40'],
  ['督查通报 39 期与 40 期', '39', '40', '督查通报'],
  ['年初预算 969.06 元少写了万', '969.06元', '1286.05'],
  ['文号 桃财绩 与 县财绩', '桃财绩', '县财绩'],
  ['县长热线得 7 分没有写原因', '县长热线', '7', '10', '原因'],
  ['预期目标空着', '预期目标'],
  ['实际完成情况空着', '实际完成情况'],
]

const formats = ['docx', 'txt'] as const
const audits = new Map<string, Audit>()

before(async () => {
  for (const format of formats) {
    const name = `桃江县政府办2023年绩效报告.${format}`
    const bytes = new Uint8Array(readFileSync(new URL(`../examples/${name}`, import.meta.url)))
    audits.set(format, await auditDocument({ name, bytes }))
  }
})

function findingsOf(format: string): Finding[] {
  const audit = audits.get(format)
  return (audit?.findings ?? []).flatMap((finding) => [finding, ...(finding.consequences ?? [])])
}

/** Everything a finding says: its sentence, its arithmetic and the texts on both sides. */
function wordsOf(finding: Finding): string {
  const sides = finding.evidence.map((side) => ('figure' in side ? side.figure.text : side.text))
  return [finding.message, finding.expression, finding.cause, ...sides].join(' ')
}

function isPromised(finding: Finding): boolean {
  const words = wordsOf(finding)
  return promised.some(([, ...numbers]) => numbers.every((number) => words.includes(number)))
}

for (const format of formats) {
  for (const [name, ...numbers] of promised) {
    test(`示例 ${format} 查出：${name}`, () => {
      const found = findingsOf(format).filter((finding) => numbers.every((number) => wordsOf(finding).includes(number)))
      assert.ok(
        found.length > 0,
        findingsOf(format)
          .map((finding) => finding.message)
          .join('\n'),
      )
    })
  }

  test(`示例 ${format} 没有说明书之外的错误级发现`, () => {
    const others = findingsOf(format).filter((finding) => finding.severity === 'error' && !isPromised(finding))
    assert.deepEqual(
      others.map((finding) => `${finding.rule} ${finding.message}`),
      [],
    )
  })

  test(`示例 ${format} 分出八份材料`, () => {
    const kinds = audits.get(format)?.parts.map((part) => part.kind)
    const project = 'project-report'
    assert.deepEqual(kinds, [
      'department-report',
      'base-data-table',
      'self-evaluation-form',
      project,
      project,
      project,
      project,
      project,
    ])
  })
}

test('README 里的输出节选是程序现在的输出', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const [, excerpt = ''] = /输出（节选）：\n\n```\n([^`]*)```/.exec(readme) ?? []
  const lines = excerpt.split('\n').filter((line) => line.trim() !== '' && line.trim() !== '…')
  assert.ok(lines.length > 10)
  const audit = audits.get('docx')
  assert.ok(audit)
  const printed = toText({ ...audit, file: `examples/${audit.file}` }, 'warning').split('\n')
  assert.deepEqual(
    lines.filter((line) => !printed.includes(line)),
    [],
  )
})
