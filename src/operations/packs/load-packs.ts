import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { RulePack } from '#domain/pack.ts'
import { keptData } from '../kept-data.ts'

let loaded: readonly RulePack[] | undefined

/** The rule packs that come with the product (data/packs). Throws when one is broken: then nothing may be scored. */
export function rulePacks(): readonly RulePack[] {
  if (loaded) return loaded
  const folder = new URL('../../../data/packs/', import.meta.url)
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
  const readers = ['./read-pack.ts', './pack-shape.ts'].map((file) => new URL(file, import.meta.url))
  loaded = keptData('packs', [...files.map((file) => new URL(file, folder)), ...readers], () =>
    readPacks(folder, files),
  )
  return loaded
}

/** What reads them is loaded only where they are not kept: it takes as long as the rest of the program. */
function readPacks(folder: URL, files: readonly string[]): RulePack[] {
  const { readPack } = createRequire(import.meta.url)('./read-pack.ts') as typeof import('./read-pack.ts')
  return files.map((file) => {
    const { pack, faults } = readPack(readFileSync(new URL(file, folder), 'utf8'))
    if (!pack)
      throw new Error(`data/packs/${file}: ${faults.map(({ path, message }) => `${path} ${message}`).join('; ')}`)
    return pack
  })
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
