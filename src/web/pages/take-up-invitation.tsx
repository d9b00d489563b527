import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { type Role, roleNames } from '#domain/accounts/role.ts'
import { ask } from '../ask.ts'
import { goTo } from '../route.ts'
import { signIn } from '../session/session.ts'
import { words } from '../words/work.ts'
import { zh } from '../zh.ts'

type Invited = { readonly login: string; readonly name: string; readonly role: Role; readonly division: string }
type Entry = { readonly password: string; readonly again: string }

/** The first password of an account, by the link its administrator gave. */
export function TakeUpInvitation({ invitation }: { invitation: string }) {
  const queries = useQueryClient()
  const [problem, setProblem] = useState('')
  const { data, error } = useQuery({
    queryKey: ['invitation', invitation],
    queryFn: () => ask<Invited>(`/api/invitations/${encodeURIComponent(invitation)}`),
    retry: false,
  })
  useEffect(() => {
    document.title = `${words.invitation.title} - ${zh.product}`
  }, [])
  const finish = async ({ password }: Entry) => {
    try {
      const { division, login } = await ask<Invited>('/api/invitations', {
        method: 'POST',
        json: { invitation, password },
      })
      await signIn({ division, login, password }, queries)
      goTo('#/', { instead: true })
    } catch (refusal) {
      setProblem((refusal as Error).message)
    }
  }
  return (
    <main className="door">
      <h1>{words.invitation.title}</h1>
      {error && <Alert type="error" showIcon title={error.message} description={words.invitation.over} role="alert" />}
      {data && (
        <Form<Entry> layout="vertical" requiredMark={false} onFinish={(entry) => void finish(entry)}>
          <p>{words.invitation.for(data.name, roleNames[data.role])}</p>
          <p className="calm">
            {words.signIn.login}：{data.login}
          </p>
          {problem && <Alert type="error" showIcon title={problem} role="alert" />}
          <Form.Item
            name="password"
            label={words.signIn.password}
            extra={words.invitation.rule}
            rules={[{ required: true }]}
          >
            <Input.Password autoComplete="new-password" autoFocus />
          </Form.Item>
          <Form.Item
            name="again"
            label={words.invitation.again}
            dependencies={['password']}
            rules={[
              { required: true },
              ({ getFieldValue }) => ({
                validator: (_, typed) =>
                  typed === getFieldValue('password')
                    ? Promise.resolve()
                    : Promise.reject(new Error(words.invitation.differ)),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block>
            {words.invitation.save}
          </Button>
        </Form>
      )}
    </main>
  )
}
