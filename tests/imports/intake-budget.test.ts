import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { draftLedger } from '#operations/intake/draft-ledger.ts'
import { checkWholeLedger } from '#operations/ledgers/check-whole-ledger.ts'

/** A department's report in a few sentences, as a draft. */
async function draftOf(...sentences: readonly string[]) {
  const lines = ['清江县林业局2023年度部门整体支出绩效自评报告', '一、部门概况', ...sentences]
  const bytes = new TextEncoder().encode(lines.join('\n\n'))
  const draft = draftLedger(await auditDocument({ name: '报告.txt', bytes }), '420528')
  assert.ok(draft)
  const said = draft.figures.map(({ what, shown, confidence }) => `${confidence} ${what} ${shown}`)
  const lines_ = draft.ledger.budgetLines.map(
    ({ kind, nature, amount }) => `${kind} ${nature} ${amount.div(10_000).toFixed(2)}`,
  )
  return { ...draft, said, lines: lines_, asked: draft.ledger.openQuestions.map(({ id }) => id) }
}

const spent = '全年总支出1080.00万元，其中：基本支出750.00万元，项目支出330.00万元。'

test('年初、追加、全年写在一句里：各登各的，基本和项目怎么分问一句，核对没有超预算', async () => {
  const draft = await draftOf(
    '全年预算数1110.00万元（年初预算990.00万元，执行中追加120.00万元），执行数1080.00万元，执行率97.30%。',
    spent,
  )
  assert.ok(draft.said.includes('likely 年初预算 990.00万元'), draft.said.join('\n'))
  assert.deepEqual(draft.lines, ['original basic 750.00', 'original project 240.00', 'supplement project 120.00'])
  assert.ok(draft.asked.includes('budget-split'))
  assert.deepEqual(
    checkWholeLedger(draft.ledger).ledger.filter(({ rule }) => rule === 'ledger.overspent'),
    [],
  )
})

test('只认出全年预算：登记为年初批复，写明要改', async () => {
  const draft = await draftOf('部门全年支出1080.00万元，调整后预算1110.00万元，预算执行率97.30%。', spent)
  assert.ok(draft.asked.includes('budget-original'), draft.asked.join())
  assert.match(draft.ledger.openQuestions.find(({ id }) => id === 'budget-original')?.holds ?? '', /1110万元/)
})

test('一个预算也没有认出：不编数，问一句', async () => {
  const draft = await draftOf(spent)
  assert.deepEqual(draft.lines, [])
  assert.match(draft.ledger.openQuestions.find(({ id }) => id === 'budget-original')?.holds ?? '', /没有登记年初预算/)
})

test('编制按前面的话分类，总数不与其中一类混同', async () => {
  const draft = await draftOf(
    '机关编制38名，包括行政编制26名、机关工勤编制4名、事业编制8名；年末在职人员36人，退休27人。',
  )
  assert.deepEqual(draft.ledger.staffing[0]?.quotas, [
    { kind: 'administrative', posts: 26 },
    { kind: 'logistics', posts: 4 },
    { kind: 'other', posts: 8 },
  ])
  assert.ok(draft.said.includes('certain 编制数 38名'), draft.said.join('\n'))
})

test('提纲里没有的标题不混进上一节的正文', async () => {
  const draft = await draftOf('二、存在的主要问题', '预算编制不够细。', '三、其他需要报告的事项和情况', '没有。', spent)
  const texts = draft.ledger.sections.map(({ text }) => text).join('\n')
  assert.match(texts, /预算编制不够细/)
  assert.doesNotMatch(texts, /需要报告的事项/)
})

test('「其余……项目支出」只是项目支出的一部分，不算两说；前后真有两个数的才是', async () => {
  const document = new URL('../accuracy/documents/01-jiaoyu-zhengti.html', import.meta.url)
  const draft = draftLedger(await auditDocument({ name: '教育局.html', bytes: readFileSync(document) }))
  const said = draft?.figures.filter(({ what }) => what === '项目支出')
  assert.deepEqual(
    [...new Set(said?.map(({ shown, confidence }) => `${confidence} ${shown}`))],
    ['likely 22417.08万元'],
  )
  const twice = await draftOf(spent, '二、年末在职人员45人。', '三、人员情况：年末在职人员54人。')
  assert.ok(twice.said.includes('disputed 在职人数 45人 / 54人'), twice.said.join('\n'))
})

test('所属单位的编制在一段里另写的，也算进各类之和', async () => {
  const { ledger } = await draftOf('机关行政编制20名，机关后勤事业编制3名，县林业工作站编制9名。年末在职人员30人。')
  assert.deepEqual(ledger.staffing[0]?.quotas, [
    { kind: 'administrative', posts: 20 },
    { kind: 'logistics', posts: 3 },
    { kind: 'other', posts: 9 },
  ])
})

test('一个数也没有认出的报告：草稿写明预算和支出要补录', async () => {
  const bytes = new TextEncoder().encode('清江县林业局2023年度造林项目支出绩效自评报告\n\n造林任务已经完成。')
  const draft = draftLedger(await auditDocument({ name: '报告.txt', bytes }), '420528')
  assert.deepEqual(draft?.ledger.budgetLines, [])
  assert.ok(draft?.ledger.openQuestions.some(({ question }) => question === '报告里没有认出预算和支出'))
})

test('题目里认不出项目名称的，写作待填，问一句，不拿「绩效」当项目', async () => {
  const lines = ['清江县文旅局文旅融合发展专项2023年度绩效自评报告', '到位资金34.00万元，实际支出34.00万元。']
  const bytes = new TextEncoder().encode(lines.join('\n\n'))
  const draft = draftLedger(await auditDocument({ name: '报告.txt', bytes }), '420528')
  assert.deepEqual(
    draft?.ledger.projects.map(({ name }) => name),
    ['待填项目1'],
  )
  assert.ok(draft?.ledger.openQuestions.some(({ question }) => question === '报告里没有认出项目的名称'))
})
