import type { ClaimForm } from '#domain/claim.ts'
import { baseValue } from '#domain/quantity.ts'
import type { Rule, Verdict } from '../rule.ts'
import { reported } from '../wording/verdicts.ts'

type RatioForm = Extract<ClaimForm, { is: 'ratio' }>

/** I51: where nothing was approved and nothing built there is no rate: it stays blank or 0. */
export const noBuildings: Rule = {
  id: 'I51',
  title: '没有楼堂馆所时规模控制率、投资概算控制率留空或填0',
  source: '部门整体支出绩效评价基础数据表填表说明：楼堂馆所控制情况',
  judge(reading) {
    const empty = reading.claims.flatMap(({ rule, form }) =>
      (rule === 'I38' || rule === 'I39') && form.is === 'ratio' && isEmpty(form) ? [form] : [],
    )
    return empty.length > 0 ? empty.map(judgeRate) : [{ outcome: 'not-applicable' }]
  },
}

function isEmpty({ numerator, denominator }: RatioForm): boolean {
  return [numerator, denominator].every(({ figure }) => baseValue(figure.quantity).eq(0))
}

function judgeRate({ rate, numerator, denominator }: RatioForm): Verdict {
  if (baseValue(rate.figure.quantity).eq(0)) return { outcome: 'holds', figures: [rate.figure.id] }
  const evidence = [rate, numerator, denominator].map(({ figure }) => ({ figure }))
  const message = `${denominator.name}和${numerator.name}都是0，${rate.name}却填${rate.figure.text}；没有楼堂馆所时控制率应留空或填0。`
  return reported('I51', 'warning', message, evidence)
}
