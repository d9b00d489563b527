import { Big } from 'big.js'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { QuotaKind } from '#domain/ledger/staffing.ts'
import { type FactBook, adding, putCount, putRate, putSum } from './fact-book.ts'

/** What each kind of post is called in a sentence. */
export const quotaNames: Record<QuotaKind, string> = {
  administrative: '行政编制',
  logistics: '机关后勤服务全额拨款事业编制',
  'civil-servant-managed': '参公编制',
  'full-funded': '全额拨款事业编制',
  'part-funded': '差额拨款事业编制',
  other: '其他编制',
}

/** Posts, staff on post and retired, and the control rate 在职人员控制率 = 在职 ÷ 编制 (财预〔2013〕53号). */
export function staffingFacts(ledger: Ledger, book: FactBook): void {
  const { year } = ledger
  const at = (measure: string, entity = '') => ({ measure, entity, year, phase: 'none' })
  const names = new Map([ledger.department, ...ledger.units].map((one) => [one.id, one.name]))
  const owner = (id: string) => (id === ledger.department.id ? '' : (names.get(id) ?? id))
  const quotas = ledger.staffing.flatMap((line) =>
    line.quotas.map(({ kind, posts }) =>
      putCount(
        book,
        at(`staff.quota-${kind}`, owner(line.organisation)),
        `${owner(line.organisation)}${quotaNames[kind]}`,
        new Big(posts),
        '个',
        [`staffing:${line.organisation}`],
      ),
    ),
  )
  const quota = putSum(book, at('staff.quota'), '编制数', adding(quotas))
  for (const [measure, title, of] of [
    ['staff.on-post', '在职人员', 'onPost'],
    ['staff.retired', '退休人员', 'retired'],
  ] as const) {
    if (ledger.staffing.length === 0) continue
    const persons = ledger.staffing.reduce((sum, line) => sum + line[of], 0)
    putCount(
      book,
      at(measure),
      title,
      new Big(persons),
      '人',
      ledger.staffing.map((line) => `staffing:${line.organisation}`),
    )
  }
  singledOut(ledger, book)
  putRate(book, at('staff.control-rate'), '在职人员控制率', book.find(at('staff.on-post')), quota)
}

/** Parts of the staff that the report names apart: 其中核电办8人. */
function singledOut({ staffing, year }: Ledger, book: FactBook): void {
  for (const { organisation, including = [] } of staffing)
    for (const { name, persons } of including)
      putCount(book, { measure: 'staff.including', entity: name, year, phase: 'none' }, name, new Big(persons), '人', [
        `staffing:${organisation}`,
      ])
}
