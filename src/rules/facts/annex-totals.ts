import { meets } from '#domain/arithmetic.ts'
import type { Figure } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import { textAround } from '#domain/document.ts'
import { judgeEqual } from '../claims/judge-simple.ts'
import type { Rule } from '../rule.ts'
import { tableRows } from './table-rows.ts'

const pointsToAnnex = /^[（(，,]?(?:资金|具体|分配|金额|情况|方案|明细)*(?:详见|见|附)(?:附件|附表|下表|表)/

/** An amount of which the text says 「详见附件」 is the total of the table that follows. */
export const annexTotals: Rule = {
  id: 'I71.annex',
  title: '正文写明详见附件的金额等于附表合计',
  source: '本系统核对规则（正文与附表一致）',
  judge(reading) {
    const cited = reading.figures.filter(
      (figure) =>
        figure.place.row === undefined &&
        figure.quantity.unit.kind === 'money' &&
        pointsToAnnex.test(textAround(reading.document, figure.place).slice(figure.place.end, figure.place.end + 12)),
    )
    if (cited.length === 0) return [{ outcome: 'not-applicable' }]
    const totals = tableRows(reading)
      .filter(({ labels }) => labels.some((label) => /^(?:合计|总计|总额)$/.test(label)))
      .flatMap(({ figures }) =>
        figures.filter((figure) => figure.quantity.unit.kind === 'money' && !figure.quantity.value.eq(0)),
      )
    return cited.map((figure) => judge(figure, totals))
  },
}

function judge(figure: Figure, totals: readonly Figure[]) {
  const own = intervalOf(figure.quantity)
  const same = totals.find((total) => meets(own, intervalOf(total.quantity)))
  if (same) return { outcome: 'holds' as const, figures: [figure.id, same.id] }
  const distinct = new Set(totals.map((total) => total.printed))
  if (distinct.size !== 1) return { outcome: 'undetermined' as const, missing: '附表的合计' }
  const form = {
    is: 'equal',
    terms: [
      { name: '正文金额', figure },
      { name: '附表合计', figure: totals[0]! },
    ],
  } as const
  return judgeEqual(
    { rule: 'I71.annex', form, certain: false, because: '附表可能不是这笔资金的明细', quote: figure.place },
    form,
  )
}
