import { useEffect, useState } from 'react'
import type { LedgerStanding } from '#http/contracts/year.ts'
import { listLedgers } from '../api.ts'
import { zh } from '../zh.ts'
import { ListTable } from './list-table.tsx'

/** The ledgers kept on this machine, each leading to its page. */
export function LedgerList() {
  const [ledgers, setLedgers] = useState<readonly LedgerStanding[]>()
  const [problem, setProblem] = useState('')
  useEffect(() => {
    listLedgers().then(setLedgers, (error: Error) => {
      setProblem(error.message)
    })
  }, [])
  return (
    <>
      <h2>{zh.ledger.list}</h2>
      {problem && <p className="refused">{problem}</p>}
      {ledgers?.length === 0 && <p className="calm">{zh.ledger.none}</p>}
      {ledgers && ledgers.length > 0 && (
        <ListTable name={zh.ledger.list} columns={zh.ledger.columns} look="ledgers">
          {ledgers.map((line) => (
            <LedgerRow key={nameOf(line)} line={line} />
          ))}
        </ListTable>
      )}
    </>
  )
}

function LedgerRow({ line }: { line: LedgerStanding }) {
  return (
    <tr>
      <th scope="row">
        <a href={`#/ledger/${nameOf(line)}`}>{zh.ledger.name(line.departmentName, line.year)}</a>
      </th>
      <td>{line.divisionName}</td>
      <td>{line.year}</td>
      <td className="amount">{line.payments}</td>
      <td className="amount">{line.records}</td>
    </tr>
  )
}

function nameOf({ division, department, year }: LedgerStanding): string {
  return `${division}/${encodeURIComponent(department)}/${year}`
}
