import { Alert, Drawer } from 'antd'
import type { TracedFact } from '#http/contracts/year.ts'
import { ask } from '../../ask.ts'
import { useRead } from '../../shell/queries.ts'
import { useYear } from '../../shell/year.ts'
import { addressOfFinding } from '../findings/address-of-finding.ts'
import { words } from '../../words/reports.ts'
import { words as workWords } from '../../words/work.ts'

/** Where a printed number comes from: what it is, its arithmetic, the entries behind it. `fact` '': nothing asked. */
export function TracedNumber({ fact, onClose }: { fact: string; onClose: () => void }) {
  const { ledger } = useYear()
  const { data, error } = useRead({
    queryKey: ['ledger', ledger, 'facts', fact],
    queryFn: () => ask<TracedFact>(`/api/ledgers/${ledger}/facts/${encodeURIComponent(fact)}`),
    enabled: fact !== '',
  })
  return (
    <Drawer open={fact !== ''} onClose={onClose} title={words.traced} size="large">
      {error && <Alert type="error" showIcon title={error.message} />}
      {!data && !error && <p className="calm">{workWords.loading}</p>}
      {data && (
        <>
          <h3>{data.title}</h3>
          <p>
            {words.value}：{data.value}
          </p>
          {data.formula && <code className="arithmetic">{data.formula}</code>}
          <h4>{words.records}</h4>
          {data.records.length === 0 && <p className="calm">{words.noRecords}</p>}
          <ul>
            {data.records.map((record) => (
              <li key={record.said}>
                {record.entry ? (
                  <a href={addressOfFinding(ledger, { page: '', entry: record.entry })}>{record.said}</a>
                ) : (
                  record.said
                )}
              </li>
            ))}
          </ul>
          {data.more > 0 && <p className="calm">{words.more(data.more)}</p>}
        </>
      )}
    </Drawer>
  )
}
