import type { EvaluatedForm, EvaluatedRow } from '#domain/report/evaluated-form.ts'
import { reachesTarget } from '#domain/ledger/reaches-target.ts'
import type { LedgerFact, Run } from '#domain/report/printed-report.ts'
import type { Setting } from '../setting.ts'

/**
 * A paragraph for each of the level-1 headings that the form has: which of its indicators were reached, which were not and
 * why. The values stand in the form: told again in words, a value is easily taken for one of another indicator.
 */
export function indicatorResults({ forms }: Setting, entity: string, headings: readonly string[]): Run[][] {
  const form = forms.get(entity)
  return headings.flatMap((heading) => {
    const rows = form?.rows.filter(({ level1 }) => level1 === heading) ?? []
    const reached = rows.filter((row) => isReached(row) === true)
    const missed = rows.filter((row) => isReached(row) === false)
    const said = [
      ...(reached.length === 0 ? [] : [`${names(reached)}达到年度指标值`]),
      ...(missed.length === 0 ? [] : [`${reasons(missed)}没有达到年度指标值`]),
    ]
    return said.length === 0 ? [] : [[`${heading}：${said.join('；')}。`]]
  })
}

/** Indicators that reached their targets. */
export function reachedIndicators({ forms }: Setting, entity: string): Run[] | undefined {
  return listed(forms.get(entity), true, (rows) => `${names(rows)}达到年初目标值。`, '各项指标都没有达到年初目标值。')
}

/** Indicators that did not, each with what the clerk says of the reason. */
export function missedIndicators({ forms }: Setting, entity: string): Run[] | undefined {
  return listed(
    forms.get(entity),
    false,
    (rows) => `${reasons(rows)}没有达到年初目标值。`,
    '各项指标都达到年初目标值。',
  )
}

function listed(
  form: EvaluatedForm | undefined,
  reached: boolean,
  say: (rows: readonly EvaluatedRow[]) => string,
  otherwise: string,
): Run[] | undefined {
  if (!form) return undefined
  const rows = form.rows.filter((row) => isReached(row) === reached)
  if (rows.length > 0) return [say(rows)]
  // What nobody can tell of is neither: then nothing is said of all of them.
  return form.rows.length > 0 && form.rows.every((row) => isReached(row) === !reached) ? [otherwise] : undefined
}

/**
 * Numbers tell by themselves: a satisfaction of 95 % earns all points by its step and still falls short of 100 %. Words
 * are reached when they earn all points; undefined where nothing could be scored: then the indicator is neither.
 */
function isReached({ sign, target, actual, score, weight }: EvaluatedRow): boolean | undefined {
  const [wanted, real] = [numberIn(target), numberIn(actual)]
  if (wanted !== undefined && real !== undefined) return reachesTarget(sign, wanted, real)
  return score && score.quantity.value.gte(weight.quantity.value)
}

function numberIn(parts: readonly (string | LedgerFact)[]): string | undefined {
  return parts.find((part): part is LedgerFact => typeof part !== 'string')?.quantity.value.toFixed()
}

function names(rows: readonly EvaluatedRow[]): string {
  return rows.map(({ name }) => name).join('、')
}

function reasons(rows: readonly EvaluatedRow[]): string {
  return rows.map(({ name, reason }) => (reason === '' ? name : `${name}（${withoutStops(reason)}）`)).join('、')
}

/** Within brackets no sentence ends. */
function withoutStops(reason: string): string {
  return reason.replace(/[。；\s]+$/, '').replaceAll(/[。；]\s*/g, '；')
}
