import type { Fact } from '#domain/fact.ts'
import { baseValue } from '#domain/quantity.ts'
import type { Reading } from '#domain/reading.ts'
import { factsOf } from '../facts/facts-by-measure.ts'
import type { Rule } from '../rule.ts'
import { contradiction, figureEvidence } from './indicator-finding.ts'

/** I40: a rate over a zero base is no number and must be left blank. */
export const zeroBase: Rule = {
  id: 'I40',
  title: '分母为零时不应填写非零的比率',
  source: '本系统核对规则',
  judge: (reading) =>
    factsOf(reading, 'execution.rate')
      .filter((fact) => fact.from === 'table')
      .map((rate) => {
        const base = sibling(reading, rate, 'fund.total', 'final')
        if (!base) return { outcome: 'not-applicable' }
        if (!base.figure.quantity.value.eq(0)) return { outcome: 'holds' }
        if (rate.figure.quantity.value.eq(0)) return { outcome: 'holds' }
        const message = `全年预算数为0，执行率却填了${rate.figure.text}；没有预算就没有执行率，请核对预算数或改填「—」。`
        return contradiction('I40', 'warning', message, [figureEvidence(rate.figure), figureEvidence(base.figure)])
      }),
}

/** The fact of the same table that stands beside another. */
function sibling(reading: Reading, fact: Fact, measure: string, phase: Fact['phase']): Fact | undefined {
  const { part, block } = fact.figure.place
  return factsOf(reading, measure).find(
    (other) => other.phase === phase && other.figure.place.part === part && other.figure.place.block === block,
  )
}

const explained = /超编|超出编制|借调|军转|安置|编外|控制率.{0,12}(?:因|由于|原因)|(?:因|由于).{0,20}控制率/

/** I41: more people on post than the quota allows needs an explanation in the report. */
export const controlRate: Rule = {
  id: 'I41',
  title: '控制率超过100%应当说明原因',
  source: '湖南省部门整体支出绩效评价指标体系：在职人员控制率以100%为标准',
  judge: (reading) =>
    factsOf(reading, 'staff.control-rate')
      .filter((fact) => fact.certain)
      .map((fact) => {
        if (baseValue(fact.figure.quantity).lte(1)) return { outcome: 'holds' }
        const said = reading.document.blocks.some((block) => block.kind === 'paragraph' && explained.test(block.text))
        if (said) return { outcome: 'holds' }
        const message = `在职人员控制率${fact.figure.printed}%超过100%，文中没有说明原因，请补充说明或核对编制数、在职人数。`
        return contradiction('I41', 'warning', message, [figureEvidence(fact.figure)])
      }),
}
