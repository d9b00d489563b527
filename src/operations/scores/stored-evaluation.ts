import { Big } from 'big.js'
import { z } from 'zod'
import type { Evaluation, EvaluationInputs } from '#domain/evaluation.ts'
import { formulaVersion, formulasOf, heldVersions } from '#rules/scoring/formula-versions.ts'
import { packById } from '../packs/load-packs.ts'
import { hashOf, readRules, rulesText } from './kept-rules.ts'
import type { LedgerScores } from './score-ledger.ts'

/**
 * Scores as they were given, with all they were worked out from: the scoring rules of the pack and the version of the
 * formulas among it, so that they can be worked out again for ever, whatever becomes of the pack. Files of version 1
 * hold the whole pack and were scored by the first formulas.
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
const kept = {
  format: z.literal('jiheng-scores'),
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
}
const shape = z.discriminatedUnion('version', [
  z.strictObject({ ...kept, version: z.literal(1) }),
  z.strictObject({ ...kept, version: z.literal(2), formulas: z.int().positive() }),
])

/** The scores as text (JSON): decimals as they are, nothing rounded. */
export function storeScores({ pack, evaluations }: LedgerScores): string {
  const text = rulesText(pack)
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
  const rules = { id: pack.id, sha256: hashOf(text), text }
  const file = { format: 'jiheng-scores', version: 2, formulas: formulaVersion, pack: rules, forms }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** What was given: points of the execution rate and of each indicator, the total, the grade. */
function givenOf({ execution, indicators, total, grade }: Evaluation) {
  const points = [execution, ...indicators].map((each) => each.points?.toFixed() ?? null)
  return { points, ...(total ? { total: total.toFixed() } : {}), ...(grade === undefined ? {} : { grade }) }
}

/**
 * One form worked out again: the score it was given and the one it comes to; `same` when every point and the grade are;
 * `unlike` says which points are not.
 */
export type Replayed = {
  readonly entity: string
  readonly given?: string
  readonly again?: string
  readonly same: boolean
  readonly unlike?: readonly string[]
}
export type Replay =
  | {
      readonly forms: readonly Replayed[]
      readonly pack: string
      readonly changedSince: boolean
      readonly formulas: number
      readonly formulasNow: number
      readonly fault?: never
    }
  | { readonly forms?: never; readonly changedSince?: never; readonly fault: string }

/**
 * Works stored scores out again under the rules and the formulas they were given by, and says whether the product's pack
 * of that id changed since. Never under other formulas: where those of the file are not held, nothing is worked out.
 */
export function replayScores(text: string): Replay {
  const read = shape.safeParse(jsonOf(text))
  if (!read.success) return { fault: '不是保存的评分，或已损坏' }
  const { pack: stored, forms } = read.data
  const version = read.data.version === 1 ? 1 : read.data.formulas
  const evaluate = formulasOf(version)
  if (!evaluate)
    return {
      fault: `是按第${version}版计分办法评的，这个版本的程序只有第${heldVersions().join('、')}版，不能重算；请用当时的程序重算，或按现在的办法重新评分`,
    }
  if (hashOf(stored.text) !== stored.sha256) return { fault: '里面的规则包被改动过，不能重算' }
  const pack = readRules(stored.text)
  if (!pack) return { fault: '里面的规则包读不出来，不能重算' }
  const current = packById(stored.id)
  const replayed = forms.map(({ points, total, grade, ...form }): Replayed => {
    const again = givenOf(evaluate(inputsOf(form), pack))
    const same = again.total === total && again.grade === grade && again.points.join() === points.join()
    const names = ['预算执行率', ...form.indicators.map(({ name }) => name)]
    const unlike = names.flatMap((name, at) =>
      points[at] === again.points[at]
        ? []
        : [`${name}当时 ${points[at] ?? '评不出'}，重算 ${again.points[at] ?? '评不出'}`],
    )
    return {
      entity: form.entity,
      ...shown('given', total, grade),
      ...shown('again', again.total, again.grade),
      same,
      ...(unlike.length > 0 ? { unlike } : {}),
    }
  })
  const changedSince = !current || rulesText(current) !== rulesText(pack)
  return { forms: replayed, pack: pack.title, changedSince, formulas: version, formulasNow: formulaVersion }
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

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
