import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { inYuan, yuanOf } from '#domain/amount-text.ts'
import type { RequestView } from '#http/contracts/expenditure.ts'
import { ask } from '../../ask.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/more.ts'

const words = all.requests
const fields = ['amount', 'purpose', 'payee', 'account', 'economic'] as const
type Entry = Record<(typeof fields)[number], string>

/** A new request of a project, or of none: stored as a draft, sent to be signed when it is ready. */
export function WriteRequest({ project }: { project?: string }) {
  const { ledger, standing } = useYear()
  return (
    <RequestForm
      name="new-request"
      title={words.add}
      save={(entry) =>
        ask(`/api/ledgers/${ledger}/expenditure-requests`, {
          method: 'POST',
          json: {
            request: { ...entry, organisation: standing.department, ...(project === undefined ? {} : { project }) },
          },
        })
      }
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

/** `name`: one of its own among the forms of a page; `written`: what stands in the fields; absent, they are empty and empty again after each request. */
function RequestForm({
  name,
  title,
  written,
  save,
}: {
  name: string
  title: string
  written?: Entry
  save: (entry: Entry) => Promise<unknown>
}) {
  const { ledger } = useYear()
  const queries = useQueryClient()
  const [form] = Form.useForm<Entry>()
  const [problem, setProblem] = useState('')
  const store = async (entry: Entry) => {
    try {
      await save({ ...entry, amount: yuanOf(entry.amount) ?? entry.amount })
      setProblem('')
      if (!written) form.resetFields()
      await queries.invalidateQueries({ queryKey: ['ledger', ledger] })
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  return (
    <details>
      <summary>{title}</summary>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <Form<Entry>
        form={form}
        name={name}
        layout="vertical"
        requiredMark={false}
        className="request"
        {...(written ? { initialValues: written } : {})}
        onFinish={(entry) => void store(entry)}
      >
        {fields.map((field) => (
          <Form.Item key={field} name={field} label={words.fields[field]} rules={[{ required: true }]}>
            <Input />
          </Form.Item>
        ))}
        <Button type="primary" htmlType="submit">
          {words.save}
        </Button>
      </Form>
    </details>
  )
}
