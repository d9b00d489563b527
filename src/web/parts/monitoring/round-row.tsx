import { Select } from 'antd'
import type { Sign } from '#domain/ledger/goal.ts'
import { reachesTarget } from '#domain/ledger/reaches-target.ts'
import type { PlainEntry } from '#http/contracts/year.ts'
import { change } from '../../saving/undo.ts'
import { TypedField } from '../../saving/typed-field.tsx'
import type { EntryLine } from '../../saving/use-entries.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/goals.ts'

const words = all.monitoring
type Value = { readonly indicator: string; readonly value: string; readonly possibility?: string }

/** An indicator in a round: its target, the value by that day, whether that reaches it, whether it will by the year's end. */
export function RoundRow({ line, indicator, entity }: { line: EntryLine; indicator: PlainEntry; entity: string }) {
  const { ledger, canEdit } = useYear()
  const values = (line.entry['values'] ?? []) as readonly Value[]
  const id = String(indicator['id'])
  const name = String(indicator['name'])
  const own = values.find((each) => each.indicator === id)
  const withOwn = (next: Partial<Value>): readonly Value[] => {
    const merged = { indicator: id, value: '', ...own, ...next }
    const others = values.filter((each) => each.indicator !== id)
    return merged.value === '' && !merged.possibility ? others : [...others, merged]
  }
  const sign = indicator['sign'] as Sign
  const reached = own ? reachesTarget(sign, String(indicator['target']), own.value) : undefined
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="calm">（{entity}）</span>
      </th>
      <td className="amount">
        {sign === '定性' ? '' : sign} {String(indicator['target'])}
        {String(indicator['unit'])}
      </td>
      <td>
        <TypedField
          list="monitoring"
          line={line}
          field="values"
          label={words.value(entity, name)}
          value={own?.value ?? ''}
          toSet={(text) => withOwn({ value: text.trim() })}
        />
      </td>
      <td className={reached === false ? 'warning' : ''}>
        {reached === undefined ? words.reached.unknown : reached ? words.reached.yes : words.reached.no}
      </td>
      <td>
        <Select
          aria-label={words.possibility(entity, name)}
          allowClear
          disabled={!canEdit}
          style={{ width: 130 }}
          value={own?.possibility ?? null}
          options={words.possibilities.map((each) => ({ value: each, label: each }))}
          onChange={(possibility: string | null) => {
            const { possibility: _, ...rest } = own ?? { indicator: id, value: '' }
            const next = possibility
              ? withOwn({ possibility })
              : [...values.filter((each) => each.indicator !== id), rest]
            change({ ledger, list: 'monitoring', key: line.key, was: { values }, set: { values: next } })
          }}
        />
      </td>
    </tr>
  )
}
