import type { Coverage, Finding, RuleCoverage } from '#domain/finding.ts'
import type { Knowledge } from '#domain/knowledge.ts'
import type { Reading } from '#domain/reading.ts'
import { borneOut } from './prudence/borne-out.ts'
import { catalogue } from './catalogue.ts'
import { disproves } from './disproved.ts'
import { isExplained } from './explained/explained.ts'
import { groupByRoot } from './group-by-root.ts'
import { slippedRepeatRule, slippedRepeats } from './facts/slipped-repeats.ts'
import { prudent } from './prudence/prudence.ts'
import type { Rule, Verdict } from './rule.ts'

/** What the whole catalogue says of a reading: findings by place, and how often each outcome came, in all and by rule. */
export type Checked = {
  readonly findings: readonly Finding[]
  readonly coverage: Coverage
  readonly rules: readonly RuleCoverage[]
}

/** Runs every rule. Findings that share one root are one finding with its consequences. */
export function check(reading: Reading, knowledge: Knowledge): Checked {
  const judged = catalogue(reading, knowledge).map((rule) => ({ rule, verdicts: rule.judge(reading, knowledge) }))
  const findings: Finding[] = []
  const vouched = new Set<number>()
  for (const { verdicts } of judged) {
    for (const verdict of verdicts) {
      if (verdict.outcome === 'contradiction') findings.push(verdict.finding)
      else if (verdict.outcome === 'holds') {
        for (const id of verdict.figures ?? []) vouched.add(id)
      }
    }
  }
  const accused = new Set(
    findings.flatMap(({ evidence }) => evidence.flatMap((each) => ('figure' in each ? [each.figure.id] : []))),
  )
  const slipped = slippedRepeats(reading, vouched, ({ id }) => vouched.has(id) || accused.has(id))
  for (const verdict of slipped) if (verdict.outcome === 'contradiction') findings.push(verdict.finding)
  // They fall under the rule that what is read as told again falls under, and count there.
  const counted = judged.map(({ rule, verdicts }) =>
    rule.id === slippedRepeatRule ? { rule, verdicts: [...verdicts, ...slipped] } : { rule, verdicts },
  )
  const isDisproved = disproves(judged, reading.figures)
  const weighed = prudent(
    findings.filter((finding) => !isDisproved(finding)),
    reading.figures,
    borneOut(judged, reading.figures),
  )
  const kept = weighed.filter((finding) => !isExplained(finding, reading.figures))
  const said = new Set(kept.map(({ evidence }) => evidence))
  const rules = byId(counted.map(({ rule, verdicts }) => ({ rule, verdicts: settled(verdicts, said) })))
  return { findings: groupByRoot(kept, vouched), coverage: total(rules), rules }
}

/**
 * What was weighed and let go is no contradiction: which numbers were meant is not known.
 *
 * said   the evidence of every finding that stays
 */
function settled(verdicts: readonly Verdict[], said: ReadonlySet<Finding['evidence']>): readonly Verdict[] {
  return verdicts.map((verdict) =>
    verdict.outcome === 'contradiction' && !said.has(verdict.finding.evidence)
      ? { outcome: 'undetermined', missing: '所指是哪几个数（从上下文定不下来）' }
      : verdict,
  )
}

/** One row a rule id: a table and an identity may carry the same one. */
function byId(judged: readonly { rule: Rule; verdicts: readonly Verdict[] }[]): RuleCoverage[] {
  const rows = new Map<string, { rule: Rule; verdicts: readonly Verdict[] }>()
  for (const { rule, verdicts } of judged) {
    const row = rows.get(rule.id)
    rows.set(rule.id, row ? { rule: row.rule, verdicts: [...row.verdicts, ...verdicts] } : { rule, verdicts })
  }
  return [...rows.values()].map(({ rule, verdicts }) => coverageOf(rule, verdicts))
}

function coverageOf(rule: Rule, verdicts: readonly Verdict[]): RuleCoverage {
  const count: Record<Verdict['outcome'], number> = { holds: 0, contradiction: 0, undetermined: 0, 'not-applicable': 0 }
  const missing = new Set<string>()
  for (const verdict of verdicts) {
    count[verdict.outcome] += 1
    if (verdict.outcome === 'undetermined') missing.add(verdict.missing)
  }
  return {
    rule: rule.id,
    title: rule.title,
    holds: count.holds,
    contradictions: count.contradiction,
    undetermined: count.undetermined,
    notApplicable: count['not-applicable'],
    missing: [...missing],
  }
}

function total(rules: readonly RuleCoverage[]): Coverage {
  const sum = (pick: (row: RuleCoverage) => number) => rules.reduce((all, row) => all + pick(row), 0)
  return {
    holds: sum((row) => row.holds),
    contradictions: sum((row) => row.contradictions),
    undetermined: sum((row) => row.undetermined),
    notApplicable: sum((row) => row.notApplicable),
  }
}
