import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimLine, factLine, readDrawn } from './claim-lines.ts'

/** Tables in our own numbers; the expected claims are read off the drawing. */
type Sample = {
  readonly name: string
  readonly drawing: string
  readonly caption?: readonly string[]
  readonly claims: readonly string[]
  readonly never?: readonly string[]
  readonly facts?: readonly string[]
}

const samples: readonly Sample[] = [
  {
    name: '功能科目表：项之和为款、款之和为类、类之和为合计',
    drawing: `
项目 | < | 本年支出合计 | 基本支出 | 项目支出
功能分类科目编码 | 科目名称 | ^ | ^ | ^
栏次 | < | 1 | 2 | 3
合计 | < | 950.50 | 600.50 | 350.00
201 | 一般公共服务支出 | 900.50 | 600.50 | 300.00
20103 | 政府办公厅（室）及相关机构事务 | 900.50 | 600.50 | 300.00
2010301 | 行政运行 | 600.50 | 600.50 | 
2010302 | 一般行政管理事务 | 290.00 |  | 290.00
2010399 | 其他政府办公厅（室）及相关机构事务支出 | 11.00 |  | 11.00
207 | 文化旅游体育与传媒支出 | 50.00 |  | 50.00
20701 | 文化和旅游 | 50.00 |  | 50.00
2070199 | 其他文化和旅游支出 | 50.00 |  | 50.00`,
    caption: ['支出决算表', '单位：万元'],
    claims: [
      'I18 900.50 = 600.50 + 290.00 + 11.00',
      'I18 50.00 = 50.00',
      'table.total 950.50 = 900.50 + 50.00',
      'table.total 950.50 = 600.50 + 350.00',
    ],
    never: ['900.50 + 900.50', '1 = '],
    facts: ['account:2010301 2023 actual 600.50万元', 'account:20103 2023 actual 900.50万元'],
  },
  {
    name: '资金分配表：合计为各乡镇之和，补助标准和占比不相加',
    drawing: `
序号 | 乡镇 | 村数 | 补助标准（万元） | 金额（万元） | 占比
1 | 桃花江镇 | 12 | 2 | 24 | 40%
2 | 灰山港镇 | 10 | 2 | 20 | 33.33%
3 | 马迹塘镇 | 8 | 2 | 16 | 26.67%
合计 | < | 30 |  | 61 | 100%`,
    claims: [
      'table.total 30 = 12 + 10 + 8',
      'table.total 61 = 24 + 20 + 16',
      'table.share 33.33 = 20 / 61',
      'table.product 24 = 2 × 12',
    ],
    never: ['2 + 2 + 2', '40 + 33.33', '1 + 2 + 3'],
  },
  {
    name: '收支总表：两边各自相加，收入总计等于支出总计',
    drawing: `
收入 | < | 支出 | <
项目 | 金额 | 项目 | 金额
一、一般公共预算财政拨款收入 | 1200.00 | 一、一般公共服务支出 | 1100.00
二、政府性基金预算财政拨款收入 | 50.00 | 二、教育支出 | 
三、其他收入 | 10.00 | 三、社会保障和就业支出 | 150.00
本年收入合计 | 1260.00 | 本年支出合计 | 1250.00
年初结转和结余 | 20.00 | 年末结转和结余 | 30.00
总计 | 1280.00 | 总计 | 1280.00`,
    caption: ['单位：万元'],
    claims: [
      'table.total 1260.00 = 1200.00 + 50.00 + 10.00',
      'table.total 1280.00 = 1260.00 + 20.00',
      'table.total 1250.00 = 1100.00 + 150.00',
      'table.total 1280.00 = 1250.00 + 30.00',
      'I03 1280.00 == 1280.00',
    ],
  },
  {
    name: '增减额为本年减上年，其中行不重复相加',
    drawing: `
项目 | 2022年决算数 | 2023年决算数 | 增减额 | 增减%
基本支出 | 500 | 550 | 50 | 10%
项目支出 | 300 | 270 | -30 | -10%
其中：信息化 | 100 | 90 | -10 | -10%
合计 | 800 | 820 | 20 | 2.5%`,
    caption: ['单位：万元'],
    claims: [
      'table.change 550 ~ 500 ~ 50 ~ 10',
      'table.change 270 ~ 300 ~ -30 ~ -10',
      'table.total 820 = 550 + 270',
      'table.subtotal 270 ≥ 90',
    ],
    never: ['550 + 270 + 90', '10 + -10', '-30 ≥'],
    facts: ['spending.basic 2022 actual 500万元'],
  },
  {
    name: '三公经费表：三层表头，预算数与决算数各自相加',
    drawing: `
预算数 | < | < | < | < | < | 决算数 | < | < | < | < | <
合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费
^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^
20.00 | 0.00 | 12.00 | 0.00 | 12.00 | 8.00 | 18.50 | 0.00 | 11.00 | 0.00 | 10.00 | 7.50`,
    caption: ['单位：万元'],
    claims: ['I42 20.00 = 0.00 + 12.00 + 8.00', 'I43 11.00 = 0.00 + 10.00', 'I42 18.50 = 0.00 + 11.00 + 7.50'],
    never: ['12.00 + 0.00 + 12.00'],
    facts: [
      'three-public.total 2023 original 20.00万元',
      'three-public.vehicle 2023 actual 11.00万元',
      'three-public.reception 2023 actual 7.50万元',
    ],
  },
  {
    name: '小计之和为总计，各小计只加自己上面的行',
    drawing: `
股室 | 项目 | 金额（元）
办公室 | 印刷 | 1200.50
^ | 差旅 | 800.00
小计 | < | 2000.50
财务股 | 培训 | 500.00
^ | 设备 | 1500.00
小计 | < | 2000.00
总计 | < | 4000.50`,
    claims: [
      'table.total 2000.50 = 1200.50 + 800.00',
      'table.total 2000.00 = 500.00 + 1500.00',
      'table.total 4000.50 = 2000.50 + 2000.00',
    ],
    never: ['1200.50 + 800.00 + 500.00'],
  },
  {
    name: '执行率列按表头公式，超出的行也照公式核对',
    drawing: `
单位 | 预算数（A） | 执行数（B） | 执行率（B/A）
一中 | 100.00 | 90.00 | 90%
二中 | 200.00 | 150.00 | 75%
三中 | 80.00 | 80.00 | 98%
合计 | 380.00 | 320.00 | 84.21%`,
    caption: ['单位：万元'],
    claims: [
      'table.rate 98 = 80.00 / 80.00',
      'table.rate 84.21 = 320.00 / 380.00',
      'table.total 380.00 = 100.00 + 200.00 + 80.00',
    ],
    never: ['90 + 75'],
  },
  {
    name: '单位不同的数量不相加',
    drawing: `
品种 | 单位 | 数量
生猪 | 头 | 120
蛋鸡 | 只 | 800
合计 |  | 920`,
    claims: [],
    never: ['table.total'],
  },
  {
    name: '有读不出的格就不说这一栏的合计',
    drawing: `
乡镇 | 中央（万元） | 省级（万元）
甲镇 | ? | 5.00
乙镇 | 3.00 | 6.00
合计 | 8.00 | 11.00`,
    claims: ['table.total 11.00 = 5.00 + 6.00'],
    never: ['8.00 ='],
  },
  {
    name: '空格不当作零：有缺的栏只说不少于',
    drawing: `
乡镇 | 中央（万元） | 省级（万元）
甲镇 |  | 5.00
乙镇 | 3.00 | 6.00
丙镇 | 4.00 | 7.00
合计 | 8.00 | 18.00`,
    claims: ['table.total 18.00 = 5.00 + 6.00 + 7.00', 'table.total 8.00 ≥ 3.00 + 4.00'],
    never: ['8.00 = 3.00'],
  },
  {
    name: '没有表头的续表不作推断',
    drawing: `
丙镇 | 4.00 | 7.00
丁镇 | 1.00 | 2.00
合计 | 50.00 | 90.00`,
    claims: [],
    never: ['table.total'],
  },
  {
    name: '合计与各行毫无关系时不下定论',
    drawing: `
村名 | 户数（户） | 金额（万元）
东村 | 10 | 3.00
西村 | 20 | 4.00
合计 | 300 | 90.00`,
    claims: [],
    never: ['table.total'],
  },
  {
    name: '编号分级：一级为二级之和，合计只加一级',
    drawing: `
项目 | 2022年（万元） | 2023年（万元）
一、基本支出 | 30.00 | 33.00
（一）人员经费 | 20.00 | 22.00
（二）公用经费 | 10.00 | 11.00
二、项目支出 | 12.00 | 15.00
（一）业务费 | 5.00 | 6.00
（二）维护费 | 7.00 | 8.00
合计 | 42.00 | 48.00`,
    claims: [
      'table.subtotal 30.00 = 20.00 + 10.00',
      'table.subtotal 15.00 = 6.00 + 8.00',
      'table.total 48.00 = 33.00 + 15.00',
    ],
    never: ['33.00 + 22.00'],
  },
  {
    name: '收支总表一栏金额被改动，仍按表式核对',
    drawing: `
项目 | 金额（万元） | 项目 | 金额（万元）
一、一般公共预算财政拨款收入 | 1250.00 | 一、一般公共服务支出 | 1100.00
二、其他收入 | 10.00 | 二、教育支出 | 150.00
本年收入合计 | 1210.00 | 本年支出合计 | 1250.00
年初结转和结余 | 50.00 | 年末结转和结余 | 10.00
总计 | 1260.00 | 总计 | 1260.00`,
    claims: ['table.total 1210.00 = 1250.00 + 10.00', 'table.total 1260.00 = 1210.00 + 50.00'],
  },
]

for (const { name, drawing, caption, claims, never, facts } of samples) {
  test(name, () => {
    const read = readDrawn(drawing, caption)
    const lines = read.claims.map(claimLine)
    for (const claim of claims)
      assert.ok(lines.includes(claim), `没有读出「${claim}」，读出的有：\n${lines.join('\n')}`)
    for (const part of never ?? [])
      assert.ok(!lines.some((line) => line.includes(part)), `不应读出「${part}」：\n${lines.join('\n')}`)
    const stated = read.facts.map(factLine)
    for (const fact of facts ?? [])
      assert.ok(stated.includes(fact), `没有读出「${fact}」，读出的有：\n${stated.join('\n')}`)
  })
}
