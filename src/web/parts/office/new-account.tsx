import { Alert, Button, Form, Input, Select } from 'antd'
import { isOfDepartment, type Role, roleNames } from '#domain/accounts/role.ts'
import type { AccountView, NewAccountBody } from '#http/contracts/accounts.ts'
import { ask } from '../../ask.ts'
import { words as all } from '../../words/office.ts'
import { useAction } from './use-action.ts'

const words = all.accounts
type Invited = { readonly account: AccountView; readonly invitation: string }
const roles = Object.entries(roleNames).map(([value, label]) => ({ value, label }))

/** A new account: no password is given out, only a link to set one. */
export function NewAccount({ onInvited }: { onInvited: (invited: Invited) => void }) {
  const [form] = Form.useForm<NewAccountBody>()
  const { problem, run } = useAction(['accounts'])
  const role = Form.useWatch('role', form) as Role | undefined
  const add = (entry: NewAccountBody) =>
    run(async () => {
      onInvited(await ask<Invited>('/api/accounts', { method: 'POST', json: entry }))
      form.resetFields()
    })
  return (
    <details>
      <summary>{words.add}</summary>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <Form<NewAccountBody>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="narrow"
        onFinish={(entry) => void add(entry)}
      >
        <Form.Item name="name" label={words.name} rules={[{ required: true }]}>
          <Input />
        </Form.Item>
        <Form.Item name="login" label={words.login} extra={words.loginHint} rules={[{ required: true }]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={words.role} rules={[{ required: true }]}>
          <Select options={roles} />
        </Form.Item>
        {role && isOfDepartment(role) && (
          <Form.Item name="department" label={words.department} rules={[{ required: true }]}>
            <Input />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit">
          {words.invite}
        </Button>
      </Form>
    </details>
  )
}
