import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Select } from 'antd'
import { useEffect, useState } from 'react'
import type { AccountView, SignInBody } from '#http/contracts/accounts.ts'
import { Refusal, ask } from '../ask.ts'
import { words } from '../words/work.ts'
import { signIn } from './session.ts'

type Division = { readonly division: string; readonly name: string }

/**
 * Division, login and password, then the six digits where the account asks for them. Who comes while the server still
 * makes its database ready may type already. `known`: who was signed in before.
 */
export function SignInForm({ known, onDone }: { known?: AccountView; onDone: () => void }) {
  const queries = useQueryClient()
  const [problem, setProblem] = useState('')
  const [needsCode, setNeedsCode] = useState(false)
  const [busy, setBusy] = useState(false)
  const { data } = useQuery({
    queryKey: ['divisions'],
    queryFn: () => ask<{ divisions: readonly Division[] }>('/api/divisions'),
    enabled: !known,
  })
  const [form] = Form.useForm<SignInBody>()
  const divisions = data?.divisions ?? []
  const [first] = divisions
  useEffect(() => {
    if (first && !form.getFieldValue('division')) form.setFieldValue('division', first.division)
  }, [first, form])
  const finish = async (entry: SignInBody) => {
    setBusy(true)
    setProblem('')
    try {
      const whole = known ? { ...entry, division: known.division, login: known.login } : entry
      const answer = await signIn(whole, queries)
      if (answer.needsCode) setNeedsCode(true)
      else onDone()
    } catch (error) {
      setProblem(error instanceof Refusal ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  if (data && divisions.length === 0) return <Alert type="info" showIcon title={words.signIn.none} />
  return (
    <Form<SignInBody> form={form} layout="vertical" requiredMark={false} onFinish={(entry) => void finish(entry)}>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {!known && (
        <>
          <Form.Item name="division" label={words.signIn.division} rules={[{ required: true }]}>
            <Select
              loading={!data}
              options={divisions.map(({ division, name }) => ({ value: division, label: name }))}
            />
          </Form.Item>
          <Form.Item name="login" label={words.signIn.login} rules={[{ required: true }]}>
            <Input autoComplete="username" autoFocus />
          </Form.Item>
        </>
      )}
      <Form.Item name="password" label={words.signIn.password} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" autoFocus={known !== undefined} />
      </Form.Item>
      {needsCode && (
        <Form.Item name="code" label={words.signIn.code} rules={[{ required: true, pattern: /^\d{6}$/ }]}>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} autoFocus />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {words.signIn.title}
      </Button>
      <p className="calm">{words.signIn.forgot}</p>
    </Form>
  )
}
