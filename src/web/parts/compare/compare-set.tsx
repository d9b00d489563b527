import { Alert, Select } from 'antd'
import type { LedgerComparison } from '#http/contracts/compare.ts'
import type { ReportLine, Submission } from '#http/contracts/year.ts'
import { ask } from '../../ask.ts'
import { useRead } from '../../shell/queries.ts'
import { goTo, yearAddress } from '../../route.ts'
import { useLedgers, useOfYear, useYear } from '../../shell/year.ts'
import { words as all } from '../../words/more.ts'
import { words as workWords } from '../../words/work.ts'
import { ComparedLists } from './compared-lists.tsx'
import { ComparedReport } from './compared-report.tsx'

const words = all.compare

/** Two states of the set side by side: the ledger field by field, or a report paragraph by paragraph, differences only. */
export function CompareSet({ query }: { query: Readonly<Record<string, string>> }) {
  const { ledger } = useYear()
  const states = useStates()
  const reports = useOfYear<{ reports: readonly ReportLine[] }>('reports').data?.reports ?? []
  const { from = states.at(-1)?.value ?? 'now', to = 'now', report = '' } = query
  const look = (next: Readonly<Record<string, string>>) =>
    goTo(yearAddress(ledger, 'reports', { item: 'compare', query: { from, to, report, ...next } }), { instead: true })
  if (states.length < 2) return <p className="calm">{words.alone}</p>
  return (
    <>
      <div className="tools">
        <label>
          {words.what}{' '}
          <Select
            value={report}
            style={{ minWidth: 260 }}
            options={[
              { value: '', label: words.whole },
              ...reports.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={(next) => look({ report: next })}
          />
        </label>
        <label>
          {words.from} <Select value={from} options={states} onChange={(next) => look({ from: next })} />
        </label>
        <label>
          {words.to} <Select value={to} options={states} onChange={(next) => look({ to: next })} />
        </label>
      </div>
      {report === '' ? <Lists from={from} to={to} /> : <ComparedReport report={report} from={from} to={to} />}
    </>
  )
}

/** What there is to compare: as it stands, each version handed in, each other year's ledger. */
function useStates(): { value: string; label: string }[] {
  const { standing } = useYear()
  const steps = useOfYear<Submission>('submission').data?.steps ?? []
  const ledgers = useLedgers(true) ?? []
  const versions = steps.flatMap(({ version }) => version ?? [])
  const years = ledgers.filter((each) => each.department === standing.department && each.year !== standing.year)
  return [
    { value: 'now', label: words.now },
    ...years.map(({ year }) => ({ value: `year:${year}`, label: words.year(year) })),
    ...versions.map((version) => ({ value: `v${version}`, label: words.version(version) })),
  ]
}

function Lists({ from, to }: { from: string; to: string }) {
  const { ledger } = useYear()
  const { data, error } = useRead({
    queryKey: ['ledger', ledger, 'compare', from, to],
    queryFn: () => ask<LedgerComparison>(`/api/ledgers/${ledger}/compare?${new URLSearchParams({ from, to })}`),
  })
  if (error) return <Alert type="error" showIcon title={error.message} />
  return data ? <ComparedLists comparison={data} /> : <p className="calm">{workWords.loading}</p>
}
