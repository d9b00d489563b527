import { Alert } from 'antd'
import { inYuan } from '#domain/amount-text.ts'
import { isAllowed } from '#domain/accounts/permission.ts'
import type { RequestView } from '#http/contracts/expenditure.ts'
import type { Choice } from '../../grid/column.ts'
import { useListContext } from '../../lists/use-context.ts'
import { useOfYear, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/more.ts'
import { OneRequest } from './one-request.tsx'
import { WriteRequest } from './write-request.tsx'

const words = all.requests
type Requests = {
  readonly rule: {
    readonly title: string
    readonly steps: readonly { readonly title: string }[]
    readonly decideFrom: string
  }
  readonly requests: readonly RequestView[]
}

/** Requests to spend, signed level by level before anything is paid. `project`: its id; absent, all of the department. */
export function ExpenditureRequests({ project }: { project?: string }) {
  const { account, ledger } = useYear()
  const { projects } = useListContext(ledger)
  const { data, error } = useOfYear<Requests>('expenditure-requests')
  if (error) return <Alert type="error" showIcon title={error.message} />
  if (!data) return null
  const { rule } = data
  const shown = data.requests.filter((each) => project === undefined || each.project === project)
  return (
    <section aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="calm">
        {words.rule}：{rule.title}（{rule.steps.map(({ title }) => title).join(' → ')}；
        {words.decideFrom(inYuan(rule.decideFrom))}）
      </p>
      {isAllowed(account.role, 'expenditure.request') && (
        <WriteRequest {...(project === undefined ? {} : { project })} />
      )}
      {shown.length === 0 && <p className="calm">{words.none}</p>}
      {shown.map((request) => (
        <OneRequest
          key={request.id}
          request={request}
          {...(project === undefined ? { projectName: nameAmong(projects, request.project) } : {})}
        />
      ))}
    </section>
  )
}

function nameAmong(projects: readonly Choice[], id: string | undefined): string {
  return id === undefined ? words.basic : (projects.find(({ value }) => value === id)?.label ?? id)
}
