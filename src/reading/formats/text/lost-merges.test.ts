import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf } from './read-text.ts'

/** A table as Word saves it in plain text: a cell a line behind a TAB, an empty line after each row. */
function saved(...rows: readonly string[]): string {
  return rows
    .map((row) =>
      row.startsWith('#')
        ? row.slice(1)
        : row
            .split('|')
            .map((cell) => `\t${cell.trim()}`)
            .join('\n'),
    )
    .join('\n\n')
}

/** The tables read, a row a line: each cell with how many columns it covers, where more than one. */
function tables(text: string): string[][] {
  return blocksOf(text).flatMap((block) =>
    block.kind === 'table'
      ? [
          block.rows.map((row) =>
            row.map((cell) => `${cell.text}${cell.columnSpan > 1 ? `+${cell.columnSpan}` : ''}`).join('|'),
          ),
        ]
      : [],
  )
}

const cases: { name: string; text: string; read: string[][] }[] = [
  {
    name: '并列表头丢了横向合并：按下一行的空格还原',
    text: saved('单位|全年预算数|执行率', '|中央|地方|合计|', '甲馆|20.00|5.00|25.00|96.0%'),
    read: [['单位|全年预算数+3|执行率', '|中央|地方|合计|', '甲馆|20.00|5.00|25.00|96.0%']],
  },
  {
    name: '两个并列表头紧挨着：平分',
    text: saved('项目|预算|成交', '|单价|金额|单价|金额', '病床|2|20|1|10'),
    read: [['项目|预算+2|成交+2', '|单价|金额|单价|金额', '病床|2|20|1|10']],
  },
  {
    name: '收入、支出两边的表头各占一半',
    text: saved('收入|支出', '项目|金额|项目|金额', '财政拨款|20.00|基本支出|20.00'),
    read: [['收入+2|支出+2', '项目|金额|项目|金额', '财政拨款|20.00|基本支出|20.00']],
  },
  {
    name: '合计行比上面的行短：合计一格占到数字前',
    text: saved('一级指标|二级指标|分值|得分', '产出指标|数量指标|50|48', '合计|50|48'),
    read: [['一级指标|二级指标|分值|得分', '产出指标|数量指标|50|48', '合计+2|50|48']],
  },
  {
    name: '行名占了几栏：数字仍与上面对齐',
    text: saved('一级指标|二级指标|三级指标|分值|得分', '产出指标|数量指标|造林|50|48', '预算执行|执行率|10|9'),
    read: [['一级指标|二级指标|三级指标|分值|得分', '产出指标|数量指标|造林|50|48', '预算执行|执行率+2|10|9']],
  },
  {
    name: '缺了前面合并格的指标行：指标值不当行名撑宽',
    text: saved(
      '一级指标|二级指标|三级指标|指标值|完成值|分值|得分',
      '产出指标|数量指标|造林|≥30亩|32亩|8|8',
      '修枝|≥90亩|96亩|7|7',
    ),
    read: [
      [
        '一级指标|二级指标|三级指标|指标值|完成值|分值|得分',
        '产出指标|数量指标|造林|≥30亩|32亩|8|8',
        '修枝|≥90亩|96亩|7|7',
      ],
    ],
  },
  {
    name: '数字行不改：没有空格可以对照',
    text: saved('项目|金额', '病床|20|备注'),
    read: [['项目|金额', '病床|20|备注']],
  },
  {
    name: '两张表之间的标题不并入上一格',
    text: saved('单位|金额', '甲馆|20.00', '#二、自评情况', '指标|得分', '造林|10'),
    read: [
      ['单位|金额', '甲馆|20.00'],
      ['指标|得分', '造林|10'],
    ],
  },
  {
    name: '格子里另起一段的编号文字仍在格子里',
    text: saved('单位|说明', '甲馆|第一段', '#二、第二段没有写完', '乙馆2个|没有'),
    read: [['单位|说明', '甲馆|第一段\n二、第二段没有写完', '乙馆2个|没有']],
  },
]

for (const { name, text, read } of cases) test(name, () => assert.deepEqual(tables(text), read))
