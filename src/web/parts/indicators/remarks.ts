import { compared, decimalOf } from '#domain/decimal-text.ts'
import type { EntryLine } from '../../saving/use-entries.ts'
import { words } from '../../words/indicators.ts'
import { textIn } from './tree.ts'

export type Remarks = Readonly<Partial<Record<'name' | 'target' | 'unit' | 'weight', string>>>

/** What can be told of an indicator while it is typed. The findings of the whole ledger come from the server. */
export function remarksOn(line: EntryLine): Remarks {
  const [name, sign, target, unit] = ['name', 'sign', 'target', 'unit'].map((field) => textIn(line, field))
  const weight = decimalOf(textIn(line, 'weight'))
  const isCounted = sign !== '定性'
  return {
    ...(name ? {} : { name: words.remarks.name }),
    ...targetRemark(isCounted, target ?? ''),
    ...(isCounted && !unit ? { unit: words.remarks.unit } : {}),
    ...(weight !== undefined && compared(weight, '0') > 0 ? {} : { weight: words.remarks.weight }),
  }
}

function targetRemark(isCounted: boolean, target: string): Remarks | undefined {
  if (target === '') return { target: words.remarks.target }
  const isNumber = decimalOf(target) !== undefined
  if (isCounted === isNumber) return undefined
  return { target: isCounted ? words.remarks.number : words.remarks.wordsWanted }
}
