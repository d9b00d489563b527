import type { Claim, ClaimForm, Term } from '#domain/claim.ts'
import type { Fact, Figure, Phase } from '#domain/fact.ts'
import type { IdentityEntry, Measure } from '#domain/knowledge.ts'
import { onceFor } from '#domain/once-for.ts'
import { baseValue } from '#domain/quantity.ts'
import { unitFactor } from '#domain/unit.ts'
import { judgeClaim } from '../claims/judge-claim.ts'
import type { Verdict } from '../rule.ts'
import type { Scope } from './fact-index.ts'
import { isSlip } from '#domain/slip.ts'
import { type Equation, parseEquation } from './parse-equation.ts'

const phases: readonly Phase[] = ['original', 'final', 'actual']
const phaseless: readonly Phase[] = ['none']
const notApplicable: Verdict = { outcome: 'not-applicable' }
const mostCombinations = 64

/**
 * Holds one identity against the facts of every entity and year: for each phase, or once where its names carry
 * their phase. Where a measure is stated with several values, the identity holds as soon as one choice fits:
 * that the values differ is another rule's finding.
 */
export function judgeIdentity(
  identity: IdentityEntry,
  scopes: readonly Scope[],
  measures: ReadonlyMap<string, Measure>,
): Verdict[] {
  const { operands } = equationOf(identity)
  const free = operands.some(
    (operand) =>
      !operand.phase && measures.get(operand.measure)?.unit === 'money' && !operand.measure.startsWith('project.'),
  )
  const verdicts: Verdict[] = []
  for (const scope of scopes) {
    const stated = operands.some((operand) => scope.states(operand.measure))
    for (const phase of free ? phases : phaseless)
      verdicts.push(stated ? judgeAt(identity, scope, phase, measures) : notApplicable)
  }
  return verdicts
}

type Parsed = { readonly equation: Equation; readonly operands: readonly Equation['left'][] }
const parsed = (equation: Equation): Parsed => ({ equation, operands: [equation.left, ...equation.right] })

const equationOf = onceFor((identity: IdentityEntry): Parsed => parsed(parseEquation(identity.equation)))

/** The equation with what a document may count apart; undefined where the identity names no such thing. */
const widerOf = onceFor((identity: IdentityEntry): Parsed | undefined =>
  identity.apart === undefined ? undefined : parsed(parseEquation(`${identity.equation} + ${identity.apart}`)),
)

/** What is counted apart mends a contradiction, or tells the smaller one where neither sum is right. */
function judgeAt(identity: IdentityEntry, scope: Scope, phase: Phase, measures: ReadonlyMap<string, Measure>): Verdict {
  const verdict = judgeEquation(equationOf(identity), identity, scope, phase, measures)
  const wider = verdict.outcome === 'contradiction' ? widerOf(identity) : undefined
  if (!wider) return verdict
  const widened = judgeEquation(wider, identity, scope, phase, measures)
  return widened.outcome === 'holds' || gapOf(widened) < gapOf(verdict) ? widened : verdict
}

function gapOf(verdict: Verdict): number {
  return verdict.outcome === 'contradiction' ? Math.abs(Number(verdict.finding.difference ?? Infinity)) : Infinity
}

function judgeEquation(
  { equation, operands }: Parsed,
  identity: IdentityEntry,
  scope: Scope,
  phase: Phase,
  measures: ReadonlyMap<string, Measure>,
): Verdict {
  const found = operands.map((operand) => scope.find(operand.measure, operand.phase ?? phase))
  const missing = operands.filter((_, at) => found[at]!.length === 0)
  if (missing.length === operands.length) return notApplicable
  if (missing.length > 0)
    return {
      outcome: 'undetermined',
      missing: missing.map((operand) => measures.get(operand.measure)?.zh ?? operand.measure).join('、'),
    }
  const choices = combinations(found)
  let first: Verdict | undefined
  for (const choice of choices) {
    const verdict = judgeClaim(claimOf(identity, equation, choice, measures))
    if (verdict.outcome !== 'contradiction') return verdict
    first ??= verdict
  }
  if (!first)
    return { outcome: 'undetermined', missing: measures.get(equation.left.measure)?.zh ?? equation.left.measure }
  return identity.loose && !slipAway(equation, choices) ? { outcome: 'undetermined', missing: '各数的时点' } : first
}

/** Whether the left side of some choice is one slip away from what the right side adds up to. */
function slipAway(equation: Equation, choices: readonly (readonly Fact[])[]): boolean {
  if (equation.operator !== 'sum' && equation.operator !== 'equal') return false
  return choices.some(([left, ...right]) => {
    const unit = left!.figure.quantity.unit
    const sum = right.reduce(
      (all, fact) => all.plus(baseValue(fact.figure.quantity)),
      baseValue(left!.figure.quantity).times(0),
    )
    return isSlip(sum.div(unitFactor(unit)).toFixed(left!.figure.quantity.decimals), left!.figure.printed)
  })
}

function claimOf(
  identity: IdentityEntry,
  equation: Equation,
  facts: readonly Fact[],
  measures: ReadonlyMap<string, Measure>,
): Claim {
  const certain = identity.severity === 'error' && facts.every((fact) => fact.certain)
  const terms = facts.map((fact) => new FactTerm(fact, measures))
  return {
    rule: identity.id,
    form: formOf(equation, terms),
    certain,
    ...(certain ? {} : { because: identity.because ?? '数字的口径按上下文判断' }),
    quote: facts[0]!.figure.place,
  }
}

const phaseWords: Record<Phase, string> = {
  original: '年初',
  final: '全年',
  actual: '决算',
  adjustment: '',
  target: '',
  'to-date': '',
  none: '',
}

/** It is named where something is said of it: most identities hold. */
class FactTerm implements Term {
  readonly figure: Figure
  private readonly fact: Fact
  private readonly measures: ReadonlyMap<string, Measure>

  constructor(fact: Fact, measures: ReadonlyMap<string, Measure>) {
    this.figure = fact.figure
    this.fact = fact
    this.measures = measures
  }

  get name(): string {
    const { measure, phase } = this.fact
    return phaseWords[phase] + (this.measures.get(measure)?.zh ?? measure)
  }
}

function formOf(equation: Equation, terms: readonly Term[]): ClaimForm {
  const [left, ...right] = terms
  if (equation.operator === 'at-most') return { is: 'at-most', lesser: left!, greater: right[0]! }
  if (equation.operator === 'ratio') return { is: 'ratio', rate: left!, numerator: right[0]!, denominator: right[1]! }
  if (equation.operator === 'equal') return { is: 'equal', terms: [left!, right[0]!] }
  return { is: 'sum', total: left!, parts: right, relation: 'equals' }
}

/** Every choice of one fact per operand, the surest first, bounded. */
function combinations(found: readonly (readonly Fact[])[]): Fact[][] {
  const only = found.every((facts) => facts.length === 1)
  let choices: Fact[][] = only ? [found.map(([fact]) => fact!)] : [[]]
  if (!only)
    for (const facts of found) {
      choices = choices.flatMap((choice) => facts.map((fact) => [...choice, fact])).slice(0, mostCombinations)
    }
  // A number can't stand on both sides: 「任一时点」 would take the very 年初数 it is held against.
  return choices.filter((choice) =>
    choice.every(({ figure }, at) => choice.findIndex((fact) => fact.figure.id === figure.id) === at),
  )
}
