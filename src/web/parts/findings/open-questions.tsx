import { Button } from 'antd'
import { remove } from '../../saving/undo.ts'
import { useEntries } from '../../saving/use-entries.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/review.ts'
import { ListTable } from '../list-table.tsx'

const words = all.findings

/** What the sources say two ways and a person has to settle; a settled one goes, and can be taken back. */
export function OpenQuestions() {
  const { ledger, canEdit } = useYear()
  const list = 'openQuestions' as const
  const { lines, isLoading } = useEntries(ledger, list)
  if (!isLoading && lines.length === 0) return <p className="calm">{words.noQuestions}</p>
  return (
    <>
      <p className="calm">{words.questionNote}</p>
      <ListTable name={words.parts.questions} columns={words.questionColumns} look="plain">
        {lines.map(({ id, key, entry, stored }) => (
          <tr key={id}>
            <th scope="row">{String(entry['question'])}</th>
            <td>{String(entry['holds'])}</td>
            <td className="sources">
              {((entry['sources'] as readonly string[] | undefined) ?? []).map((source) => (
                <p key={source}>{source}</p>
              ))}
            </td>
            <td>
              {canEdit && (
                <Button size="small" onClick={() => remove({ ledger, list, key }, stored)}>
                  {words.settle}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </ListTable>
    </>
  )
}
