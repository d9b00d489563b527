import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { inYuan, yuanOf } from '#domain/amount-text.ts'
import type { RequestView } from '#http/contracts/expenditure.ts'
import { Refusal, ask } from '../../ask.ts'
import { useListContext } from '../../lists/use-context.ts'
import { issuesIn } from '../../saving/field-issues.ts'
import { useFormDraft } from '../../saving/use-form-draft.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/more.ts'

const words = all.requests
const fields = ['amount', 'purpose', 'payee', 'account', 'economic'] as const
type Entry = Record<(typeof fields)[number], string> & { readonly project?: string }
const blank: Entry = { amount: '', purpose: '', payee: '', account: '', economic: '' }
/** Stands for no project: the expenditure is basic. */
const basic = ''

/** A new request of a project; where the page is of none, its writer says which, or that it is basic expenditure. */
export function WriteRequest({ project }: { project?: string }) {
  const { ledger, standing } = useYear()
  return (
    <RequestForm
      key={project ?? ''}
      name="new-request"
      draftName={`new-request.${project ?? ''}`}
      title={words.add}
      asksProject={project === undefined}
      save={({ project: chosen, ...entry }) => {
        const of = project ?? chosen
        const place = of ? { project: of } : {}
        return ask(`/api/ledgers/${ledger}/expenditure-requests`, {
          method: 'POST',
          json: { request: { ...entry, ...place, organisation: standing.department } },
        })
      }}
    />
  )
}

/** Writes a request anew that nobody has signed. */
export function ChangeRequest({ request }: { request: RequestView }) {
  const { ledger } = useYear()
  const { id, organisation, project, budgetLine, amount, purpose, payee, account, economic } = request
  const place = {
    organisation,
    ...(project === undefined ? {} : { project }),
    ...(budgetLine === undefined ? {} : { budgetLine }),
  }
  return (
    <RequestForm
      key={JSON.stringify([amount, purpose, payee, account, economic])}
      name={`request-${id}`}
      draftName={`request.${id}`}
      title={words.change}
      written={{ amount: inYuan(amount), purpose, payee, account, economic }}
      save={(entry) =>
        ask(`/api/ledgers/${ledger}/expenditure-requests/${id}`, {
          method: 'PUT',
          json: { request: { ...entry, ...place } },
        })
      }
    />
  )
}

/** `name`: one of its own among the forms of a page; `draftName`: among those of the ledger; `written`: what stands in the fields; absent, they are empty and empty again after each request. */
function RequestForm({
  name,
  draftName,
  title,
  written,
  asksProject = false,
  save,
}: {
  name: string
  draftName: string
  title: string
  written?: Entry
  asksProject?: boolean
  save: (entry: Entry) => Promise<unknown>
}) {
  const { ledger } = useYear()
  const queries = useQueryClient()
  const [form] = Form.useForm<Entry>()
  const { initial, isKept, write, drop } = useFormDraft(form, draftName, written ?? blank)
  const [isFound] = useState(isKept)
  const [problem, setProblem] = useState('')
  const store = async (entry: Entry) => {
    try {
      await save({ ...entry, amount: yuanOf(entry.amount) ?? entry.amount })
      setProblem('')
      drop()
      await queries.invalidateQueries({ queryKey: ['ledger', ledger] })
    } catch (error) {
      const said = refusalBeside(error)
      form.setFields(said)
      setProblem(said.length > 0 ? '' : (error as Error).message)
    }
  }
  return (
    <details open={isFound}>
      <summary>{title}</summary>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <Form<Entry>
        form={form}
        name={name}
        layout="vertical"
        requiredMark={false}
        className="request"
        initialValues={initial}
        onValuesChange={(_, entry) => write(entry)}
        onFinish={(entry) => void store(entry)}
      >
        {asksProject && <ProjectChoice />}
        {fields.map((field) => (
          <Form.Item key={field} name={field} label={words.fields[field]} rules={[{ required: true }]}>
            <Input />
          </Form.Item>
        ))}
        <Button type="primary" htmlType="submit">
          {words.save}
        </Button>
        {isKept && <Button onClick={drop}>{words.drop}</Button>}
      </Form>
    </details>
  )
}

function ProjectChoice() {
  const { projects } = useListContext(useYear().ledger)
  return (
    <Form.Item name="project" label={words.project} rules={[{ validator: chosen }]}>
      <Select options={[{ value: basic, label: words.basic }, ...projects]} />
    </Form.Item>
  )
}

/** Basic expenditure is a choice too: only who chose nothing is asked again. */
function chosen(_: unknown, value: string | undefined): Promise<void> {
  return value === undefined ? Promise.reject(new Error(words.whichProject)) : Promise.resolve()
}

/** What a refusal says of the fields of the form, to stand beside each. */
function refusalBeside(error: unknown): { readonly name: (typeof fields)[number]; readonly errors: string[] }[] {
  const issues = error instanceof Refusal ? issuesIn(error.detail) : []
  return fields.flatMap((name) => {
    const errors = issues.filter(({ field }) => field === name).map(({ message }) => message)
    return errors.length > 0 ? [{ name, errors }] : []
  })
}
