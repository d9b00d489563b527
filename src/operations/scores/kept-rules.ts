import { createHash } from 'node:crypto'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import type { ScoringRules } from '#domain/pack.ts'
import { packShape } from '../packs/pack-shape.ts'

const { id, title, execution, variants, reverse, reasonAt, overshoot, qualitative, satisfaction, grades } =
  packShape.shape
// Not strict: files kept earlier hold the whole pack as it was then, with its forms.
const shape = z.object({
  id,
  title,
  execution,
  variants,
  reverse,
  reasonAt,
  overshoot,
  qualitative,
  satisfaction,
  grades,
})

/** The scoring rules of a pack as text (YAML), the same for the same rules. */
export function rulesText(rules: ScoringRules): string {
  return stringify(JSON.parse(JSON.stringify(shape.parse(JSON.parse(JSON.stringify(rules))))))
}

/** Scoring rules from kept text; undefined where it is none. */
export function readRules(text: string): ScoringRules | undefined {
  try {
    const shaped = shape.safeParse(parse(text))
    return shaped.success ? (shaped.data as ScoringRules) : undefined
  } catch {
    return undefined
  }
}

/** SHA-256 of a text, hex: whether kept rules are as they were. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
