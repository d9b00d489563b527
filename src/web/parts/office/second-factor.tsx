import { Alert, Button, Form, Input, QRCode } from 'antd'
import { useState } from 'react'
import { ask } from '../../ask.ts'
import { words as all } from '../../words/office.ts'
import { useAction } from './use-action.ts'

const words = all.own
type Secret = { readonly secret: string; readonly address: string }

/** The six digits of a phone beside the password: taken up by a picture and a first code, given up with the password. */
export function SecondFactor({ hasIt }: { hasIt: boolean }) {
  const [offered, setOffered] = useState<Secret>()
  const { problem, run } = useAction(['session'])
  const enable = ({ code }: { code: string }) =>
    run(async () => {
      await ask('/api/own/second-factor', { method: 'PUT', json: { secret: offered?.secret, code } })
      setOffered(undefined)
    }, words.enabled)
  const disable = ({ password }: { password: string }) =>
    run(() => ask('/api/own/second-factor', { method: 'DELETE', json: { password } }), words.disabled)
  return (
    <div className="narrow">
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <p>{hasIt ? words.secondOn : words.secondOff}</p>
      {hasIt && (
        <Form layout="vertical" requiredMark={false} onFinish={(entry) => void disable(entry)}>
          <Form.Item name="password" label={words.proof} rules={[{ required: true }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button htmlType="submit">{words.disable}</Button>
        </Form>
      )}
      {!hasIt && !offered && (
        <Button onClick={() => void run(async () => setOffered(await ask<Secret>('/api/own/second-factor')))}>
          {words.enable}
        </Button>
      )}
      {offered && (
        <Form layout="vertical" requiredMark={false} onFinish={(entry) => void enable(entry)}>
          <p>{words.scan}</p>
          <QRCode aria-label={words.picture} value={offered.address} color="#000" bgColor="#fff" />
          <p className="calm">
            {words.secret}：<code>{offered.secret}</code>
          </p>
          <Form.Item name="code" label={words.code} rules={[{ required: true, pattern: /^\d{6}$/ }]}>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            {words.confirm}
          </Button>
        </Form>
      )}
    </div>
  )
}
