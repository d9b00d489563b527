import type { LedgerList } from '#http/contracts/year.ts'
import type { ChangeView } from '#http/contracts/accounts.ts'
import { fieldName, isList } from '../../lists/names.ts'
import { valueSaid } from '../../lists/value-said.ts'
import { words as all } from '../../words/office.ts'

const words = all.log

/** So much of an entry stands in a list of many changes; more is opened. */
const mostShown = 240

/** The changes of one line among many: what is long stands folded under how many fields it has. */
export function FoldedChanges({ change }: { change: ChangeView }) {
  const { before, after } = change
  if (JSON.stringify([before, after]).length <= mostShown) return <FieldChanges change={change} />
  return (
    <details>
      <summary>{words.whole(changedFields(change).length)}</summary>
      <FieldChanges change={change} />
    </details>
  )
}

function changedFields({ before, after }: ChangeView): readonly string[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return fields.filter((field) => JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]))
}

/** The fields in which an entry differs before and after, each old → new. */
export function FieldChanges({ change }: { change: ChangeView }) {
  const { target, before, after } = change
  const list = listOf(target)
  return changedFields(change).map((field) => (
    <p key={field}>
      {list ? fieldName(list, inCamel(field)) : (words.fields[field] ?? field)}：
      {before ? `${valueSaid(before[field], list, inCamel(field), { entry: before })} → ` : ''}
      {valueSaid(after?.[field], list, inCamel(field), { entry: after ?? {} })}
    </p>
  ))
}

/** The list a line of the log is about, after the table it names: 'budget_lines:001/2023/1'. */
export function listOf(target: string): LedgerList | undefined {
  const name = inCamel(target.split(':')[0] ?? '')
  return isList(name) ? name : undefined
}

function inCamel(column: string): string {
  return column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
