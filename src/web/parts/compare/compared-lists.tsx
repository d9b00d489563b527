import type { LedgerComparison } from '#http/contracts/compare.ts'
import type { LedgerList } from '#http/contracts/year.ts'
import { fieldName } from '../../lists/names.ts'
import { words as all } from '../../words/more.ts'
import { ListTable } from '../list-table.tsx'

const words = all.compare
type Compared = LedgerComparison['lists'][number]

/** The lists that differ, each with its counts and what was added, taken away or changed. */
export function ComparedLists({ comparison }: { comparison: LedgerComparison }) {
  const differing = comparison.lists.filter(({ counts }) => counts.added + counts.removed + counts.changed > 0)
  if (differing.length === 0) return <p>{words.same}</p>
  return differing.map((each) => (
    <section key={each.list} aria-label={each.name}>
      <h2>{each.name}</h2>
      <p className="calm">{words.counts(each.counts.added, each.counts.removed, each.counts.changed)}</p>
      <ListTable name={each.name} columns={words.columns} look="plain">
        <Rows compared={each} />
      </ListTable>
    </section>
  ))
}

function Rows({ compared: { list, added, removed, changed } }: { compared: Compared }) {
  return (
    <>
      {changed.flatMap(({ key, fields }) =>
        fields.map(({ field, was, is }) => (
          <tr key={`${key}/${field}`}>
            <th scope="row">{key}</th>
            <td>{fieldName(list as LedgerList, field)}</td>
            <td className="sources">{said(was)}</td>
            <td className="sources">{said(is)}</td>
          </tr>
        )),
      )}
      {added.map(({ key, entry }) => (
        <tr key={key}>
          <th scope="row">{key}</th>
          <td>{words.added}</td>
          <td />
          <td className="sources">{summary(entry)}</td>
        </tr>
      ))}
      {removed.map(({ key, entry }) => (
        <tr key={key}>
          <th scope="row">{key}</th>
          <td>{words.removed}</td>
          <td className="sources">{summary(entry)}</td>
          <td />
        </tr>
      ))}
    </>
  )
}

/** The values of an entry that stand for it: the first few that are text. */
function summary(entry: Readonly<Record<string, unknown>>): string {
  return Object.values(entry)
    .filter((value) => typeof value === 'string' || typeof value === 'number')
    .slice(0, 5)
    .join('，')
}

function said(value: unknown): string {
  if (value === undefined || value === null || value === '') return words.blank
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
