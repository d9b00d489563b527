import type { Goal } from '#domain/ledger/goal.ts'
import type { Run } from '#domain/report/printed-report.ts'
import { type Setting, asSentence, say } from '../setting.ts'

/** Medium-term and annual goals, each a paragraph of its own line. */
export function goals(setting: Setting, entity: string): Run[][] {
  return goalsOf(setting, entity).map((goal) => [plannedOf(goal)])
}

/** The goals, and below each what became of it. */
export function goalResults(setting: Setting, entity: string): Run[][] {
  return goalsOf(setting, entity).flatMap((goal) => [
    [plannedOf(goal)],
    ...(goal.achieved ? [[`完成情况：${asSentence(goal.achieved)}`]] : []),
  ])
}

function goalsOf({ ledger }: Setting, entity: string): readonly Goal[] {
  return ledger.goals.filter(({ scope }) =>
    scope === 'department'
      ? entity === ''
      : ledger.projects.some(({ id, name }) => id === scope.project && name === entity),
  )
}

function plannedOf({ term, planned }: Goal): string {
  const label = { medium: '中长期目标：', annual: '年度目标：' }
  return `${label[term]}${asSentence(planned)}`
}

/** 「根据桃财绩〔2024〕51号文件，成立绩效评价小组，对2023年度财政性资金开展自评。」 */
export function evaluationBasis({ ledger }: Setting): Run[] {
  const [paper] = ledger.papers
  return [
    `${paper ? `根据《${paper.title}》${paper.number ? `（${paper.number}）` : ''}，` : ''}成立绩效评价小组，对${ledger.year}年度财政性资金开展绩效自评。`,
  ]
}

/** 「自评得分99.38分，等级为优。」 */
export function score({ forms }: Setting, entity: string): Run[] | undefined {
  const form = forms.get(entity)
  return form?.total && say`自评得分${form.total}${form.grade === '' ? '' : `，等级为${form.grade}`}。`
}
