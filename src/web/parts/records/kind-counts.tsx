import type { Condition, WorkKind } from '#domain/ledger/work-ledger.ts'
import type { CountsView } from '#http/contracts/year.ts'
import { yearAddress } from '../../route.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/unit.ts'
import { ListTable } from '../list-table.tsx'

const words = all.records

/** What the counting rules of a kind give, each with the way to the records it is drawn from. */
export function KindCounts({ kind }: { kind: WorkKind }) {
  const { ledger } = useYear()
  const { data } = useOfYear<CountsView>('counts')
  if (kind.counts.length === 0) return null
  return (
    <ListTable name={words.counts} columns={words.columns} look="money cards">
      {kind.counts.map(({ id, name, unit, where = [] }) => {
        const count = data?.counts.find((each) => each.kind === kind.id && each.rule === id)
        return (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td className="amount">
              <a href={yearAddress(ledger, 'records', { item: kind.id, query: filterOf(where) })}>
                {count?.value === undefined ? words.uncounted : `${count.value}${unit}`}
              </a>
            </td>
            <td className="amount">
              {count && count.repeated > 0 && (
                <a href={yearAddress(ledger, 'records', { item: kind.id })}>{count.repeated}</a>
              )}
            </td>
          </tr>
        )
      })}
    </ListTable>
  )
}

/** The records a rule looks at, as an address asks for them. */
function filterOf(where: readonly Condition[]): Readonly<Record<string, string>> {
  return Object.fromEntries(where.map(({ field, in: words }) => [`values.${field}`, words.join('|')]))
}
