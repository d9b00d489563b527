import { Alert, Button, Form, Input, InputNumber } from 'antd'
import type { AccountView } from '#http/contracts/accounts.ts'
import { ask } from '../../ask.ts'
import { goTo, yearAddress } from '../../route.ts'
import { words as all } from '../../words/office.ts'
import { useAction } from './use-action.ts'

const words = all.firstYear
type Begun = { readonly name: string; readonly shortName?: string; readonly year: number }

/** The first ledger of a department that has none yet: what it is called and of what year, and it is there to be filled. */
export function FirstYear({ account: { division, department } }: { account: AccountView }) {
  const { problem, run } = useAction(['ledgers'])
  const begin = ({ year, name, shortName }: Begun) =>
    run(async () => {
      const ledger = `${division}/${department}/${year}`
      await ask(`/api/ledgers/${ledger}`, { method: 'POST', json: { name, ...(shortName ? { shortName } : {}) } })
      goTo(yearAddress(ledger, 'desk'))
    })
  return (
    <>
      <p>{words.lead(department ?? '')}</p>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <Form<Begun>
        layout="vertical"
        requiredMark={false}
        className="narrow"
        initialValues={{ year: new Date().getFullYear() }}
        onFinish={(begun) => void begin(begun)}
      >
        <Form.Item
          name="name"
          label={words.name}
          extra={words.nameHint}
          rules={[{ required: true, whitespace: true, message: words.nameMissing }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="shortName" label={words.shortName} extra={words.shortNameHint}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="year" label={words.year} rules={[{ required: true, message: words.yearMissing }]}>
          <InputNumber min={1900} max={2200} precision={0} />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {words.begin}
        </Button>
      </Form>
    </>
  )
}
