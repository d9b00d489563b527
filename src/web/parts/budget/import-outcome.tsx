import { Alert, Button } from 'antd'
import type { ImportAnswer } from '#http/contracts/year.ts'
import { words as all } from '../../words/budget.ts'
import { ListTable } from '../list-table.tsx'

const words = all.import

/** What an import came to or would come to, with every fault at its place. */
export function ImportOutcome({ answer, busy, onStore }: { answer: ImportAnswer; busy: boolean; onStore: () => void }) {
  const { table, isStored, isRefused, lines, faults } = answer
  return (
    <section aria-label={words.preview}>
      <h3>
        {isStored ? words.stored : words.preview}
        {table && `：${table}`}
      </h3>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {isRefused && <Alert type="error" showIcon title={words.refused} />}
      {faults.length > 0 && (
        <ListTable
          name={words.message}
          columns={[words.row, words.column, words.severity, words.message]}
          look="plain stacked"
        >
          {faults.map(({ row, column, severity, message }) => (
            <tr key={`${row}${column}${message}`}>
              <td>{row}</td>
              <td>{column}</td>
              <td>{words.severities[severity] ?? severity}</td>
              <td>{message}</td>
            </tr>
          ))}
        </ListTable>
      )}
      {!isStored && !isRefused && (
        <Button type="primary" loading={busy} onClick={onStore}>
          {words.store}
        </Button>
      )}
    </section>
  )
}
