import { Alert, Button, Form, Input } from 'antd'
import { ask } from '../../ask.ts'
import { words as all } from '../../words/office.ts'
import { words as workWords } from '../../words/work.ts'
import { useAction } from './use-action.ts'

const words = all.own
type Entry = { readonly old: string; readonly next: string; readonly again: string }

export function ChangePassword() {
  const [form] = Form.useForm<Entry>()
  const { problem, run } = useAction(['own-sessions'])
  const save = ({ old, next }: Entry) =>
    run(async () => {
      await ask('/api/own/password', { method: 'PUT', json: { old, next } })
      form.resetFields()
    }, words.saved)
  return (
    <Form<Entry>
      form={form}
      layout="vertical"
      requiredMark={false}
      className="narrow"
      onFinish={(entry) => void save(entry)}
    >
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <Form.Item name="old" label={words.old} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="next" label={words.next} extra={workWords.invitation.rule} rules={[{ required: true }]}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={words.again}
        dependencies={['next']}
        rules={[
          { required: true },
          ({ getFieldValue }) => ({
            validator: (_, typed) =>
              typed === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(workWords.invitation.differ)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {words.save}
      </Button>
    </Form>
  )
}
