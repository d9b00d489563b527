import { Big } from 'big.js'
import { parseDocument } from 'yaml'
import type { RulePack } from '#domain/pack.ts'
import { packShape } from './pack-shape.ts'

/** One thing wrong in a rule pack: where (「variants.0.groups」) and what. */
export type PackFault = { readonly path: string; readonly message: string }

/** Reads a rule pack (YAML). All faults at once; a pack with any fault is not given. */
export function readPack(text: string): { readonly pack?: RulePack; readonly faults: readonly PackFault[] } {
  const document = parseDocument(text, { prettyErrors: false })
  if (document.errors.length > 0) return { faults: [{ path: '', message: '规则包的写法有误，请检查缩进、括号和引号' }] }
  const shaped = packShape.safeParse(document.toJS({ maxAliasCount: 100 }))
  if (!shaped.success)
    return { faults: shaped.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })) }
  const pack = shaped.data as RulePack
  const faults = [...pointFaults(pack), ...overshootFaults(pack)]
  return faults.length > 0 ? { faults } : { pack, faults }
}

/** Steps of overshooting rise, and each is shown by a case of the pack that loses exactly its share. */
function overshootFaults({ overshoot = [], cases }: RulePack): PackFault[] {
  return overshoot.flatMap(({ from, deduct }, index) => {
    const path = `overshoot.${index}`
    const before = overshoot[index - 1]
    if (before && (from.lte(before.from) || deduct.lte(before.deduct)))
      return [{ path, message: '各档的倍数和扣分要从小到大写' }]
    const shown = cases.some(({ weight, points }) => points.eq(weight.times(new Big(100).minus(deduct)).div(100)))
    return shown ? [] : [{ path, message: `没有扣${deduct.toFixed()}%的例子，请在 cases 里写一个手工算好的` }]
  })
}

/** Points of every variant and the execution rate make 100. */
function pointFaults({ execution, variants }: RulePack): PackFault[] {
  return variants.flatMap(({ id, groups }, index) => {
    const total = groups.reduce((sum, { points }) => sum.plus(points), execution.weight)
    return total.eq(100)
      ? []
      : [{ path: `variants.${index}`, message: `「${id}」各项合计${total.toFixed()}分，应为100分` }]
  })
}
