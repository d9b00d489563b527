import { Big } from 'big.js'
import { addUp } from '#domain/arithmetic.ts'
import type { ImportContext, ImportFault, ImportedRow } from '#domain/imports/import-result.ts'
import { scopeKey } from '#domain/imports/natural-key.ts'
import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import type { PackVariant } from '#domain/pack.ts'

/** Looks at row after row; `isInFile`: whether an entry of that key is handed in, and so replaces the ledger's own. */
export type Watcher = { see(row: ImportedRow): void; finish(isInFile: (key: string) => boolean): void }
/** The letter of a field's column in a sheet; '' where it has none. */
export type ColumnOf = (sheet: string, field: string) => string

type Weight = Pick<IndicatorEntry, 'level1' | 'weight'> & { readonly row?: ImportedRow }
type Form = { readonly name: string; readonly weights: Weight[] }
type Group = PackVariant['groups'][number]

/**
 * Weights of one form come to 100, or to what the pack leaves beside the points of the execution rate (90, in 湖北 80), and
 * those under each level-1 heading to what the pack gives it (财预〔2020〕10号: 产出50 效益30 满意度10). What the ledger
 * holds already counts, too.
 */
export function watchWeights(context: ImportContext, columnOf: ColumnOf, add: (fault: ImportFault) => void): Watcher {
  const forms = new Map<string, Form>()
  const variants = context.weightVariants ?? []
  return {
    see(row) {
      const { scope, level1, weight } = row.entry as IndicatorEntry
      const name =
        scope === 'department'
          ? '部门整体'
          : (context.projects?.find(({ id }) => id === scope.project)?.names[0] ?? scope.project)
      const form = forms.get(scopeKey(scope)) ?? { name, weights: [] }
      form.weights.push({ level1, weight, row })
      forms.set(scopeKey(scope), form)
    },
    finish(isInFile) {
      for (const [key, { name, weights }] of forms) {
        const others = (context.indicators ?? []).filter(({ id, scope }) => scopeKey(scope) === key && !isInFile(id))
        const all = [...weights, ...others]
        for (const fault of [...totalFault(name, all, variants), ...groupFaults(name, all, variants)])
          add({ ...fault, column: columnOf(fault.sheet, 'weight') })
      }
    },
  }
}

function totalFault(name: string, weights: readonly Weight[], [variant]: readonly PackVariant[]): ImportFault[] {
  const sum = sumOf(weights)
  const own = variant ? addUp(variant.groups.map(({ points }) => points)) : new Big(90)
  if (sum.eq(100) || sum.eq(own)) return []
  const rest = new Big(100).minus(own).toFixed()
  const message = `「${name}」各指标分值合计 ${sum.toFixed()}，不是 100（不含预算执行率 ${rest} 分时应为 ${own.toFixed()}）。`
  return [faultAt(weights, sum, message)]
}

/** Held against the variant of the pack that most headings agree with; nothing where the pack names none of the headings. */
function groupFaults(name: string, weights: readonly Weight[], variants: readonly PackVariant[]): ImportFault[] {
  const headings = new Set(weights.map(({ level1 }) => level1))
  const known = variants.filter(({ groups }) =>
    [...headings].every((heading) => groups.some((group) => group.headings.includes(heading))),
  )
  const wrong = known.map(({ groups }) => groups.filter((group) => !sumOf(under(group, weights)).eq(group.points)))
  const [fewest] = wrong.toSorted((left, right) => left.length - right.length)
  return (fewest ?? []).map((group) => {
    const own = under(group, weights)
    const sum = sumOf(own)
    const heading = group.headings.find((each) => headings.has(each)) ?? group.headings[0] ?? ''
    const message = `「${name}」${heading}的分值合计 ${sum.toFixed()}，评分规则给 ${group.points.toFixed()} 分。`
    return faultAt(own.some(({ row }) => row) ? own : weights, sum, message)
  })
}

function under({ headings }: Group, weights: readonly Weight[]): Weight[] {
  return weights.filter(({ level1 }) => headings.includes(level1))
}

function sumOf(weights: readonly Weight[]): Big {
  return weights.reduce((sum, { weight }) => sum.plus(weight), new Big(0))
}

function faultAt(weights: readonly Weight[], sum: Big, message: string): ImportFault {
  const { sheet = '', row = 0 } = weights.findLast((each) => each.row)?.row ?? {}
  return { severity: 'warning', sheet, row, column: '', value: sum.toFixed(), message, mend: '请核对各行分值。' }
}
