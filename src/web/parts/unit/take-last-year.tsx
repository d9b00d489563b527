import { App, Button } from 'antd'
import type { BaseDataView } from '#http/contracts/year.ts'
import { ask } from '../../ask.ts'
import { asOne } from '../../saving/undo.ts'
import { useRead } from '../../shell/queries.ts'
import { ledgerName, useLedgers, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/unit.ts'
import { lastYearsActuals } from './last-years-actuals.ts'

const words = all.unit

/**
 * Fills 上年决算 from last year's ledger where that is there and has more than stands here; one undo takes it back.
 *
 * isEntered   whether something is entered for an item as last year's
 */
export function TakeLastYear({
  rows,
  isEntered,
  note,
}: {
  rows: BaseDataView['rows']
  isEntered: (item: string) => boolean
  note: (item: string, column: string, text: string) => void
}) {
  const { standing, canEdit } = useYear()
  const { message } = App.useApp()
  const before = useLedgers(true)?.find(
    ({ division, department, year }) =>
      division === standing.division && department === standing.department && year === standing.year - 1,
  )
  const last = before ? ledgerName(before) : ''
  const { data } = useRead({
    queryKey: ['ledger', last, 'base-data'],
    queryFn: () => ask<BaseDataView>(`/api/ledgers/${last}/base-data`),
    enabled: canEdit && before !== undefined,
  })
  const cells = data ? lastYearsActuals(data, rows, isEntered) : []
  if (!canEdit || cells.length === 0) return null
  const take = () => {
    asOne(() => {
      for (const { item, column, text } of cells) note(item, column, text)
    })
    void message.info(words.lastYearTaken(cells.length))
  }
  return (
    <div className="tools">
      <Button onClick={take}>{words.takeLastYear(standing.year - 1, cells.length)}</Button>
    </div>
  )
}
