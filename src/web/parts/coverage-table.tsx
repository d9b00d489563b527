import type { AuditAnswer } from '#http/contract.ts'
import { zh } from '../zh.ts'
import { ListTable } from './list-table.tsx'

/** For each rule how often it held, was broken, could not be judged, did not apply; and what was missing. */
export function CoverageTable({ rules }: { rules: AuditAnswer['rules'] }) {
  return (
    <>
      <p className="calm">{zh.coverage.note}</p>
      <ListTable name={zh.read.coverage} columns={zh.coverage.columns} look="coverage">
        {rules.map((rule) => (
          <tr key={rule.rule}>
            <th scope="row">
              {rule.title}
              {rule.missing.length > 0 && <p className="missing">{zh.coverage.missing(rule.missing.join('；'))}</p>}
            </th>
            <td className="amount">{rule.holds}</td>
            <td className={rule.contradictions > 0 ? 'amount error' : 'amount'}>{rule.contradictions}</td>
            <td className="amount">{rule.undetermined}</td>
            <td className="amount">{rule.notApplicable}</td>
          </tr>
        ))}
      </ListTable>
    </>
  )
}
