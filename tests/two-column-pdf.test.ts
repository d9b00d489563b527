import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from '@playwright/test'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { openBrowser } from './journeys/open-browser.ts'

const title = '2023年度部门整体支出绩效自评报告'
const paragraphs = [
  '一、基本情况',
  '2023年本单位收入合计969.06万元，其中基本支出拨款663.06万元，项目支出拨款306.00万元，全部为一般公共预算财政拨款。',
  '单位内设办公室、计划财务股、政策法规股、综合业务股四个股室，承担本县行业规划编制、行政审批和安全监管等职能。',
  '二、资金使用情况',
  '全年收集群众反映的问题88个，已解决85个，解决率96.6%，其余问题已列入下一年度工作计划，明确了责任股室和完成时限。',
  '全年召开常务会12次、党组会12次、全体会2次，共计26次，印发会议纪要和工作简报，督促各项重点任务按期完成。',
  '三、存在的问题和改进措施',
  '一是预算编制的精细化程度还不够高，部分项目的支出进度前慢后快；二是绩效指标的设置不够量化，个别指标难以考核评价。',
  '下一步将加强预算编制的前期论证，强化绩效运行监控，把绩效评价结果作为安排下一年度预算的重要依据。',
]

let browser: Browser
before(async () => {
  browser = await openBrowser()
})
after(() => browser.close())

async function printed(body: string): Promise<Uint8Array> {
  const page = await browser.newPage()
  const look = 'body{font-family:FangSong;font-size:14px;line-height:1.6}p{margin:0;text-align:justify;text-indent:2em}'
  await page.setContent(`<style>${look}</style><h2 style="text-align:center">${title}</h2>${body}`)
  const bytes = await page.pdf({ format: 'A4', margin: { top: '60px', bottom: '60px', left: '60px', right: '60px' } })
  await page.close()
  return new Uint8Array(bytes)
}

test('两栏排的正文先读左栏再读右栏，段落不断', async () => {
  const columns = paragraphs.map((text) => `<p>${text}</p>`).join('')
  const bytes = await printed(`<div style="columns:2;column-gap:28px">${columns}</div>`)
  const { document, findings } = await auditDocument({ name: '两栏.pdf', bytes })
  assert.deepEqual(
    document?.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '表')),
    [title, ...paragraphs],
  )
  assert.deepEqual(
    findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule),
    [],
  )
})

test('没有框线的两列表格不当作两栏正文', async () => {
  const rows = [
    ['项目名称', '全年执行数（万元）'],
    ['农村公路养护工程补助', '120.50'],
    ['小型水库维修养护经费', '86.20'],
    ['政务信息化运行维护费', '45.30'],
    ['职业技能培训专项补贴', '33.00'],
    ['食品安全抽检工作经费', '15.00'],
    ['合计', '300.00'],
  ]
  const cells = rows.map((row) => `<tr>${row.map((text) => `<td style="width:300px">${text}</td>`).join('')}</tr>`)
  const { document } = await auditDocument({ name: '表.pdf', bytes: await printed(`<table>${cells.join('')}</table>`) })
  const table = document?.blocks.find((block) => block.kind === 'table')
  assert.deepEqual(
    table?.rows.map((row) => row.map(({ text }) => text)),
    rows,
  )
})
