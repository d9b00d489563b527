import { Alert, Button } from 'antd'
import type { OwnSessionView } from '#http/contracts/accounts.ts'
import { ask } from '../../ask.ts'
import { useRead } from '../../shell/queries.ts'
import { ListTable } from '../../parts/list-table.tsx'
import { ChangePassword } from '../../parts/office/change-password.tsx'
import { SecondFactor } from '../../parts/office/second-factor.tsx'
import { useAction } from '../../parts/office/use-action.ts'
import type { OfficeProps } from '../../shell/signed-in-pages.tsx'
import { browserSaid } from '../../words/browsers.ts'
import { words as all } from '../../words/office.ts'
import { timeOf } from '../../zh.ts'

const words = all.own

/** 我的账户: password, second factor, and the places this person is signed in at. */
export function OwnAccount({ account }: OfficeProps) {
  return (
    <>
      <h2>{words.password}</h2>
      <ChangePassword />
      <h2>{words.second}</h2>
      <SecondFactor hasIt={account.hasSecondFactor} />
      <h2>{words.sessions}</h2>
      <OwnSessions />
    </>
  )
}

function OwnSessions() {
  const { problem, run } = useAction(['own-sessions'])
  const { data } = useRead({
    queryKey: ['own-sessions'],
    queryFn: () => ask<{ sessions: readonly OwnSessionView[] }>('/api/own/sessions'),
  })
  return (
    <>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <ListTable name={words.sessions} columns={words.sessionColumns} look="plain stacked">
        {(data?.sessions ?? []).map(({ id, started, seen, agent, address, isPresent }) => (
          <tr key={id}>
            <td>{timeOf(started)}</td>
            <td>{timeOf(seen)}</td>
            <td className="sources" title={agent}>
              {browserSaid(agent)}
            </td>
            <td>{address}</td>
            <td>
              {isPresent ? (
                <span className="state">{words.present}</span>
              ) : (
                <Button
                  size="small"
                  onClick={() => void run(() => ask(`/api/own/sessions/${id}`, { method: 'DELETE' }))}
                >
                  {words.end}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </ListTable>
    </>
  )
}
