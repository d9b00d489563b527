import { Button, Drawer } from 'antd'
import { fieldName, listName } from '../lists/names.ts'
import { valueSaid } from '../lists/value-said.ts'
import { ListTable } from '../parts/list-table.tsx'
import { words } from '../words/work.ts'
import { type Pending, dropPending } from './kept-changes.ts'
import { insist } from './pending.ts'
import { usePending } from './use-entries.ts'

/** Changes that need a person: refused ones with the reason, and those somebody else made too, both side by side. */
export function Unsaved({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const pending = usePending().filter(({ state }) => state !== 'waiting')
  return (
    <Drawer open={isOpen && pending.length > 0} onClose={onClose} title={words.saving.title} size="large">
      {pending.map((each) => (
        <article key={each.id} className="unsaved">
          <h3>
            {listName(each.list)} {each.key.join(' ')}
          </h3>
          {each.state === 'conflict' ? <Conflicting pending={each} /> : <Refused pending={each} />}
        </article>
      ))}
    </Drawer>
  )
}

function Refused({ pending }: { pending: Pending }) {
  const isUnfinished = pending.state === 'unfinished'
  return (
    <>
      <p className={isUnfinished ? 'calm' : 'refused'}>
        {isUnfinished ? words.saving.unfinishedNote : (pending.message ?? words.saving.refused)}
      </p>
      <ListTable name={words.saving.refused} columns={[words.saving.field, words.saving.typed]} look="plain">
        {Object.entries(pending.set).map(([field, value]) => (
          <tr key={field}>
            <th scope="row">{fieldName(pending.list, field)}</th>
            <td>{valueSaid(value, pending.list, field)}</td>
          </tr>
        ))}
      </ListTable>
      <Button onClick={() => dropPending(pending.id)}>{words.saving.dropIt}</Button>
    </>
  )
}

function Conflicting({ pending }: { pending: Pending }) {
  const { conflict } = pending
  return (
    <>
      <p>
        {pending.message} {conflict?.who && words.saving.by(conflict.who)}
      </p>
      <ListTable
        name={words.saving.conflict}
        columns={[words.saving.field, words.saving.typed, words.saving.stored]}
        look="plain"
      >
        {(conflict?.fields ?? []).map((field) => (
          <tr key={field}>
            <th scope="row">{fieldName(pending.list, field)}</th>
            <td>{valueSaid(pending.set[field], pending.list, field)}</td>
            <td>{valueSaid(conflict?.stored[field], pending.list, field)}</td>
          </tr>
        ))}
      </ListTable>
      <Button type="primary" onClick={() => insist(pending.id)}>
        {words.saving.mine}
      </Button>{' '}
      <Button onClick={() => dropPending(pending.id)}>{words.saving.theirs}</Button>
    </>
  )
}
