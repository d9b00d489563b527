import type { Rule } from '../rule.ts'
import { linesOf, wholeOf } from '../wording/paragraphs.ts'
import { reported } from '../wording/verdicts.ts'
import { certainFacts } from './certain-facts.ts'

const explained = /采购[^。]{0,60}(?:因|由于|原因|追加|调整|临时|新增)|(?:因|由于|追加|调整|新增)[^。]{0,40}采购/

/** I52: what was bought without a procurement budget needs a word of explanation. */
export const unbudgetedProcurement: Rule = {
  id: 'I52',
  title: '没有政府采购预算而有采购支出应当说明',
  source: '政府采购法：未列入预算的不得采购；年中调整的应当说明',
  judge(reading) {
    const planned = certainFacts(reading, 'procurement.total', 'original')
    const bought = certainFacts(reading, 'procurement.total', 'actual')
    if (planned.length + bought.length === 0) return [{ outcome: 'not-applicable' }]
    if (planned.length !== 1 || bought.length !== 1)
      return [{ outcome: 'undetermined', missing: planned.length === 1 ? '实际采购金额' : '政府采购预算数' }]
    const [plan, actual] = [planned[0]!.figure, bought[0]!.figure]
    const isUnplanned = plan.quantity.value.eq(0) && actual.quantity.value.gt(0)
    if (!isUnplanned || explained.test(wholeOf(linesOf(reading)))) return [{ outcome: 'holds' }]
    // A file of tables only has no place for an explanation.
    if (!reading.parts.some(({ kind }) => kind === 'department-report'))
      return [{ outcome: 'undetermined', missing: '整体报告的正文' }]
    const message = `政府采购预算为0，实际采购${actual.text}，文中没有说明原因，请补充说明或核对预算数。`
    return [reported('I52', 'warning', message, [{ figure: actual }, { figure: plan }])]
  },
}
