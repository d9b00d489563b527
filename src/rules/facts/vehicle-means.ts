import type { Figure } from '#domain/fact.ts'
import { baseValue, intervalOf, meanOf } from '#domain/quantity.ts'
import { judgeProduct } from '../claims/judge-simple.ts'
import type { Rule, Verdict } from '../rule.ts'
import { factsOf } from './facts-by-measure.ts'
import { type ToldNumber, toldNumbers } from './told-numbers.ts'

const mean = /(?:车均|平均每辆|每辆车?平均|单车)[\p{Script=Han}]{0,8}$/u
const otherYear = /上年|去年|同期|较|比|由|从|预算|定额|标准|购置/
/** Of these no car is run. */
const otherAccount = /三公[^，；。]*$|接待[^，；。]*$|购置[费支经][^，；。]*$/
/** Signs before a mean among which the number of vehicles stands. */
const reach = 80

/** 车均运行维护费 × 保有量 is what running them cost, which another sentence or a table tells. */
export const vehicleMeans: Rule = {
  id: 'I50.mean',
  title: '车均运行维护费乘保有量等于公务用车运行维护费',
  source: '三公经费口径：公务用车运行维护费是保有车辆的支出',
  judge(reading) {
    const running = factsOf(reading, 'three-public.vehicle-running').filter(({ phase }) => phase === 'actual')
    const years = running.map(({ year }) => year ?? 0)
    const own = running.filter(({ year }) => (year ?? 0) === Math.max(...years)).map(({ figure }) => figure)
    const [total] = own
    if (!total || own.some((each) => !baseValue(each.quantity).eq(baseValue(total.quantity))))
      return [{ outcome: 'not-applicable' }]
    const told = toldNumbers(reading)
    return told.flatMap((each) => {
      const count = isMean(each) ? countBefore(each, told) : undefined
      return count ? judgeMean(each, count, total, told) : []
    })
  },
}

function isMean({ figure: { quantity }, lead }: ToldNumber): boolean {
  return quantity.unit.kind === 'money' && quantity.looseness === 'exact' && mean.test(lead) && !otherYear.test(lead)
}

/** The one number of vehicles right before a mean. */
function countBefore({ figure, holder }: ToldNumber, told: readonly ToldNumber[]): Figure | undefined {
  const near = told.filter(
    (each) =>
      each.holder === holder &&
      each.figure.quantity.unit.name === '辆' &&
      each.figure.place.end <= figure.place.start &&
      figure.place.start - each.figure.place.end <= reach,
  )
  const values = new Set(near.map((each) => each.figure.printed))
  return values.size === 1 ? near[0]?.figure : undefined
}

function judgeMean(
  { figure: each, holder }: ToldNumber,
  count: Figure,
  total: Figure,
  all: readonly ToldNumber[],
): Verdict[] {
  const { low, high } = meanOf(each.quantity)
  const times = count.quantity.value
  const makes = ({ quantity }: Figure) => {
    const whole = intervalOf(quantity)
    return low.times(times).lte(whole.high) && high.times(times).gte(whole.low)
  }
  // What the text itself tells beside the mean goes before what a table tells.
  const beside = all.filter(
    (one) => one.holder === holder && one.figure.quantity.unit.kind === 'money' && !otherAccount.test(one.lead),
  )
  if (makes(total) || beside.some(({ figure }) => figure !== each && makes(figure)))
    return [{ outcome: 'holds', figures: [each.id, count.id, total.id] }]
  const form = {
    is: 'product',
    result: { name: '公务用车运行维护费', figure: total },
    factors: [
      { name: '车均运行维护费', figure: each },
      { name: '保有量', figure: count },
    ],
  } as const
  const because = '车均数所用的车辆数和费用按上下文判断'
  return [judgeProduct({ rule: 'I50.mean', form, certain: false, because, quote: each.place }, form)]
}
