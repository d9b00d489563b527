import { Button, Input } from 'antd'
import { useState } from 'react'
import type { SubmissionState } from '#domain/workflow.ts'
import { ListTable } from '../../parts/list-table.tsx'
import { yearAddress } from '../../route.ts'
import { ledgerName, useLedgers } from '../../shell/year.ts'
import { words as all } from '../../words/office.ts'
import { words as workWords } from '../../words/work.ts'

const words = all.ledgers

/** The departments a person may see, year by year, and where the set of each stands. */
export function Ledgers() {
  const ledgers = useLedgers(true)
  const [search, setSearch] = useState('')
  const [state, setState] = useState<SubmissionState>()
  if (!ledgers) return <p className="calm">{workWords.loading}</p>
  if (ledgers.length === 0) return <p className="calm">{workWords.noLedger}</p>
  const shown = ledgers.filter(
    (each) => each.departmentName.includes(search.trim()) && (state === undefined || each.state === state),
  )
  const states = Object.keys(workWords.states) as SubmissionState[]
  return (
    <>
      <div className="tools">
        <Input
          allowClear
          style={{ width: 240 }}
          aria-label={words.search}
          placeholder={words.search}
          onChange={({ target }) => setSearch(target.value)}
        />
        {[undefined, ...states].map((each) => (
          <Button
            key={each ?? ''}
            type={each === state ? 'primary' : 'default'}
            aria-pressed={each === state}
            onClick={() => setState(each)}
          >
            {each ? workWords.states[each] : words.all}
          </Button>
        ))}
      </div>
      {shown.length === 0 && <p className="calm">{words.none}</p>}
      <ListTable name={workWords.ledgers} columns={words.columns} look="ledgers">
        {shown.map((each) => (
          <tr key={ledgerName(each)}>
            <th scope="row">
              <a href={yearAddress(ledgerName(each), 'desk')}>{each.departmentName}</a>
            </th>
            <td>{each.year}</td>
            <td>
              <span className={`state ${each.state}`}>{workWords.states[each.state]}</span>
            </td>
            <td className="amount">{each.payments}</td>
            <td className="amount">{each.records}</td>
          </tr>
        ))}
      </ListTable>
    </>
  )
}
