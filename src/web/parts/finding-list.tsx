import { Input, Switch } from 'antd'
import type { AuditAnswer, DecisionStatus, FindingView } from '#http/contract.ts'
import { zh } from '../zh.ts'
import type { Filter } from './filter-findings.ts'
import { FindingCard } from './finding-card.tsx'

type Props = {
  readonly audit: AuditAnswer
  readonly shown: readonly FindingView[]
  readonly filter: Filter
  readonly active: string
  readonly partTitles: ReadonlyMap<number, string>
  readonly onFilter: (filter: Filter) => void
  readonly onJump: (key: string, side: number) => void
  readonly onDecide: (key: string, status: DecisionStatus) => void
}

/** The findings with their filters. */
export function FindingList({ audit, shown, active, partTitles, onJump, onDecide, ...filters }: Props) {
  return (
    <>
      <Filters audit={audit} {...filters} />
      <p className="calm count" role="status">
        {zh.read.shown(shown.length, audit.findings.length)}
      </p>
      {shown.length === 0 && (
        <p className="calm">{audit.findings.length === 0 ? zh.read.noFindings : zh.read.noMatch}</p>
      )}
      <ol className="findings">
        {shown.map((finding) => (
          <FindingCard
            key={finding.key}
            finding={finding}
            decision={audit.decisions[finding.key]}
            active={finding.key === active}
            partTitles={partTitles}
            onJump={onJump}
            onDecide={onDecide}
          />
        ))}
      </ol>
    </>
  )
}

function Filters({ audit, filter, onFilter }: Pick<Props, 'audit' | 'filter' | 'onFilter'>) {
  const toggle = (severity: FindingView['severity']) => {
    const has = filter.severities.includes(severity)
    const severities = has ? filter.severities.filter((each) => each !== severity) : [...filter.severities, severity]
    onFilter({ ...filter, severities })
  }
  const rules = [...new Map(audit.findings.map(({ rule, title }) => [rule, title]))]
  return (
    <div className="filters" role="search" aria-label={zh.read.search}>
      {(['error', 'warning'] as const).map((severity) => (
        <button
          key={severity}
          type="button"
          className={`chip ${severity}`}
          aria-pressed={filter.severities.includes(severity)}
          onClick={() => toggle(severity)}
        >
          {zh.severity[severity]} {audit.counts[severity]}
        </button>
      ))}
      <label className="switch">
        <Switch
          size="small"
          aria-label={zh.read.showInfo}
          checked={filter.severities.includes('info')}
          onChange={() => toggle('info')}
        />
        {zh.read.showInfo} {audit.counts.info}
      </label>
      <select
        aria-label={zh.read.rule}
        value={filter.rule}
        onChange={(event) => onFilter({ ...filter, rule: event.target.value })}
      >
        <option value="">{zh.read.allRules}</option>
        {rules.map(([rule, title]) => (
          <option key={rule} value={rule}>
            {title}
          </option>
        ))}
      </select>
      <select
        aria-label={zh.read.part}
        value={filter.part}
        onChange={(event) => onFilter({ ...filter, part: event.target.value })}
      >
        <option value="">{zh.read.allParts}</option>
        {audit.parts.map(({ index, title }) => (
          <option key={index} value={String(index)}>
            {title}
          </option>
        ))}
      </select>
      <Input
        aria-label={zh.read.search}
        placeholder={zh.read.search}
        allowClear
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
      />
    </div>
  )
}
