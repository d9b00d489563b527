import { useOfYear, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/budget.ts'
import { ListTable } from '../list-table.tsx'
import { ReadOnlyNote } from '../read-only-note.tsx'
import { type Table, TakeIn } from './take-in.tsx'

const words = all.import

/** Tables in, with a preview before anything is stored, and out; a blank template of each. */
export function Tables() {
  const { canEdit } = useYear()
  const { data } = useOfYear<{ tables: readonly Table[] }>('tables')
  const tables = data?.tables ?? []
  return (
    <>
      <ReadOnlyNote />
      {canEdit && <TakeIn tables={tables} />}
      <GiveOut tables={tables} />
    </>
  )
}

function GiveOut({ tables }: { tables: readonly Table[] }) {
  const { ledger } = useYear()
  const address = (id: string, rest: string) => `/api/ledgers/${ledger}/tables/${encodeURIComponent(id)}${rest}`
  return (
    <>
      <h2>{words.export}</h2>
      <ListTable
        name={words.export}
        columns={[words.table, words.note, words.get, words.template]}
        look="plain stacked"
      >
        {tables.map(({ id, name, note }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{note}</td>
            <td>
              <a href={address(id, '?format=xlsx')} download>
                xlsx
              </a>{' '}
              <a href={address(id, '?format=csv')} download>
                csv
              </a>
            </td>
            <td>
              <a href={address(id, '/template')} download>
                {words.template}
              </a>
            </td>
          </tr>
        ))}
      </ListTable>
    </>
  )
}
