import { differenceOf, isDecimal, sumOfYuan } from '#domain/amount-text.ts'
import type { ScoredForms } from '#http/contracts/year.ts'
import { type EntryLine, useEntries } from '../../saving/use-entries.ts'
import { useYear } from '../../shell/year.ts'
import { words as all } from '../../words/goals.ts'

const words = all.indicators

/** The indicators as a tree, every level with the sum of its weights as typed, held against what the pack asks for. */
export function WeightTree({ filed, form }: { filed: string; form?: ScoredForms['forms'][number] }) {
  const { ledger } = useYear()
  const { lines } = useEntries(ledger, 'indicators', { equals: { scope: filed } })
  if (lines.length === 0) return null
  const sum = weightOf(lines)
  const full = form && differenceOf(form.full, form.execution.weight)
  const fits = full === undefined || full === sum
  return (
    <section aria-label={words.sums} className="tree">
      <p role="status" className={fits ? 'calm' : 'refused'}>
        {fits ? words.fits(sum) : words.against(sum, full)}
      </p>
      <ul>
        {groups(lines, 'level1').map(([first, own]) => (
          <li key={first}>
            <strong>{words.sum(first, weightOf(own))}</strong>
            <ul>
              {groups(own, 'level2').map(([second, rows]) => (
                <li key={second}>
                  {words.sum(second, weightOf(rows))}
                  <span className="calm">（{rows.map(({ entry }) => String(entry['name'] ?? '')).join('、')}）</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

function weightOf(lines: readonly EntryLine[]): string {
  return sumOfYuan(lines.map(({ entry }) => String(entry['weight'] ?? '')).filter(isDecimal))
}

function groups(lines: readonly EntryLine[], field: string): [string, EntryLine[]][] {
  const found = new Map<string, EntryLine[]>()
  for (const line of lines) {
    const name = String(line.entry[field] ?? '')
    found.set(name, [...(found.get(name) ?? []), line])
  }
  return [...found]
}
