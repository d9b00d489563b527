import type { LedgerComparison } from '#http/contracts/compare.ts'
import type { PlainEntry } from '#http/contracts/year.ts'
import { contentSaid, entrySaid } from '../../lists/entry-said.ts'
import { fieldName, isList, listName } from '#domain/log/field-names.ts'
import { useListContext } from '../../lists/use-context.ts'
import { valueSaid } from '#domain/log/value-said.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/more.ts'
import { ListTable } from '../list-table.tsx'

const words = all.compare
type Compared = LedgerComparison['lists'][number]

/** The lists that differ, each with its counts and what was added, taken away or changed. */
export function ComparedLists({ comparison }: { comparison: LedgerComparison }) {
  const differing = comparison.lists.filter(({ counts }) => counts.added + counts.removed + counts.changed > 0)
  if (differing.length === 0) return <p>{words.same}</p>
  const nameOf = ({ list, name }: Compared) => (isList(list) ? listName(list) : name)
  return differing.map((each) => (
    <section key={each.list} aria-label={nameOf(each)}>
      <h2>{nameOf(each)}</h2>
      <p className="calm">{words.counts(each.counts.added, each.counts.removed, each.counts.changed)}</p>
      <ListTable name={nameOf(each)} columns={words.columns} look="plain stacked">
        <Rows compared={each} />
      </ListTable>
    </section>
  ))
}

function Rows({ compared: { list: name, added, removed, changed } }: { compared: Compared }) {
  const context = useListContext(useYear().ledger)
  // What the ledger says once is no list: its only entry has no key.
  const list = isList(name) ? name : undefined
  const said = (entry: PlainEntry) => (list ? entrySaid(list, entry, context) : words.whole)
  const content = (entry: PlainEntry) => (list ? contentSaid(list, entry, context) : '')
  return (
    <>
      {changed.flatMap(({ key, entry, fields }) =>
        fields.map(({ field, was, is }) => (
          <tr key={`${key}/${field}`}>
            <th scope="row">{said(entry)}</th>
            <td>{fieldName(list, field)}</td>
            <td className="sources">{valueSaid(was, list, field, { entry, context })}</td>
            <td className="sources">{valueSaid(is, list, field, { entry, context })}</td>
          </tr>
        )),
      )}
      {added.map(({ key, entry }) => (
        <tr key={key}>
          <th scope="row">{said(entry)}</th>
          <td>{words.added}</td>
          <td />
          <td className="sources">{content(entry)}</td>
        </tr>
      ))}
      {removed.map(({ key, entry }) => (
        <tr key={key}>
          <th scope="row">{said(entry)}</th>
          <td>{words.removed}</td>
          <td className="sources">{content(entry)}</td>
          <td />
        </tr>
      ))}
    </>
  )
}
