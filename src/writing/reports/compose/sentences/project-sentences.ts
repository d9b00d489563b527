import type { Run } from '#domain/report/printed-report.ts'
import { isAllFiscal } from '../all-fiscal.ts'
import { projectInText } from '../named-project.ts'
import { type Setting, asSentence, factOf, say } from '../setting.ts'

/** 「根据《…》（桃财绩〔2024〕51号），对2023年…项目开展绩效自评，报告如下：」 */
export function projectBasis({ ledger }: Setting, entity: string): Run[] {
  const [paper] = ledger.papers
  const basis = paper ? `根据《${paper.title}》${paper.number ? `（${paper.number}）` : ''}，` : ''
  return [
    `${basis}${ledger.department.shortName ?? ledger.department.name}对${ledger.year}年${projectInText(entity)}资金开展了绩效自评，现将情况报告如下：`,
  ]
}

/** 「至2023年12月31日，安排财政资金30.00万元，到位30.00万元。」 */
export function projectFunds(setting: Setting, entity: string): Run[] | undefined {
  const arranged = factOf(setting, { measure: 'project.arranged', phase: 'none', entity })
  const arrived = factOf(setting, { measure: 'project.arrived', phase: 'none', entity })
  const until = `至${setting.ledger.year}年12月31日，安排${isAllFiscal(setting, entity) ? '财政资金' : '资金'}`
  if (!arrived) return say`${until}${arranged}。`
  const whole = arranged && arrived.quantity.value.eq(arranged.quantity.value)
  return say`${until}${arranged}，到位资金${arrived}${whole ? '，资金已全部到位。' : '。'}`
}

/** 「2023年…实际支出30.00万元，预算执行率100.00%。」 */
export function projectSpent(setting: Setting, entity: string): Run[] | undefined {
  const spent = factOf(setting, { measure: 'project.spent', phase: 'none', entity })
  const rate = factOf(setting, { measure: 'execution.rate', phase: 'none', entity })
  return say`${String(setting.ledger.year)}年${projectInText(entity)}实际支出${spent}，预算执行率${rate}。`
}

/** What the project is for, as the department described it. */
export function projectSummary({ ledger }: Setting, entity: string): Run[] | undefined {
  const summary = ledger.projects.find(({ name }) => name === entity)?.summary
  return summary === undefined ? undefined : [asSentence(summary)]
}
