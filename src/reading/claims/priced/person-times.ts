import type { Claim } from '#domain/claim.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'

/** What people and time make: 「12000人学时」「1600人天」. */
const compound = /^人?(学时|课时|小时|工时|天|日)/
const days: Readonly<Record<string, readonly string[]>> = { 天: ['天', '日'], 日: ['天', '日'] }
const told = /折合|合计|共计?|累计|总计|完成|达/
const other = /目标|计划|要求|不少于|上年|去年|同期|其中|工期|公示/

/**
 * People times how long each was there: 「6期，每期50人、40学时，共培训300人次，折合12000人学时」. Only where one number tells the time
 * and one the people, or how many came each time.
 */
export function personTimes(sentence: Sentence): Claim[] {
  if (!/人(?:学时|课时|小时|工时|天|日)/.test(sentence.text)) return []
  const exact = sentence.mentions.filter(
    (each) => each.figure.quantity.looseness === 'exact' && !other.test(clauseOf(each)),
  )
  return exact.flatMap((total) => {
    const unit = timeIn(total)
    if (unit === undefined || !told.test(clauseOf(total))) return []
    const before = exact.filter(({ start }) => start < total.start)
    const time = only(before.filter((each) => (days[unit] ?? [unit]).includes(each.figure.quantity.unit.name)))
    const people = peopleIn(before)
    if (!time || !people) return []
    const factors = [...people, time]
    return [
      {
        rule: 'product.unit-price',
        form: { is: 'product', result: termOf(total), factors: factors.map(termOf) },
        certain: false,
        firm: true as const,
        because: '人数和每人的时长按上下文判断',
        quote: quoteOf(sentence, Math.min(...factors.map(({ start }) => start)), total.end),
      } satisfies Claim,
    ]
  })
}

function timeIn({ figure, after }: Mention): string | undefined {
  const { name } = figure.quantity.unit
  return /^人[天日]$/.test(name) ? name.slice(1) : name === '人' ? compound.exec(after)?.[1] : undefined
}

/** All who came, counted by the time; else how often times how many came each time; else the people there were. */
function peopleIn(before: readonly Mention[]): readonly Mention[] | undefined {
  const named = (...names: readonly string[]) =>
    before.filter((each) => names.includes(each.figure.quantity.unit.name) && timeIn(each) === undefined)
  const inAll = named('人次')
  if (inAll.length > 0) return inAll.length === 1 ? inAll : undefined
  const people = only(named('人', '名'))
  if (!people) return undefined
  if (!/每[期批次场班]/.test(clauseOf(people))) return [people]
  const often = only(named('期', '批', '次', '场', '班'))
  return often && [often, people]
}

function only(found: readonly Mention[]): Mention | undefined {
  return found.length === 1 ? found[0] : undefined
}
