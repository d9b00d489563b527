import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, Button, Input, Pagination } from 'antd'
import { useState } from 'react'
import type { ChangeView } from '#http/contracts/accounts.ts'
import { ask } from '../../ask.ts'
import { listName } from '../../lists/names.ts'
import { FieldChanges, listOf } from '../../parts/history/field-changes.tsx'
import { ListTable } from '../../parts/list-table.tsx'
import { useAction } from '../../parts/office/use-action.ts'
import { words as all } from '../../words/office.ts'
import { timeOf } from '../../zh.ts'

const words = all.log
const pageLength = 50

/** 变更记录: who did what when, old and new side by side, and whether the chain holds. */
export function Log() {
  const [page, setPage] = useState(1)
  const [search, setSearch] = useState('')
  const [lines, setLines] = useState<number>()
  const { problem, run } = useAction([])
  const { data } = useQuery({
    queryKey: ['log', page, search],
    queryFn: () => {
      const query = new URLSearchParams({ offset: String((page - 1) * pageLength), limit: String(pageLength), search })
      return ask<{ total: number; changes: readonly ChangeView[] }>(`/api/log?${query}`)
    },
    placeholderData: keepPreviousData,
  })
  const verify = () => run(async () => setLines((await ask<{ lines: number }>('/api/log/verified')).lines))
  return (
    <>
      <div className="tools">
        <Input.Search
          allowClear
          aria-label={words.search}
          placeholder={words.search}
          onSearch={(text) => {
            setSearch(text)
            setPage(1)
          }}
        />
        <Button onClick={() => void verify()}>{words.verify}</Button>
        {lines !== undefined && <span role="status">{words.verified(lines)}</span>}
      </div>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <ListTable name={words.columns[5]} columns={words.columns} look="plain">
        {(data?.changes ?? []).map((change) => (
          <tr key={change.seq}>
            <td className="amount">{change.seq}</td>
            <td>{timeOf(change.at)}</td>
            <th scope="row">{change.who}</th>
            <td>{words.actions[change.action] ?? change.action}</td>
            <td>{targetSaid(change.target)}</td>
            <td className="sources">
              <FieldChanges change={change} />
            </td>
          </tr>
        ))}
      </ListTable>
      <Pagination
        align="end"
        current={page}
        total={data?.total ?? 0}
        pageSize={pageLength}
        showSizeChanger={false}
        onChange={setPage}
      />
    </>
  )
}

/** 'payments:001/2023/T-9' as 国库支付：001/2023/T-9. */
function targetSaid(target: string): string {
  const list = listOf(target)
  return list ? target.replace(/^[^:]*:/, `${listName(list)}：`) : target
}
