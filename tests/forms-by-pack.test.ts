import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PrintedReport, Run } from '#domain/report/printed-report.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { packById, rulePacks } from '#operations/packs/load-packs.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { writeReportPdf } from '#writing/reports/formats/write-report-pdf.ts'

const example = await openLedger(fileURLToPath(new URL('../examples/桃江县政府办2023年账本.yaml', import.meta.url)))
assert.ok(example.ledger)
const ledger: Ledger = { ...example.ledger, issueDate: '2024-03-05' }

const said = (runs: readonly Run[]) => runs.map((run) => (typeof run === 'string' ? run : run.text)).join('')
function rowsOf({ blocks }: PrintedReport): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.map(({ runs }) => said(runs)).join('|')) : [],
  )
}
function formOf(pack: string, id: RegExp, of: Ledger = ledger): string[] {
  const report = prepareReports(of, packById(pack)).set.reports.find((each) => id.test(each.id))
  assert.ok(report, String(id))
  return rowsOf(report)
}

const department = /-自评表$/
const project = /项目自评表-改善民生/
const goals = /项目绩效目标表-改善民生/

const printed: [name: string, pack: string, form: RegExp, rows: string[]][] = [
  [
    '湖南整体：按收入性质和按支出性质两种分法，一级指标写明分值',
    'hunan-2023',
    department,
    [
      '年度预算申请（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|自评得分',
      '按收入性质分：969.06|按支出性质分：969.06',
      '产出指标（50分）|数量指标|县政府常务会议|≥12次|12次|12.5|12.5|',
    ],
  ],
  [
    '全国项目：当年财政拨款、上年结转、其他资金各一行',
    'cn-2020',
    project,
    [
      '项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分',
      '其中：当年财政拨款|30.00|30.00|30.00|—|—|—',
      '上年结转资金|0.00|0.00|0.00|—|—|—',
      '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施',
    ],
  ],
  [
    '全国整体：照项目表的栏目，不用湖南的两种分法',
    'cn-2021-cost',
    department,
    ['部门（单位）名称|桃江县人民政府办公室', '其中：当年财政拨款|969.06|1286.05|1286.05|—|—|—'],
  ],
  [
    '四川项目：调整后预算数、指标性质、度量单位、权重，另有结论、问题、措施和负责人',
    'sichuan-2023',
    project,
    [
      '预算执行情况（万元）（10分）||年初预算|调整后预算数|预算执行数|预算执行率|权重|得分|原因',
      '其中：财政资金|30.00|30.00|30.00|/|/|/|',
      '财政专户管理资金|0.00|0.00|0.00|/|/|/|',
      '一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分|未完成原因分析',
      '产出指标|数量指标|督查通报|≥|39|期|39|25|25|',
      '合计|100|100|',
      '评价结论|自评等级为优。',
      '项目负责人||财务负责人|',
    ],
  ],
  [
    '湖北整体：预算数（A）执行数（B），不列分值，原因和措施写在表后',
    'hubei-2023',
    department,
    [
      '单位名称|桃江县人民政府办公室|填报日期|2024年3月5日',
      '预算执行情况（万元）（20分）||预算数（A）|执行数（B）|执行率（B/A）|得分（20分×执行率）',
      '年度财政资金总额|1286.05|1286.05|100.00%|20',
      '年度绩效目标（80分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分',
    ],
  ],
  [
    '湖北项目：项目属性打勾，没有偏差写无',
    'hubei-2023',
    project,
    ['1、持续性项目√　2、新增性项目□', '偏差大或目标未完成原因分析|无'].map((row, at) =>
      at === 0 ? `项目属性|${row}` : row,
    ),
  ],
  [
    '全国2020的项目绩效目标表：中期目标和年度目标并排，指标只到指标值',
    'cn-2020',
    goals,
    ['总体目标|中期目标|年度目标', '一级指标|二级指标|三级指标|指标值', '产出指标|数量指标|督查通报|≥39期'],
  ],
  [
    '全国2021的项目绩效目标表：指标性质、度量单位、分值权重各一栏',
    'cn-2021-cost',
    goals,
    ['一级指标|二级指标|三级指标|指标性质|指标值|度量单位|分值权重|备注'],
  ],
]
for (const [name, pack, form, expected] of printed)
  test(`表式随规则包。${name}`, () => {
    const rows = formOf(pack, form)
    for (const row of expected) assert.ok(rows.includes(row), `缺「${row}」\n${rows.join('\n')}`)
  })

test('成本指标单列一级的，登记在最后也排在产出之前', () => {
  const last = ledger.indicators.filter(({ scope }) => scope === 'department').at(-1)!
  const cost = { ...last, id: 'c1', level1: '成本指标', level2: '经济成本指标', name: '会议成本' }
  const rows = formOf('cn-2021-cost', department, { ...ledger, indicators: [...ledger.indicators, cost] })
  const at = (name: string) => rows.findIndex((row) => row.includes(name))
  assert.ok(at('会议成本') > 0 && at('会议成本') < at('县政府常务会议'), rows.join('\n'))
})

test('有上年结转的，结转一行有预算，花的是哪年的钱账本不知道，两行的执行数空着', () => {
  const carried = { ...ledger.budgetLines[1]!, key: '结转', kind: 'carry-over' as const }
  const rows = formOf('cn-2020', project, { ...ledger, budgetLines: [...ledger.budgetLines, carried] })
  // 30 of this year, 30 carried over.
  assert.ok(rows.includes('其中：当年财政拨款|30.00|30.00||—|—|—'), rows.join('\n'))
  assert.ok(rows.includes('上年结转资金|0.00|30.00||—|—|—'))
  const sichuan = formOf('sichuan-2023', project, { ...ledger, budgetLines: [...ledger.budgetLines, carried] })
  assert.ok(sichuan.includes('其中：财政资金|30.00|60.00|30.00|/|/|/|'), sichuan.join('\n'))
})

test('四川：执行率低于90%的，原因写在资金使用一节，自评表的原因栏照印；没有写就列为要补', () => {
  const carried = { ...ledger.budgetLines[1]!, key: '结转', kind: 'carry-over' as const }
  const slow = { ...ledger, budgetLines: [...ledger.budgetLines, carried] }
  const [first] = ledger.projects
  const missing = (of: typeof ledger) =>
    prepareReports(of, packById('sichuan-2023')).gaps.filter(({ message }) => message.includes('低于90%'))
  assert.deepEqual(
    missing(slow).map(({ message }) => message),
    ['预算执行率低于90%，原因还没有写：写在「资金计划、到位及使用情况」一节'],
  )
  assert.deepEqual(missing(ledger), [])
  const reason = { scope: { project: first!.id }, outline: 'funds.spending', text: '上年结转的资金年底才下达。' }
  const told = { ...slow, sections: [...ledger.sections, reason] }
  assert.deepEqual(missing(told), [])
  const rows = formOf('sichuan-2023', project, told)
  assert.ok(
    rows.some((row) => /^总额\|.*\|上年结转的资金年底才下达。$/.test(row)),
    rows.join('\n'),
  )
})

test('四川整体：实施内容取自年度主要任务', () => {
  const tasks = [{ name: '防汛备汛', content: '修复水毁堤防' }]
  const sections = ledger.sections.filter(({ outline }) => outline !== 'organisation')
  const rows = formOf('sichuan-2023', department, { ...ledger, tasks, sections })
  assert.ok(rows.includes('2.实施内容及过程概述|防汛备汛：修复水毁堤防。'), rows.join('\n'))
})

test('偏差原因写在括号里，括号中间不断句；项目概况没有句号的补上', () => {
  const [entry] = ledger.indicators.filter(({ scope }) => scope !== 'department')
  const missed = {
    ...entry!,
    sign: '≥' as const,
    target: entry!.weight,
    actual: { from: 'entered' as const, value: entry!.weight.minus(1) },
    varianceReason: '雨季停工。余下部分跨年。',
    improvement: '倒排工期。',
  }
  const indicators = ledger.indicators.map((each) => (each.id === missed.id ? missed : each))
  const projects = ledger.projects.map((each) => ({ ...each, summary: '新建渠系' }))
  const { reports } = prepareReports({ ...ledger, indicators, projects }, packById('sichuan-2023')).set
  const text = reports
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'paragraph' ? [said(block.runs)] : [])))
    .join('\n')
  assert.ok(text.includes('（雨季停工；余下部分跨年；倒排工期）没有达到年度指标值'), text)
  assert.ok(text.includes('新建渠系。'))
})

const chapterOne = (report: PrintedReport) =>
  report.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [said(block.runs)] : []))
const outlined: [pack: string, department: string[], project: string[]][] = [
  [
    'cn-2020',
    ['一、部门基本情况', '二、绩效自评情况'],
    [
      '一、基本情况',
      '二、绩效评价工作开展情况',
      '三、综合评价情况及评价结论',
      '四、绩效评价指标分析',
      '五、主要经验及做法、存在的问题及原因分析',
      '六、有关建议',
      '七、其他需要说明的问题',
    ],
  ],
  [
    'sichuan-2023',
    ['一、部门概况', '二、部门资金收支情况', '三、部门整体绩效分析', '四、评价结论及建议'],
    ['一、项目概况', '二、项目资金申报及使用情况', '三、项目实施及管理情况', '四、项目绩效情况', '五、评价结论及建议'],
  ],
  ['hubei-2023', ['一、自评结论', '二、佐证材料'], ['一、自评结论', '二、佐证材料']],
]
for (const [pack, department, project] of outlined)
  test(`报告的章节随规则包：${pack}`, () => {
    const { reports } = prepareReports(ledger, packById(pack)).set
    assert.deepEqual(chapterOne(reports[0]!), department)
    assert.deepEqual(chapterOne(reports.find(({ kind }) => kind === 'project-report')!), project)
  })

test('基础数据表只有湖南的规则包写', () => {
  for (const { id } of rulePacks()) {
    const kinds = prepareReports(ledger, packById(id)).set.reports.map(({ kind }) => kind)
    assert.equal(kinds.includes('base-data-table'), id === 'hunan-2023', id)
  }
})

test('提纲里没有的一节，写好的文字不印出，逐条说明', () => {
  const { gaps } = prepareReports(ledger, packById('hubei-2023'))
  const told = gaps.filter(({ message }) => message.includes('没有印出')).map(({ chapter }) => chapter)
  assert.ok(told.includes('performance.economy') && !told.includes('problems'), told.join())
  assert.deepEqual(prepareReports(ledger).gaps, [])
})

test('达到和没有达到年度指标值的指标由得分写出，没有达到的写明原因', () => {
  const { blocks } = prepareReports(ledger, packById('cn-2021-cost')).set.reports[0]!
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [said(block.runs)] : []))
  assert.ok(
    paragraphs.some((text) => /^产出指标：.*县政府常务会议.*达到年度指标值。$/.test(text)),
    paragraphs.join('\n'),
  )
  assert.ok(paragraphs.some((text) => /县长热线办理满意率（.+）没有达到年度指标值。$/.test(text)))
})

test('表式里的字、勾选的记号，pdf 里都印得出', async () => {
  const { set } = prepareReports({ ...ledger, pack: 'hubei-2023' })
  const report = set.reports.find(({ id }) => project.test(id))
  assert.ok(report)
  const folder = new URL('../data/forms/', import.meta.url)
  const words = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8').replaceAll(/\s+/g, ''))
  const all = { ...report, blocks: [...report.blocks, { kind: 'paragraph' as const, runs: words }] }
  // With a character no font has, it would not be called PDF/A.
  assert.match(Buffer.from(await writeReportPdf(all, set)).toString('latin1'), /pdfaid:part/)
})
