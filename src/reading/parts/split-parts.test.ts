import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitParts } from './split-parts.ts'

const text =
  '为规范资金管理，提高资金使用效益，按照预算绩效管理的有关要求，现将全年工作开展情况、资金使用情况和存在的问题报告如下，请予审阅。'
const cases: { name: string; lines: string[]; parts: [title: string, kind: string, year?: number][] }[] = [
  {
    name: '网页上面的路径不是标题',
    lines: ['首页 > 政务公开 > 财政预决算 > 部门预算', '某县残疾人联合会2025年部门预算公开说明', text],
    parts: [['某县残疾人联合会2025年部门预算公开说明', 'budget-disclosure', 2025]],
  },
  {
    name: '标题分两行写，连成一个',
    lines: ['某县财政局2023年度', '部门整体支出绩效自评报告', text],
    parts: [['某县财政局2023年度部门整体支出绩效自评报告', 'department-report', 2023]],
  },
  {
    name: '一个文件里几份材料，没写年度的随前面',
    lines: ['2023年度部门整体支出绩效自评报告', text, '项目支出绩效自评表', text],
    parts: [
      ['2023年度部门整体支出绩效自评报告', 'department-report', 2023],
      ['项目支出绩效自评表', 'self-evaluation-form', 2023],
    ],
  },
  {
    name: '表的名称在表上又印一遍，标题不重写',
    lines: ['桃江县2023年度部门整体支出绩效自评表', '自评表', text, '桃江县2023年度部门整体支出绩效目标表', text],
    parts: [
      ['桃江县2023年度部门整体支出绩效自评表', 'self-evaluation-form', 2023],
      ['桃江县2023年度部门整体支出绩效目标表', 'goal-form', 2023],
    ],
  },
  {
    name: '落款的日期和下一页的“附件1”连在一起，都不是标题',
    lines: [
      '2023年度部门整体支出绩效自评报告',
      text,
      '2024年3月8日附件1',
      '桃江县2023年度部门整体支出绩效自评表',
      text,
    ],
    parts: [
      ['2023年度部门整体支出绩效自评报告', 'department-report', 2023],
      ['桃江县2023年度部门整体支出绩效自评表', 'self-evaluation-form', 2023],
    ],
  },
  {
    name: '项目名称很长，书名号、括号都有，还是标题；一句话不是',
    lines: [
      '2023年度部门整体支出绩效自评报告',
      text,
      '2023年度关于统筹推进全县优化营商环境暨“放管服”改革专项资金（含上级转移支付与本级配套部分）的综合性跨年度实施项目项目支出绩效评价报告',
      text,
      '2023年度我们组织各股室对照年初批复的目标逐项自查，认真总结经验和不足，在此基础上汇总形成了这份全面反映资金使用情况的单位报告',
      text,
    ],
    parts: [
      ['2023年度部门整体支出绩效自评报告', 'department-report', 2023],
      [
        '2023年度关于统筹推进全县优化营商环境暨“放管服”改革专项资金（含上级转移支付与本级配套部分）的综合性跨年度实施项目项目支出绩效评价报告',
        'project-report',
        2023,
      ],
    ],
  },
  {
    name: '单位、日期和下一页的“附件5”连在一起',
    lines: [
      '2023年度部门整体支出绩效自评报告',
      text,
      '某县残疾人联合会2024年3月8日附件5',
      '2023年度会议费项目支出绩效自评表',
      text,
    ],
    parts: [
      ['2023年度部门整体支出绩效自评报告', 'department-report', 2023],
      ['2023年度会议费项目支出绩效自评表', 'self-evaluation-form', 2023],
    ],
  },
  {
    name: '项目名称里有逗号，标题分两行',
    lines: ['2023年度改善人居环境，服务', '群众项目支出绩效自评报告', text],
    parts: [['2023年度改善人居环境，服务群众项目支出绩效自评报告', 'project-report', 2023]],
  },
  {
    name: '编了号的表是报告里的一张表，后面的文字还是这份报告的',
    lines: [
      '2023年度公共卫生补助资金绩效自评报告',
      text,
      '表2各县（区）资金执行情况表（单位：万元）',
      '|',
      '二、绩效目标完成情况',
      text,
      '表3 绩效自评表',
      '|',
      '三、存在的问题',
      text,
    ],
    parts: [['2023年度公共卫生补助资金绩效自评报告', 'project-report', 2023]],
  },
  {
    name: '编了号的自评表附在最后，是另一份材料；表上的日期是填报的日子',
    lines: ['2023年度公共卫生补助项目绩效自评报告', text, '表1 项目支出绩效自评表', '|', '注：2024年3月填报。'],
    parts: [
      ['2023年度公共卫生补助项目绩效自评报告', 'project-report', 2023],
      ['表1项目支出绩效自评表', 'self-evaluation-form', 2023],
    ],
  },
  {
    name: '绩效目标自评表是自评表，不是目标表',
    lines: ['转移支付区域绩效目标自评表（2023年度）', text],
    parts: [['转移支付区域绩效目标自评表（2023年度）', 'self-evaluation-form', 2023]],
  },
]
for (const { name, lines, parts } of cases)
  test(`分出材料：${name}`, () => {
    const blocks = lines.map((line) =>
      line === '|'
        ? ({ kind: 'table', number: 1, rows: [], locus: {} } as const)
        : ({ kind: 'paragraph', text: line, locus: {} } as const),
    )
    const read = splitParts({ file: '报告.html', format: 'html', blocks })
    assert.deepEqual(
      read.map(({ title, kind, year }) => [title, kind, year]),
      parts,
    )
  })
