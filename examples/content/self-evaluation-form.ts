import { type Block, type GridCell, cell, row, title } from './blocks.ts'

/** A filled indicator row and the two template rows the form leaves under it, for one level-2 heading. */
function indicator(level2: string, ...filled: string[]): GridCell[][] {
  return [[cell(level2, 1, 3), ...row(...filled, '')], row('', '', '', '', '', ''), row('……', '', '', '', '', '')]
}

/** Puts a level-1 heading in front of the rows of its level-2 headings. */
function group(level1: string, ...rows: GridCell[][]): GridCell[][] {
  const [first = [], ...others] = rows
  return [[cell(level1, 1, rows.length), ...first], ...others]
}

const indicators: GridCell[][] = [
  row('一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '自评得分', '偏差原因分析\n及改进措施'),
  ...group(
    '产出指标\n（50分）',
    ...indicator('数量\n指标', '常务会议', '12次', '12次', '10', '10'),
    ...indicator('质量\n指标', '政务信息', '200条', '400条', '10', '10'),
    ...indicator('时效\n指标', '县长热线', '满意率100%', '满意率95%', '10', '7'),
    ...indicator('成本\n指标', '厉行节俭', '全年', '全年', '10', '10'),
  ),
  ...group(
    '效益指标\n（30分）',
    ...indicator('经济效\n益指标', '银企对接', '1', '1', '10', '10'),
    ...indicator('社会效\n益指标', '建议提案', '办结率100%', '办结率100%', '10', '10'),
    ...indicator('生态效\n益指标', '保护生态', '全年', '全年', '10', '10'),
    ...indicator('可持续影\n响指标', '廉政建设', '全年', '全年', '10', '10'),
  ),
  ...group('满意度\n指标\n（10分）', ...indicator('服务对象\n满意度指标', '群众满意', '全年', '全年', '10', '10')),
]

/** The Hunan 「部门整体支出绩效自评表」 as filled in for 2023. */
export const selfEvaluationForm: readonly Block[] = [
  title('桃江县2023年度部门整体支出绩效自评表'),
  {
    is: 'grid',
    columns: 9,
    rows: [
      [cell('县级预算部门、单位名称', 2), cell('桃江县人民政府办公室', 7)],
      [
        cell('年度预\n算申请\n（万元）', 1, 7),
        cell('', 2),
        ...row('年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '自评得分'),
      ],
      [cell('年度资金总额', 2), ...row('969.06', '1286.05', '1286.05', '10', '132.71%', '10')],
      [cell('按收入性质分：969.06', 4), cell('按支出性质分：969.06', 4)],
      [cell('其中：一般公共预算：969.06', 4), cell('其中：基本支出：663.06', 4)],
      [cell('政府性基金拨款：0', 4), cell('项目支出：306', 4)],
      [cell('纳入专户管理的非税收入拨款：0', 4), cell('', 4)],
      [cell('其他资金：0', 4), cell('', 4)],
      [cell('年度总体\n目标', 1, 2), cell('预期目标', 4), cell('实际完成情况', 4)],
      [cell('', 4), cell('', 4)],
      ...group('绩\n效\n指\n标', ...indicators),
      [cell('总分', 6), ...row('100', '97', '')],
    ],
  },
]
