import { type Block, type GridCell, cell, text, title } from './blocks.ts'

/** A row of the 经费控制情况 block: label and three amounts in 万元, printed over seven grid columns. */
function costs(label: string, lastYear = '', budget = '', actual = ''): GridCell[] {
  return [cell(label), cell(lastYear, 2), cell(budget, 2), cell(actual, 2)]
}

/** The Hunan 「部门整体支出绩效评价基础数据表」 as filled in for 2023. */
export const baseDataTable: readonly Block[] = [
  title('桃江县2023年度部门整体支出绩效评价', '基础数据表'),
  {
    is: 'grid',
    columns: 7,
    rows: [
      [cell('财政供养人员情况（人）', 1, 2), cell('编制数', 2), cell('2023年实际\n在职人数', 2), cell('控制率', 2)],
      [cell('69', 2), cell('59', 2), cell('85.51', 2)],
      costs('经费控制情况（万元）', '2022年决算数', '2023年预算数', '2023年决算数'),
      costs('三公经费：', '15.7', '16.56', '15.7'),
      costs('1、公务用车购置和维护经费'),
      costs('其中： 公车购置'),
      costs('公车运行维护'),
      costs('2、出国经费'),
      costs('3、公务接待', '15.7', '16.56', '15.7'),
      costs('项目支出：', '440.44', '306', '422.59'),
      costs('1、业务工作经费', '59.43', '', '11.69'),
      costs('2、运行维护经费', '380.01', '', '410.9'),
      costs('......'),
      costs('公用经费', '146.91', '113.69', '117.32'),
      costs('其中：办公经费', '133.77', '70.29', '98.56'),
      costs('水费、电费、差旅费', '13.14', '0', '17.82'),
      costs('会议费、培训费', '0', '0', '0.94'),
      costs('政府采购金额', '0', '0', '12.9'),
      costs('部门基本支出预算调整', '169.57', '0', '200.4'),
      [
        cell('楼堂馆所控制情况\n（2023年完工项目）', 1, 2),
        cell('批复规模\n（m²）'),
        cell('实际规模（m²）'),
        cell('规  模\n控制率'),
        cell('预算投资（万元）'),
        cell('实际投资\n（万元）'),
        cell('投资概算\n控制率'),
      ],
      [cell('0'), cell('0'), cell('0'), cell('0'), cell('0'), cell('0')],
      [cell('厉行节约保障措施'), cell('', 6)],
    ],
  },
  text('说明：“项目支出”填基本支出以外的全部项目；“公用经费”只填基本支出里的商品和服务支出。'),
]
