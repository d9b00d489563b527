import { type Pen } from '../pen.ts'
import { ratio } from '../relations.ts'
import { type Token, t } from '../report.ts'
import { type FundLine } from '../world.ts'

/** 「全年预算A，实际支出B，执行率P」, in several wordings. */
export function executionRateOf(line: FundLine, pen: Pen): Token[] {
  const [full, spent, rate] = [pen.wan(line.full), pen.wan(line.spent), pen.rate(line.spent, line.full)]
  ratio(rate, spent, full, 'execution')
  return pen.say(
    () => t`全年预算数${full}，全年执行数${spent}，预算执行率${rate}。`,
    () => t`调整后预算${full}，实际支出${spent}，执行率为${rate}。`,
    () => t`全年预算${full}，决算支出${spent}，预算完成率达${rate}。`,
  )()
}
