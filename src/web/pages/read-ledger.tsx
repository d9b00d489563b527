import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import type { LedgerSummary } from '#http/contract.ts'
import { packageAddress, readLedger } from '../api.ts'
import { ListTable } from '../parts/list-table.tsx'
import { zh } from '../zh.ts'

/** A ledger before its reports are written: scores, what is missing, what a person must decide, and the set to download. */
export function ReadLedger({ name }: { name: string }) {
  const [summary, setSummary] = useState<LedgerSummary>()
  const [problem, setProblem] = useState('')
  useEffect(() => {
    readLedger(name).then(setSummary, (error: Error) => {
      setProblem(error.message)
    })
  }, [name])
  const title = summary && zh.ledger.name(summary.departmentName, summary.year)
  useEffect(() => {
    document.title = title ? `${title} - ${zh.product}` : zh.product
  }, [title])
  return (
    <main className="start">
      <p>
        <a href="#/">{zh.ledger.back}</a>
      </p>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {!summary && !problem && <p className="calm">{zh.read.loading}</p>}
      {summary && (
        <>
          <header>
            <h1>{title}</h1>
            <p>{zh.ledger.size(summary.payments, summary.records)}</p>
          </header>
          <Button type="primary" size="large" href={packageAddress(name)} download>
            {zh.ledger.download}
          </Button>
          <p className="calm">{zh.ledger.making}</p>
          <Scores forms={summary.forms} />
          <h2>{zh.ledger.gaps}</h2>
          {summary.gaps.length === 0 && <p className="calm">{zh.ledger.noGaps}</p>}
          <ul>
            {summary.gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
          <Questions questions={summary.questions} />
        </>
      )}
    </main>
  )
}

function Scores({ forms }: { forms: LedgerSummary['forms'] }) {
  return (
    <>
      <h2>{zh.ledger.scores}</h2>
      <ListTable name={zh.ledger.scores} columns={zh.ledger.scoreColumns} look="plain">
        {forms.map(({ entity, total, grade }) => (
          <tr key={entity}>
            <th scope="row">{entity || zh.ledger.whole}</th>
            <td>{total ?? zh.ledger.unscored}</td>
            <td>{grade}</td>
          </tr>
        ))}
      </ListTable>
    </>
  )
}

function Questions({ questions }: { questions: LedgerSummary['questions'] }) {
  return (
    <>
      <h2>{zh.ledger.questions}</h2>
      {questions.length === 0 && <p className="calm">{zh.ledger.noQuestions}</p>}
      {questions.length > 0 && (
        <ListTable name={zh.ledger.questions} columns={zh.ledger.questionColumns} look="plain">
          {questions.map(({ id, question, holds, sources }) => (
            <tr key={id}>
              <th scope="row">{question}</th>
              <td>{holds}</td>
              <td className="sources">
                {sources.map((source) => (
                  <p key={source}>{source}</p>
                ))}
              </td>
            </tr>
          ))}
        </ListTable>
      )}
    </>
  )
}
