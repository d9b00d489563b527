import { App, Button, Checkbox, Form, Input, Select } from 'antd'
import type { WorkKind } from '#domain/ledger/work-ledger.ts'
import { goTo, yearAddress } from '../../route.ts'
import { noteAddition } from '../../saving/pending.ts'
import { change } from '../../saving/undo.ts'
import { useFormDraft } from '../../saving/use-form-draft.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/unit.ts'
import { type KindDraft, draftOf, kindOf } from './kind-draft.ts'

const words = all.kind
const choices = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** A kind of records of the user's own: its fields, what tells two records apart, and what is counted. */
export function KindEditor({ kind }: { kind?: WorkKind }) {
  const { ledger } = useYear()
  const { message } = App.useApp()
  const [form] = Form.useForm<KindDraft>()
  const { initial, isKept, write, drop } = useFormDraft(form, `kind.${kind?.id ?? 'new'}`, draftOf(kind))
  const list = 'workKinds' as const
  const save = (draft: KindDraft) => {
    drop()
    const next = kindOf(draft, kind)
    if (kind) {
      const { id, ...was } = kind
      const { id: _, ...set } = next
      change({ ledger, list, key: [id], was, set })
    } else {
      noteAddition({ ledger, list, set: next }, true)
      goTo(yearAddress(ledger, 'records', { item: next.id }))
    }
    void message.success(words.saved)
  }
  const fields = Form.useWatch('fields', form) ?? []
  const named = fields.flatMap((field) => (field?.name ? [{ value: field.name, label: field.name }] : []))
  return (
    <Form<KindDraft>
      form={form}
      layout="vertical"
      initialValues={initial}
      onValuesChange={(_, draft) => write(draft)}
      onFinish={save}
      className="kind"
    >
      <Form.Item name="name" label={words.name} rules={[{ required: true }]}>
        <Input />
      </Form.Item>
      <FieldRows />
      <Form.Item name="key" label={words.key} rules={[{ required: true }]}>
        <Select mode="multiple" options={[{ value: words.keyDate, label: words.keyDate }, ...named]} />
      </Form.Item>
      <CountRows named={named} />
      <Button type="primary" htmlType="submit">
        {words.save}
      </Button>{' '}
      {isKept && <Button onClick={drop}>{words.drop}</Button>}
    </Form>
  )
}

function FieldRows() {
  return (
    <fieldset className="framed">
      <legend>{words.fields}</legend>
      <Form.List name="fields">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="row">
                <Form.Item name={[name, 'name']} rules={[{ required: true }]}>
                  <Input
                    aria-label={`${words.number(words.fields, name + 1)} ${words.fieldColumns[0]}`}
                    placeholder={words.fieldColumns[0]}
                  />
                </Form.Item>
                <Form.Item name={[name, 'type']}>
                  <Select
                    aria-label={`${words.number(words.fields, name + 1)} ${words.fieldColumns[1]}`}
                    options={choices(words.types)}
                  />
                </Form.Item>
                <Form.Item name={[name, 'options']}>
                  <Input
                    aria-label={`${words.number(words.fields, name + 1)} ${words.fieldColumns[3]}`}
                    placeholder={words.fieldColumns[3]}
                  />
                </Form.Item>
                <Form.Item name={[name, 'unit']}>
                  <Input
                    aria-label={`${words.number(words.fields, name + 1)} ${words.fieldColumns[4]}`}
                    placeholder={words.fieldColumns[4]}
                  />
                </Form.Item>
                <Form.Item name={[name, 'required']} valuePropName="checked">
                  <Checkbox>{words.fieldColumns[2]}</Checkbox>
                </Form.Item>
                <Button onClick={() => remove(name)}>{words.remove}</Button>
              </div>
            ))}
            <Button onClick={() => add({ type: 'text' })}>{words.addField}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function CountRows({ named }: { named: readonly { value: string; label: string }[] }) {
  return (
    <fieldset className="framed">
      <legend>{words.counts}</legend>
      <Form.List name="counts">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="row">
                <Form.Item name={[name, 'name']} rules={[{ required: true }]}>
                  <Input
                    aria-label={`${words.number(words.counts, name + 1)} ${words.countColumns[0]}`}
                    placeholder={words.countColumns[0]}
                  />
                </Form.Item>
                <Form.Item name={[name, 'how']}>
                  <Select
                    aria-label={`${words.number(words.counts, name + 1)} ${words.countColumns[1]}`}
                    options={choices(words.hows)}
                  />
                </Form.Item>
                <Form.Item name={[name, 'field']}>
                  <Select
                    allowClear
                    aria-label={`${words.number(words.counts, name + 1)} ${words.countColumns[2]}`}
                    placeholder={words.countColumns[2]}
                    options={[...named]}
                  />
                </Form.Item>
                <Form.Item name={[name, 'unit']} rules={[{ required: true }]}>
                  <Input
                    aria-label={`${words.number(words.counts, name + 1)} ${words.countColumns[3]}`}
                    placeholder={words.countColumns[3]}
                  />
                </Form.Item>
                <Button onClick={() => remove(name)}>{words.remove}</Button>
              </div>
            ))}
            <Button onClick={() => add({ how: 'count' })}>{words.addCount}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
