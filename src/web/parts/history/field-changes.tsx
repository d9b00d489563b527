import { type ToldLine, changedFields, fieldSaid, fieldsSaid } from '#domain/log/change-said.ts'
import { words as all } from '../../words/office.ts'

const words = all.log

/** So much of an entry stands in a list of many changes; more is opened. */
const mostShown = 240

/** The changes of one line among many: what is long stands folded under how many fields it has. */
export function FoldedChanges({ change }: { change: ToldLine }) {
  const { before, after } = change
  if (JSON.stringify([before, after]).length <= mostShown) return <FieldChanges change={change} />
  return (
    <details>
      <summary>{words.whole(changedFields(change).length)}</summary>
      <FieldChanges change={change} />
    </details>
  )
}

/** The fields in which an entry differs before and after, each old → new. */
export function FieldChanges({ change }: { change: ToldLine }) {
  return fieldsSaid(change).map((field) => <p key={field.name}>{fieldSaid(field)}</p>)
}
