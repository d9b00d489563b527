import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { LedgerSummary } from '#http/contract.ts'
import { yearAddress } from '../../route.ts'
import { remove } from '../../saving/undo.ts'
import { useEntries } from '../../saving/use-entries.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/review.ts'
import { ListTable } from '../list-table.tsx'

const words = all.findings

/**
 * What the sources say two ways and a person has to settle; a settled one goes, and can be taken back. What the reports
 * themselves ask is settled where it is put in.
 */
export function OpenQuestions() {
  const { ledger, canEdit } = useYear()
  const list = 'openQuestions' as const
  const { lines, isLoading } = useEntries(ledger, list)
  const { data: summary } = useOfYear<LedgerSummary>('')
  const asked = summary?.questions.filter(({ id }) => id === 'issue-date') ?? []
  if (!isLoading && summary && lines.length + asked.length === 0) return <p className="calm">{words.noQuestions}</p>
  return (
    <>
      <p className="calm">{words.questionNote}</p>
      <ListTable name={words.parts.questions} columns={words.questionColumns} look="plain stacked questions">
        {asked.map(({ id, ...question }) => (
          <Question key={id} {...question}>
            <a href={yearAddress(ledger, 'reports')}>{words.fillIn}</a>
          </Question>
        ))}
        {lines.map(({ id, key, place, entry, stored }) => (
          <Question
            key={id}
            question={String(entry['question'])}
            holds={String(entry['holds'])}
            sources={(entry['sources'] as readonly string[] | undefined) ?? []}
          >
            {canEdit && (
              <Button
                size="small"
                aria-label={words.settleOf(String(entry['question']))}
                onClick={() => remove({ ledger, list, key, place }, stored)}
              >
                {words.settle}
              </Button>
            )}
          </Question>
        ))}
      </ListTable>
    </>
  )
}

function Question({
  question,
  holds,
  sources,
  children,
}: Pick<LedgerSummary['questions'][number], 'question' | 'holds' | 'sources'> & { children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{question}</th>
      <td>{holds}</td>
      <td className="sources">
        {sources.map((source) => (
          <p key={source}>{source}</p>
        ))}
      </td>
      <td>{children}</td>
    </tr>
  )
}
