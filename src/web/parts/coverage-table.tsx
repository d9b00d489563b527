import type { AuditAnswer } from '#http/contract.ts'
import { zh } from '../zh.ts'

/** For each rule how often it held, was broken, could not be judged, did not apply; and what was missing. */
export function CoverageTable({ rules }: { rules: AuditAnswer['rules'] }) {
  return (
    <>
      <p className="calm">{zh.coverage.note}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={zh.read.coverage}>
        <table className="list coverage">
          <thead>
            <tr>
              {zh.coverage.columns.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
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
          </tbody>
        </table>
      </div>
    </>
  )
}
