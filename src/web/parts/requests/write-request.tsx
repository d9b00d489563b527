import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { yuanOf } from '#domain/amount-text.ts'
import { ask } from '../../ask.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/more.ts'

const words = all.requests
const fields = ['amount', 'purpose', 'payee', 'account', 'economic'] as const
type Entry = Record<(typeof fields)[number], string>

/** A new request: stored as a draft, sent to be signed when it is ready. */
export function WriteRequest({ project }: { project?: string }) {
  const { ledger, standing } = useYear()
  const queries = useQueryClient()
  const [form] = Form.useForm<Entry>()
  const [problem, setProblem] = useState('')
  const save = async (entry: Entry) => {
    const request = {
      ...entry,
      amount: yuanOf(entry.amount) ?? entry.amount,
      organisation: standing.department,
      ...(project === undefined ? {} : { project }),
    }
    try {
      await ask(`/api/ledgers/${ledger}/expenditure-requests`, { method: 'POST', json: { request } })
      setProblem('')
      form.resetFields()
      await queries.invalidateQueries({ queryKey: ['ledger', ledger] })
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  return (
    <details>
      <summary>{words.add}</summary>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <Form<Entry>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="request"
        onFinish={(entry) => void save(entry)}
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
