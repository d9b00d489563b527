import { createHash } from 'node:crypto'
import { Big } from 'big.js'
import { stringify } from 'yaml'
import { z } from 'zod'
import type { Evaluation, EvaluationInputs } from '#domain/evaluation.ts'
import type { RulePack } from '#domain/pack.ts'
import { evaluate } from '#rules/scoring/evaluate.ts'
import { packById, readPack } from '../packs/load-packs.ts'
import type { LedgerScores } from './score-ledger.ts'

/**
 * Scores as they were given, with all they were worked out from: the pack's own text among it, so that they can be
 * worked out again for ever, whatever becomes of the pack.
 */
export type StoredEvaluation = z.infer<typeof shape>

const decimal = z
  .string()
  .regex(/^-?\d{1,20}(?:\.\d{1,40})?$/)
  .transform((text) => new Big(text))
const value = z.union([z.strictObject({ number: decimal }), z.strictObject({ words: z.string() })])
const input = z.strictObject({
  id: z.string(),
  level1: z.string(),
  level2: z.string(),
  name: z.string(),
  sign: z.enum(['≥', '>', '=', '≤', '<', '定性']),
  target: value,
  actual: value.optional(),
  unit: z.string(),
  weight: decimal,
  rule: z.string().optional(),
  reason: z.string(),
  override: z.strictObject({ points: decimal, reason: z.string() }).optional(),
})
const shape = z.strictObject({
  format: z.literal('jiheng-scores'),
  version: z.literal(1),
  pack: z.strictObject({ id: z.string(), sha256: z.string(), text: z.string() }),
  forms: z.array(
    z.strictObject({
      entity: z.string(),
      budget: decimal.optional(),
      spent: decimal.optional(),
      indicators: z.array(input),
      points: z.array(z.string().nullable()),
      total: z.string().optional(),
      grade: z.string().optional(),
    }),
  ),
})

/** The scores as text (JSON): decimals as they are, nothing rounded. */
export function storeScores({ pack, evaluations }: LedgerScores): string {
  const text = packText(pack)
  const forms = evaluations.map((evaluation) => ({
    ...givenOf(evaluation),
    entity: evaluation.inputs.entity,
    budget: evaluation.inputs.budget?.toFixed(),
    spent: evaluation.inputs.spent?.toFixed(),
    indicators: evaluation.inputs.indicators.map(({ target, actual, weight, override, ...rest }) => ({
      ...rest,
      target: stored(target),
      ...(actual === undefined ? {} : { actual: stored(actual) }),
      weight: weight.toFixed(),
      ...(override ? { override: { points: override.points.toFixed(), reason: override.reason } } : {}),
    })),
  }))
  const file = { format: 'jiheng-scores', version: 1, pack: { id: pack.id, sha256: hashOf(text), text }, forms }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** What was given: points of the execution rate and of each indicator, the total, the grade. */
function givenOf({ execution, indicators, total, grade }: Evaluation) {
  const points = [execution, ...indicators].map((each) => each.points?.toFixed() ?? null)
  return { points, ...(total ? { total: total.toFixed() } : {}), ...(grade === undefined ? {} : { grade }) }
}

/** One form worked out again: the score it was given and the one it comes to; `same` when every point and the grade are. */
export type Replayed = {
  readonly entity: string
  readonly given?: string
  readonly again?: string
  readonly same: boolean
}
export type Replay =
  | {
      readonly forms: readonly Replayed[]
      readonly pack: string
      readonly changedSince: boolean
      readonly fault?: never
    }
  | { readonly forms?: never; readonly pack?: never; readonly changedSince?: never; readonly fault: string }

/** Works stored scores out again under the pack they carry, and says whether the product's pack of that id changed since. */
export function replayScores(text: string): Replay {
  const read = shape.safeParse(jsonOf(text))
  if (!read.success) return { fault: '不是保存的评分，或已损坏' }
  const { pack: kept, forms } = read.data
  if (hashOf(kept.text) !== kept.sha256) return { fault: '里面的规则包被改动过，不能重算' }
  const { pack } = readPack(kept.text)
  if (!pack) return { fault: '里面的规则包读不出来，不能重算' }
  const current = packById(kept.id)
  const replayed = forms.map(({ points, total, grade, ...form }): Replayed => {
    const again = givenOf(evaluate(inputsOf(form), pack))
    const same = again.total === total && again.grade === grade && again.points.join() === points.join()
    return { entity: form.entity, ...shown('given', total, grade), ...shown('again', again.total, again.grade), same }
  })
  const changedSince = !current || hashOf(packText(current)) !== kept.sha256
  return { forms: replayed, pack: pack.title, changedSince }
}

function shown<K extends 'given' | 'again'>(key: K, total?: string, grade = ''): { [P in K]?: string } {
  return (total === undefined ? {} : { [key]: `${total}${grade}` }) as { [P in K]?: string }
}

type StoredForm = Omit<StoredEvaluation['forms'][number], 'points' | 'total' | 'grade'>

function inputsOf({ entity, budget, spent, indicators }: StoredForm): EvaluationInputs {
  return {
    entity,
    ...(budget ? { budget } : {}),
    ...(spent ? { spent } : {}),
    indicators: indicators.map(({ target, actual, rule, override, ...rest }) => ({
      ...rest,
      target: 'number' in target ? target.number : target.words,
      ...(actual ? { actual: 'number' in actual ? actual.number : actual.words } : {}),
      ...(rule === undefined ? {} : { rule }),
      ...(override ? { override } : {}),
    })),
  }
}

function stored(each: Big | string) {
  return typeof each === 'string' ? { words: each } : { number: each.toFixed() }
}

/** The pack as a file that readPack reads. */
function packText(pack: RulePack): string {
  return stringify(JSON.parse(JSON.stringify(pack)))
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
