import type { Rule } from '../rule.ts'
import { reported } from '../wording/verdicts.ts'

const spent = /^(?:three-public\.(?!control)|spending\.project$)/

/** I53: what was spent on 三公 or on projects is not less than nothing. A reversal of last year's entry may make it so. */
export const negativeAmounts: Rule = {
  id: 'I53',
  title: '三公经费和项目支出的各项不为负数',
  source: '部门整体支出绩效评价基础数据表填表说明',
  judge: (reading) =>
    reading.facts
      .filter(({ measure, from }) => from === 'table' && spent.test(measure))
      .map(({ figure }) => {
        if (figure.quantity.value.gte(0)) return { outcome: 'holds' }
        const message = `支出填了负数${figure.text}，请核对；如为冲回以前年度的支出，请加说明`
        return reported('I53', 'warning', message, [{ figure }])
      }),
}
