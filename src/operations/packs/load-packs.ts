import { readFileSync, readdirSync } from 'node:fs'
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
  const faults = pointFaults(pack)
  return faults.length > 0 ? { faults } : { pack, faults }
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

let loaded: readonly RulePack[] | undefined

/** The rule packs that come with the product (data/packs). Throws when one is broken: then nothing may be scored. */
export function rulePacks(): readonly RulePack[] {
  const folder = new URL('../../../data/packs/', import.meta.url)
  loaded ??= readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => {
      const { pack, faults } = readPack(readFileSync(new URL(file, folder), 'utf8'))
      if (!pack)
        throw new Error(`data/packs/${file}: ${faults.map(({ path, message }) => `${path} ${message}`).join('; ')}`)
      return pack
    })
  return loaded
}

/** The pack of this id, if there is one. */
export function packById(id: string): RulePack | undefined {
  return rulePacks().find((pack) => pack.id === id)
}

/** The pack for a division and year: the one of the narrowest region, and of those the one that begins last. */
export function packFor(division: string, year: number): RulePack | undefined {
  const fitting = rulePacks().filter(
    ({ region, years: [first, last] }) => division.startsWith(region) && year >= first && year <= last,
  )
  return fitting.toSorted((a, b) => b.region.length - a.region.length || b.years[0] - a.years[0])[0]
}
