import { keepPreviousData } from '@tanstack/react-query'
import { Alert, Button, Pagination, Select } from 'antd'
import { useState } from 'react'
import { actionSaid, targetSaid } from '#domain/log/change-said.ts'
import { logNameOf } from '#domain/log/field-names.ts'
import { logKinds, logWords } from '#domain/log/log-words.ts'
import type { ChangeView } from '#http/contracts/accounts.ts'
import { ask } from '../../ask.ts'
import { useRead } from '../../shell/queries.ts'
import { FoldedChanges } from '../../parts/history/field-changes.tsx'
import { DayField } from '../../parts/fields/day-field.tsx'
import { ListTable } from '../../parts/list-table.tsx'
import { SearchBox } from '../../parts/search-box.tsx'
import type { OfficeProps } from '../../shell/signed-in-pages.tsx'
import { goTo, plainAddress } from '../../route.ts'
import { useAction } from '../../parts/office/use-action.ts'
import { words as all } from '../../words/office.ts'
import { words as workWords } from '../../words/work.ts'
import { timeOf } from '../../zh.ts'

const words = all.log
const pageLength = 50
/** 变更记录: who did what when, old and new side by side, and whether the chain holds. */
export function Log({ query: asked }: OfficeProps) {
  const [page, setPage] = useState(1)
  const { search = '', kind = '', from = '', to = '' } = asked
  const filter = new URLSearchParams(
    Object.entries({ search: tableSaid(search), actions: (logKinds[kind] ?? []).join(','), from, to }).filter(
      ([, text]) => text !== '',
    ),
  )
  const [lines, setLines] = useState<number>()
  const { problem, run } = useAction([])
  const { data } = useRead({
    queryKey: ['log', page, String(filter)],
    queryFn: () => {
      const query = new URLSearchParams(filter)
      query.set('offset', String((page - 1) * pageLength))
      query.set('limit', String(pageLength))
      return ask<{ total: number; changes: readonly ChangeView[] }>(`/api/log?${query}`)
    },
    placeholderData: keepPreviousData,
  })
  const look = (change: Readonly<Record<string, string>>) => {
    setPage(1)
    goTo(plainAddress('log', { ...asked, ...change }), { instead: true })
  }
  const verify = () => run(async () => setLines((await ask<{ lines: number }>('/api/log/verified')).lines))
  return (
    <>
      <div className="tools">
        <SearchBox name={words.search} text={search} onSearch={(text) => look({ search: text })} />
        <Select
          aria-label={words.kind}
          value={kind}
          style={{ width: 130 }}
          options={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
          onChange={(value) => look({ kind: value })}
        />
        <Day label={words.from} day={from} onDay={(day) => look({ from: day })} />
        <Day label={words.to} day={to} onDay={(day) => look({ to: day })} />
        <Button href={`/api/log/export?${filter}`} download>
          {words.download}
        </Button>
        <Button onClick={() => void verify()}>{words.verify}</Button>
        {lines !== undefined && <span role="status">{words.verified(lines)}</span>}
      </div>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {data?.total === 0 && <p className="calm">{words.none}</p>}
      <ListTable name={workWords.office.log} columns={words.columns} look="plain log stacked">
        {(data?.changes ?? []).map((change) => (
          <tr key={change.seq}>
            <td className="amount">{change.seq}</td>
            <td>{timeOf(change.at)}</td>
            <th scope="row">{change.who}</th>
            <td>{actionSaid(change)}</td>
            <td>{targetSaid(change)}</td>
            <td className="sources">
              <FoldedChanges change={change} />
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

/** What is looked for as the log writes it: tables by their own names, anything else as it stands. */
function tableSaid(search: string): string {
  const target = Object.entries(logWords.targets).find(([, name]) => name === search)?.[0]
  return logNameOf(search) ?? (target === undefined ? search : `${target}:`)
}

/** A day of the calendar, or none. */
function Day({ label, day, onDay }: { label: string; day: string; onDay: (day: string) => void }) {
  return (
    <label className="day">
      {label}
      <DayField name={label} day={day} onDay={onDay} mayBeNone />
    </label>
  )
}
