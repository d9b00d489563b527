import { readFileSync, readdirSync } from 'node:fs'
import { Big } from 'big.js'
import { parse } from 'yaml'
import { z } from 'zod'
import type { DiagnosticSet } from '#domain/diagnostic.ts'

const decimal = z.union([z.number(), z.string()]).transform((raw) => new Big(raw))
const common = {
  id: z.string(),
  name: z.string(),
  numerator: z.array(z.string()).min(1),
  denominator: z.array(z.string()).min(1),
  full: decimal,
}
const shape = z.strictObject({
  id: z.string(),
  title: z.string(),
  region: z.string(),
  sources: z
    .array(
      z.strictObject({
        document: z.string(),
        says: z.string(),
        mark: z.enum(['original', 'form-in-use', 'from-the-field']),
      }),
    )
    .min(1),
  ratios: z.array(
    z.discriminatedUnion('scale', [
      z.strictObject({ ...common, scale: z.enum(['ceiling', 'floor']), at: decimal, step: decimal, lose: decimal }),
      z.strictObject({
        ...common,
        scale: z.literal('steps'),
        steps: z.array(z.strictObject({ upTo: decimal, points: decimal })),
      }),
    ]),
  ),
})

let loaded: readonly DiagnosticSet[] | undefined

/** The diagnostics of a division (data/diagnostics), if there are any. Throws when a file is broken. */
export function diagnosticsFor(division: string): DiagnosticSet | undefined {
  const folder = new URL('../../../data/diagnostics/', import.meta.url)
  loaded ??= readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => shape.parse(parse(readFileSync(new URL(file, folder), 'utf8'))) as DiagnosticSet)
  return loaded.find(({ region }) => division.startsWith(region))
}
