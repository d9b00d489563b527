import { addsUp } from '../sums/adds-up.ts'
import type { RateAt } from './meant-pairs.ts'
import { type Pair, clauseOf, isAmount } from './rate-pairs.ts'
import type { Mention } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'

const ofOne = /(?:^|[：:（(])([前后])者(?:所)?占(?:比|比重)?(?:为|约|达到?|[：:])*$/u
/** Numbers before a sentence among which the whole may stand. */
const near = 6

/** Whether a share is of the first or the second of two amounts told before: 「前者占65.48%」. */
export function isOfFormerOrLatter(rate: Mention): boolean {
  return ofOne.test(clauseOf(rate).trim())
}

/** 「预算1480.65万元，分为基本支出969.60万元和项目支出511.05万元，前者占65.48%，后者占34.52%」: of the one amount that the two of them make. */
export function ofFormerOrLatter({ rate, here, earlier }: Omit<RateAt, 'sentence'>): Pair | undefined {
  const [, which] = ofOne.exec(clauseOf(rate).trim()) ?? []
  if (which === undefined) return undefined
  const amounts = here.filter((each) => isAmount(each) && each.depth <= rate.depth)
  const [former, latter] = amounts.slice(-2)
  if (!former || !latter || !sameKind(former, latter)) return undefined
  const whole = [...earlier.slice(-near), ...here].findLast(
    (each) =>
      each !== former && each !== latter && isAmount(each) && sameKind(each, former) && addsUp(each, [former, latter]),
  )
  return whole && { numerator: which === '前' ? former : latter, denominator: whole }
}
