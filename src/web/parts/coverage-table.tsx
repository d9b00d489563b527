import type { AuditAnswer } from '#http/contract.ts'
import { zh } from '../zh.ts'
import { ListTable } from './list-table.tsx'

type RuleRow = AuditAnswer['rules'][number]

const counted = ['holds', 'contradictions', 'undetermined', 'notApplicable'] as const

/**
 * For each rule how often it held, was broken, could not be judged, did not apply; and what was missing. What is broken
 * or open comes first; rules that found nothing to judge are folded away.
 */
export function CoverageTable({ rules }: { rules: AuditAnswer['rules'] }) {
  const used = rules.filter(isUsed).toSorted(byWeight)
  const idle = rules.filter((rule) => !isUsed(rule))
  return (
    <>
      <p className="calm">{zh.coverage.note}</p>
      <ListTable name={zh.read.coverage} columns={zh.coverage.columns} look="coverage">
        <tr className="total">
          <th scope="row">{zh.coverage.all}</th>
          {counted.map((outcome) => (
            <td key={outcome} className="amount">
              {rules.reduce((all, rule) => all + rule[outcome], 0)}
            </td>
          ))}
        </tr>
        {used.map(rowOf)}
      </ListTable>
      {idle.length > 0 && (
        <details>
          <summary>{zh.coverage.idle(idle.length)}</summary>
          <ListTable name={zh.coverage.idleTable} columns={zh.coverage.columns} look="coverage">
            {idle.map(rowOf)}
          </ListTable>
        </details>
      )}
    </>
  )
}

function isUsed({ holds, contradictions, undetermined }: RuleRow): boolean {
  return holds + contradictions + undetermined > 0
}

function byWeight(one: RuleRow, other: RuleRow): number {
  return other.contradictions - one.contradictions || other.undetermined - one.undetermined || other.holds - one.holds
}

function rowOf(rule: RuleRow) {
  return (
    <tr key={rule.rule}>
      <th scope="row">
        {rule.title}
        {rule.missing.length > 0 && <p className="missing">{zh.coverage.missing(rule.missing.join('；'))}</p>}
      </th>
      {counted.map((outcome) => (
        <td key={outcome} className={outcome === 'contradictions' && rule[outcome] > 0 ? 'amount error' : 'amount'}>
          {rule[outcome]}
        </td>
      ))}
    </tr>
  )
}
