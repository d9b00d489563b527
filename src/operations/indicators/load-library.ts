import { readFileSync, readdirSync } from 'node:fs'
import { Big } from 'big.js'
import { parse } from 'yaml'
import { z } from 'zod'
import type { IndicatorLibrary } from '#domain/indicator-library.ts'

const text = z.string().min(1)
const number = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)]).transform((raw): Big => new Big(raw))

/** The shape of a library's file; a misspelt key is refused. */
const libraryShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: text,
  version: z.string().regex(/^\d{4}-\d{2}$/),
  kind: z.enum(['common', 'sector']),
  sector: text.optional(),
  sources: z
    .array(z.strictObject({ document: text, says: text, mark: z.enum(['original', 'form-in-use', 'from-the-field']) }))
    .min(1),
  indicators: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z0-9-]+$/),
        scopes: z.array(z.enum(['department', 'project'])).min(1),
        group: text.optional(),
        level1: text,
        level2: text,
        name: text,
        sign: z.enum(['≥', '>', '=', '≤', '<', '定性']),
        unit: z.string(),
        target: z.union([number, z.string()]).optional(),
        explanation: text,
        formula: text.optional(),
        evidenceRequired: z.array(text).optional(),
        basis: text.optional(),
      }),
    )
    .min(1),
})
let loaded: readonly IndicatorLibrary[] | undefined

/** The indicator libraries (data/indicator-library), common ones first. Throws when one is broken: then none may be used. */
export function indicatorLibraries(): readonly IndicatorLibrary[] {
  const folder = new URL('../../../data/indicator-library/', import.meta.url)
  loaded ??= readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .toSorted()
    .map((file) => {
      const library = libraryShape.parse(parse(readFileSync(new URL(file, folder), 'utf8')))
      if (`${library.id}.yaml` !== file) throw new Error(`data/indicator-library/${file}: id`)
      return library as IndicatorLibrary
    })
  return loaded
}
