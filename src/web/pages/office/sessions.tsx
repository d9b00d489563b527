import { Alert, Button } from 'antd'
import type { SessionView } from '#http/contracts/accounts.ts'
import { ask } from '../../ask.ts'
import { useRead } from '../../shell/queries.ts'
import { ListTable } from '../../parts/list-table.tsx'
import { useAction } from '../../parts/office/use-action.ts'
import { browserSaid } from '../../words/browsers.ts'
import { words as all } from '../../words/office.ts'
import { words as workWords } from '../../words/work.ts'
import { timeOf } from '../../zh.ts'

const words = all.sessions

/** 登录中的人, for the security administrator, who can end a session. */
export function Sessions() {
  const { problem, run } = useAction(['sessions'])
  const { data } = useRead({
    queryKey: ['sessions'],
    queryFn: () => ask<{ sessions: readonly SessionView[] }>('/api/sessions'),
  })
  return (
    <>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {data?.sessions.length === 0 && <p className="calm">{words.none}</p>}
      <ListTable name={workWords.office.sessions} columns={words.columns} look="plain stacked">
        {(data?.sessions ?? []).map(({ id, name, login, started, seen, agent, address }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{login}</td>
            <td>{timeOf(started)}</td>
            <td>{timeOf(seen)}</td>
            <td className="sources" title={agent}>
              {browserSaid(agent)}
            </td>
            <td>{address}</td>
            <td>
              <Button size="small" onClick={() => void run(() => ask(`/api/sessions/${id}`, { method: 'DELETE' }))}>
                {words.end}
              </Button>
            </td>
          </tr>
        ))}
      </ListTable>
    </>
  )
}
