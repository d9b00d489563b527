import type { LedgerComparison } from '#http/contracts/compare.ts'
import type { LedgerList, PlainEntry } from '#http/contracts/year.ts'
import { contentSaid, entrySaid } from '../../lists/entry-said.ts'
import { fieldName, isList } from '../../lists/names.ts'
import { useListContext } from '../../lists/use-context.ts'
import { valueSaid } from '../../lists/value-said.ts'
import { useYear } from '../../shell/year.ts'
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
      <ListTable name={each.name} columns={words.columns} look="plain stacked">
        <Rows compared={each} />
      </ListTable>
    </section>
  ))
}

function Rows({ compared: { list: name, added, removed, changed } }: { compared: Compared }) {
  const list = name as LedgerList
  const context = useListContext(useYear().ledger)
  // What the ledger says once is no list: it has no keys.
  const whose = (entry: PlainEntry) => (isList(name) ? entrySaid(name, entry, context) : words.whole)
  return (
    <>
      {changed.flatMap(({ key, entry, fields }) =>
        fields.map(({ field, was, is }) => (
          <tr key={`${key}/${field}`}>
            <th scope="row">{whose(entry)}</th>
            <td>{fieldName(list, field)}</td>
            <td className="sources">{valueSaid(was, list, field, { entry, context })}</td>
            <td className="sources">{valueSaid(is, list, field, { entry, context })}</td>
          </tr>
        )),
      )}
      {added.map(({ key, entry }) => (
        <tr key={key}>
          <th scope="row">{whose(entry)}</th>
          <td>{words.added}</td>
          <td />
          <td className="sources">{contentSaid(list, entry, context)}</td>
        </tr>
      ))}
      {removed.map(({ key, entry }) => (
        <tr key={key}>
          <th scope="row">{whose(entry)}</th>
          <td>{words.removed}</td>
          <td className="sources">{contentSaid(list, entry, context)}</td>
          <td />
        </tr>
      ))}
    </>
  )
}
