import { Alert, Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { isAllowed } from '#domain/accounts/permission.ts'
import { roleNames } from '#domain/accounts/role.ts'
import type { AccountView } from '#http/contracts/accounts.ts'
import { ask } from '../../ask.ts'
import { useRead } from '../../shell/queries.ts'
import { ListTable } from '../../parts/list-table.tsx'
import { SearchBox } from '../../parts/search-box.tsx'
import { NewAccount } from '../../parts/office/new-account.tsx'
import { useAction } from '../../parts/office/use-action.ts'
import { goTo, plainAddress } from '../../route.ts'
import type { OfficeProps } from '../../shell/signed-in-pages.tsx'
import { words as all } from '../../words/office.ts'
import { words as workWords } from '../../words/work.ts'

const words = all.accounts

/** What an invitation is shown as, once. */
export type Invited = { readonly account: AccountView; readonly invitation: string }

/** 账户: who may sign in. The system administrator invites and disables, the security administrator unlocks. */
export function Accounts({ account, query: { search = '' } }: OfficeProps) {
  const { problem, run } = useAction(['accounts'])
  const [invited, setInvited] = useState<Invited>()
  const { data } = useRead({
    queryKey: ['accounts'],
    queryFn: () => ask<{ accounts: readonly AccountView[] }>('/api/accounts'),
  })
  const accounts = data?.accounts ?? []
  const shown = accounts.filter(({ name, login, department = '' }) =>
    [name, login, department].some((text) => text.includes(search)),
  )
  const manages = isAllowed(account.role, 'account.manage')
  const invite = (login: string) =>
    run(async () => setInvited(await ask<Invited>(`/api/accounts/${login}/invitation`, { method: 'POST' })))
  const able = (login: string, disabled: boolean) =>
    run(() => ask(`/api/accounts/${login}/disabled`, { method: 'PUT', json: { disabled } }))
  const unlock = (login: string) => run(() => ask(`/api/accounts/${login}/unlock`, { method: 'POST' }))
  return (
    <>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {invited && <Invitation invited={invited} />}
      {manages && <NewAccount onInvited={setInvited} />}
      <div className="tools">
        <SearchBox
          name={words.search}
          hint={words.searchHint}
          text={search}
          width={300}
          onSearch={(text) => goTo(plainAddress('accounts', { search: text }), { instead: true })}
        />
        {data && (
          <span className="calm" role="status">
            {shown.length === 0 ? words.noneOf : words.count(shown.length, accounts.length)}
          </span>
        )}
      </div>
      <ListTable name={workWords.office.accounts} columns={words.columns} look="plain stacked">
        {shown.map((each) => (
          <tr key={each.id}>
            <th scope="row">{each.name}</th>
            <td>{each.login}</td>
            <td>{roleNames[each.role]}</td>
            <td>{each.department}</td>
            <td className={each.disabled || each.lockedUntil ? 'warning' : ''}>{stateOf(each)}</td>
            <td>
              {manages && each.id !== account.id && (
                <>
                  <Invite account={each} onInvite={() => void invite(each.login)} />{' '}
                  <Button size="small" onClick={() => void able(each.login, !each.disabled)}>
                    {each.disabled ? words.enable : words.disable}
                  </Button>
                </>
              )}
              {isAllowed(account.role, 'account.unlock') && each.lockedUntil && (
                <Button size="small" onClick={() => void unlock(each.login)}>
                  {words.unlock}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </ListTable>
    </>
  )
}

/** Inviting somebody anew closes their account until they take it up, and cannot be taken back: who has a password is asked about. */
function Invite({ account: { name, hasPassword }, onInvite }: { account: AccountView; onInvite: () => void }) {
  if (!hasPassword)
    return (
      <Button size="small" onClick={onInvite}>
        {words.again}
      </Button>
    )
  return (
    <Popconfirm title={words.againSure(name)} okText={words.again} onConfirm={onInvite}>
      <Button size="small">{words.again}</Button>
    </Popconfirm>
  )
}

function Invitation({ invited: { account, invitation } }: { invited: Invited }) {
  const address = `${window.location.origin}${window.location.pathname}#/invitation/${invitation}`
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={words.invited(account.name)}
      description={<Input readOnly aria-label={words.copy} value={address} onFocus={({ target }) => target.select()} />}
    />
  )
}

function stateOf({ disabled, lockedUntil, hasPassword, hasSecondFactor }: AccountView): string {
  if (disabled) return words.states.disabled
  if (lockedUntil) return words.states.locked
  if (!hasPassword) return words.states.invited
  return hasSecondFactor ? words.states.second : words.states.ready
}
