import { Alert } from 'antd'
import { roleNames } from '#domain/accounts/role.ts'
import type { Submission } from '#http/contracts/year.ts'
import { ListTable } from '../../parts/list-table.tsx'
import { Readiness } from '../../parts/submission/readiness.tsx'
import { ReturnAnswers } from '../../parts/submission/return-answers.tsx'
import { StepForm } from '../../parts/submission/step-form.tsx'
import { WayOfSet } from '../../parts/submission/way-of-set.tsx'
import { yearAddress } from '../../route.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/review.ts'
import { words as workWords } from '../../words/work.ts'
import { timeOf } from '../../zh.ts'

const words = all.submission

/** 提交与审批: where the set stands, what this person may do with it, answers to a return, and who did what when. */
export function SubmissionPage() {
  const { ledger, account } = useYear()
  const { data, error } = useOfYear<Submission>('submission')
  if (error) return <Alert type="error" showIcon title={error.message} />
  if (!data) return <p className="calm">{workWords.loading}</p>
  return (
    <>
      <h1>{words.title}</h1>
      <WayOfSet state={data.state} />
      <ReturnAnswers submission={data} />
      {data.state !== 'accepted' && <Readiness />}
      {data.open.length > 0 ? (
        // What was said against a step is no longer so once a step was taken or a point answered.
        <StepForm key={`${data.steps.length} ${answersIn(data)}`} open={data.open} />
      ) : (
        <p className="calm">{words.cannot(roleNames[account.role])}</p>
      )}
      <h2>{words.steps}</h2>
      {data.steps.length === 0 && <p className="calm">{words.none}</p>}
      {data.steps.length > 0 && (
        <ListTable name={words.steps} columns={words.stepColumns} look="plain steps stacked">
          {data.steps.toReversed().map(({ seq, at, who, role, action, comment, points, version }) => (
            <tr key={seq}>
              <td>{timeOf(at)}</td>
              <th scope="row">
                {who}
                <span className="calm">（{roleNames[role as keyof typeof roleNames] ?? role}）</span>
              </th>
              <td>{workWords.actions[action]}</td>
              <td className="sources">
                {comment && <p>{comment}</p>}
                {points.map(({ number, point, answer }) => (
                  <p key={number}>
                    {number}. {point} {answer && `——${answer}`}
                  </p>
                ))}
              </td>
              <td>
                {version !== undefined && (
                  <a href={`/api/ledgers/${ledger}/versions/${version}`} download>
                    {words.version(version)}
                  </a>
                )}
                {version !== undefined && version > 1 && (
                  <p>
                    <a href={yearAddress(ledger, 'reports', { item: 'compare', query: between(version - 1, version) })}>
                      {words.compared(version - 1, version)}
                    </a>
                  </p>
                )}
              </td>
            </tr>
          ))}
        </ListTable>
      )}
    </>
  )
}

/** What a comparison of two versions that were handed in asks for. */
function between(from: number, to: number): Readonly<Record<string, string>> {
  return { from: `v${from}`, to: `v${to}` }
}

function answersIn({ steps }: Submission): number {
  return steps.flatMap(({ points }) => points).filter(({ answer }) => answer !== undefined).length
}
