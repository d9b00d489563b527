import { Button, Drawer } from 'antd'
import { fieldName } from '#domain/log/field-names.ts'
import { ListTable } from '../parts/list-table.tsx'
import { words } from '../words/work.ts'
import { type Pending, dropPending } from './kept-changes.ts'
import { insist } from './pending.ts'
import { usePending } from './use-entries.ts'
import { useSaid } from './use-said.ts'

/** Changes that need a person: refused ones with the reason, and those somebody else made too, both side by side. */
export function Unsaved({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const pending = usePending().filter(({ state }) => state !== 'waiting')
  return (
    <Drawer open={isOpen && pending.length > 0} onClose={onClose} title={words.saving.title} size="large">
      {pending.map((each) => (
        <Change key={each.id} pending={each} />
      ))}
    </Drawer>
  )
}

type Told = { readonly pending: Pending; readonly said: (field: string, value: unknown) => string }

function Change({ pending }: { pending: Pending }) {
  const { title, said } = useSaid(pending)
  return (
    <article className="unsaved">
      <h3>{title}</h3>
      {pending.state === 'conflict' ? <Conflicting {...{ pending, said }} /> : <Refused {...{ pending, said }} />}
    </article>
  )
}

function Refused({ pending, said }: Told) {
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
            <td>{said(field, value)}</td>
          </tr>
        ))}
      </ListTable>
      <Button onClick={() => dropPending(pending.id)}>{words.saving.dropIt}</Button>
    </>
  )
}

function Conflicting({ pending, said }: Told) {
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
            <td>{said(field, pending.set[field])}</td>
            <td>{said(field, conflict?.stored[field])}</td>
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
