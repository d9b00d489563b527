import { Alert } from 'antd'
import { isOfDepartment } from '#domain/accounts/role.ts'
import { inWanYuan } from '#domain/amount-text.ts'
import type { ExecutionView, LedgerStanding, Submission, YearChecks } from '#http/contracts/year.ts'
import type { RequestView } from '#http/contracts/expenditure.ts'
import type { LedgerSummary } from '#http/contract.ts'
import { type YearPage, yearAddress } from '../../route.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as budgetWords } from '../../words/budget.ts'
import { words } from '../../words/desk.ts'
import { words as workWords } from '../../words/work.ts'
import { ProgressPicture } from '../../parts/budget/progress-picture.tsx'
import { Due } from '../../parts/deadlines/due.tsx'
import { FirstTour } from '../../parts/first-tour.tsx'
import { ListTable } from '../../parts/list-table.tsx'
import { openErrors } from '../../parts/open-errors.ts'

/** 工作台: what to do next first, then how far each task is, findings, and spending against the plan. */
export function Desk() {
  const { standing, account } = useYear()
  const submission = useOfYear<Submission>('submission').data
  const checks = useOfYear<YearChecks>('checks').data
  const summary = useOfYear<LedgerSummary>('').data
  return (
    <>
      <h1>{words.title}</h1>
      {account.role === 'clerk' && <FirstTour />}
      {submission && <Next submission={submission} checks={checks} standing={standing} />}
      {checks ? <TaskTable checks={checks} summary={summary} /> : <p className="calm">{words.checking}</p>}
      {summary && summary.forms.length > 0 && <Scores forms={summary.forms} />}
      {checks && summary && <Progress />}
    </>
  )
}

function Next({
  submission,
  checks,
  standing,
}: {
  submission: Submission
  checks: YearChecks | undefined
  standing: LedgerStanding
}) {
  const { ledger, account } = useYear()
  const last = submission.steps.at(-1)
  const unanswered =
    submission.state === 'returned' ? (last?.points.filter(({ answer }) => answer === undefined) ?? []) : []
  const errors = checks ? openErrors(checks) : 0
  const to = (page: YearPage, title: string) => <a href={yearAddress(ledger, page)}>{title}</a>
  return (
    <section className="next" aria-label={words.next}>
      <h2>{words.next}</h2>
      {submission.state === 'returned' && (
        <Alert
          type="warning"
          showIcon
          title={words.returned(last?.who ?? '', unanswered.length)}
          description={
            <ol>
              {last?.points.map(({ number, point, answer }) => (
                <li key={number}>
                  {point}{' '}
                  {answer === undefined && account.role === 'clerk' ? (
                    to('submission', words.answer)
                  ) : (
                    <span className="calm">{answer === undefined ? words.notAnswered : words.answered}</span>
                  )}
                </li>
              ))}
            </ol>
          }
        />
      )}
      <p className="lead">{nextStep(account.role, standing, checks ? errors : undefined, unanswered.length)}</p>
      {isOfDepartment(account.role) && <Due />}
      {account.role === 'leader' && <ToSign />}
      <p className="ways-there">
        {errors > 0 && account.role === 'clerk' && to('findings', words.mend(errors))}
        {to('submission', words.goSubmit)}
      </p>
    </section>
  )
}

/** Requests to spend that wait for this person's signature. */
function ToSign() {
  const { ledger } = useYear()
  const { data } = useOfYear<{ requests: readonly RequestView[] }>('expenditure-requests')
  const count = data?.requests.filter(({ open }) => open.includes('sign')).length ?? 0
  if (count === 0) return null
  return (
    <p>
      <a href={yearAddress(ledger, 'projects')}>{words.toSign(count)}</a>
    </p>
  )
}

/** One sentence: what this person is asked for now. `errors` undefined: they are still being looked for. */
function nextStep(role: string, { state }: LedgerStanding, errors: number | undefined, unanswered: number): string {
  if (role === 'clerk' && (state === 'draft' || state === 'returned')) {
    if (errors === undefined) return words.checking
    return errors > 0 ? words.fill(errors) : unanswered > 0 ? words.answerFirst : words.ready
  }
  if (role === 'leader' && state === 'submitted') return words.approve
  if ((role === 'performance-office' || role === 'finance-reviewer') && state === 'approved') return words.accept
  return words.waiting(workWords.states[state])
}

const tasks: readonly YearPage[] = [
  'unit',
  'budget',
  'projects',
  'indicators',
  'records',
  'monitoring',
  'evaluation',
  'reports',
  'findings',
]

function TaskTable({ checks, summary }: { checks: YearChecks; summary: LedgerSummary | undefined }) {
  const { ledger } = useYear()
  const { entries, gaps, reports } = checks
  const found = (severity: string, count: number) =>
    count === 0 ? count : <a href={yearAddress(ledger, 'findings', { item: 'set', query: { severity } })}>{count}</a>
  return (
    <>
      <h2>{words.tasks}</h2>
      <ListTable name={words.tasks} columns={words.taskColumns} look="jobs stacked">
        {tasks.map((page) => {
          // What the audit finds in the set stands on the page of findings, with the way to each field.
          const own = page === 'findings' ? reports : entries.filter((each) => each.page === page)
          const errors =
            own.filter(({ severity }) => severity === 'error').length + gaps.filter((gap) => gap.page === page).length
          const warnings = own.filter(({ severity }) => severity === 'warning').length
          const progress = summary?.progress.find((each) => each.page === page)
          return (
            <tr key={page}>
              <th scope="row">
                <a href={yearAddress(ledger, page)}>{workWords.pages[page]}</a>
              </th>
              <td>{page === 'findings' ? words.foundInSet(own.length) : progress?.said}</td>
              <td className={errors > 0 ? 'amount error' : 'amount zero'}>{found('error', errors)}</td>
              <td className={warnings > 0 ? 'amount warning' : 'amount zero'}>{found('warning', warnings)}</td>
              <td>
                <First {...{ page, own, progress }} gaps={gaps.filter((gap) => gap.page === page)} />
              </td>
            </tr>
          )
        })}
      </ListTable>
      {summary && summary.questions.length > 0 && (
        <p>
          <a href={yearAddress(ledger, 'findings', { item: 'questions' })}>
            {words.questions(summary.questions.length)}
          </a>
        </p>
      )}
    </>
  )
}

/** What to see to first on a page: an error, how to begin, something that is missing, what else was found, what is unproven. */
function First({
  page,
  own,
  gaps,
  progress,
}: {
  page: YearPage
  own: readonly { readonly severity: string; readonly message: string }[]
  gaps: YearChecks['gaps']
  progress: LedgerSummary['progress'][number] | undefined
}) {
  const { ledger } = useYear()
  const error = own.find(({ severity }) => severity === 'error')
  const first = error?.message ?? progress?.begin ?? (gaps[0] ?? own[0])?.message
  if (first !== undefined) return first
  const { lacks = words.done, at } = progress ?? {}
  return at ? <a href={yearAddress(ledger, page, { query: at })}>{lacks}</a> : lacks
}

function Scores({ forms }: { forms: LedgerSummary['forms'] }) {
  const { ledger } = useYear()
  return (
    <>
      <h2>{words.scores}</h2>
      <ListTable name={words.scores} columns={words.scoreColumns} look="plain scores">
        {forms.map(({ entity, total, grade }) => (
          <tr key={entity}>
            <th scope="row">
              <a href={yearAddress(ledger, 'evaluation', entity ? { item: entity } : {})}>{entity || words.whole}</a>
            </th>
            <td className="amount">
              <a href={yearAddress(ledger, 'evaluation', entity ? { item: entity } : {})}>{total ?? words.unscored}</a>
            </td>
            <td>{grade}</td>
          </tr>
        ))}
      </ListTable>
    </>
  )
}

function Progress() {
  const { ledger, standing } = useYear()
  const { data } = useOfYear<ExecutionView>('execution')
  if (!data) return null
  return (
    <>
      <h2>{budgetWords.progress}</h2>
      <ProgressPicture execution={data} isHeaded />
      {data.steps.length > 0 && (
        <p>
          <a href={yearAddress(ledger, 'budget')}>
            {words.money(standing.payments > 0 ? inWanYuan(data.total.spent) : undefined, inWanYuan(data.total.final))}
          </a>
        </p>
      )}
    </>
  )
}
