import { Button } from 'antd'
import { memo } from 'react'
import type { Decision, DecisionStatus, FindingView, PlaceView } from '#http/contract.ts'
import { whereOf, zh } from '../zh.ts'

type Props = {
  readonly finding: FindingView
  readonly decision: Decision | undefined
  readonly active: boolean
  readonly partTitles: ReadonlyMap<number, string>
  readonly onJump: (key: string, side: number) => void
  readonly onDecide: (key: string, status: DecisionStatus) => void
}

/** A finding: the sentence, the arithmetic, both quotes, and what a person decides. */
export const FindingCard = memo(function FindingCard({
  finding,
  decision,
  active,
  partTitles,
  onJump,
  onDecide,
}: Props) {
  const { key, severity, message, expression, cause, suggestion, places, passages, consequences } = finding
  const status = decision?.status ?? 'open'
  return (
    <li
      id={`finding-${key}`}
      className={`finding ${severity} ${status}${active ? ' chosen' : ''}`}
      aria-current={active || undefined}
    >
      <div className="head">
        <span className={`badge ${severity}`}>{zh.severity[severity]}</span>
        <span className="rule">{finding.title}</span>
        {status !== 'open' && <span className="status">{zh.decided[status]}</span>}
      </div>
      <button type="button" className="sentence" onClick={() => onJump(key, 0)}>
        {message}
      </button>
      {expression && <code className="arithmetic">{expression}</code>}
      {passages.map(({ first, pieces }) => (
        <Quote
          key={first}
          pieces={pieces}
          where={whereIn(places[first]!, partTitles)}
          onJump={() => onJump(key, first)}
        />
      ))}
      {cause && <Line title={zh.read.cause} words={cause} />}
      {suggestion && <Line title={zh.read.suggestion} words={suggestion} />}
      {decision?.reason && status === 'dismissed' && <Line title={zh.read.decisionReason} words={decision.reason} />}
      {consequences.length > 0 && (
        <details>
          <summary>{zh.read.consequences(consequences.length)}</summary>
          <ul>
            {consequences.map((each) => (
              <li key={each.key}>{each.message}</li>
            ))}
          </ul>
        </details>
      )}
      <div className="decide">
        {(['accepted', 'dismissed', 'open'] as const)
          .filter((each) => each !== status)
          .map((each) => (
            <Button key={each} size="small" onClick={() => onDecide(key, each)}>
              {zh.decide[each]}
            </Button>
          ))}
      </div>
    </li>
  )
})

function Line({ title, words }: { title: string; words: string }) {
  return (
    <p className="line">
      <span>{title}：</span>
      {words}
    </p>
  )
}

function whereIn(place: PlaceView, partTitles: ReadonlyMap<number, string>): string {
  return [partTitles.get(place.part), whereOf(place)].filter(Boolean).join(' · ')
}

type QuoteProps = {
  readonly pieces: FindingView['passages'][number]['pieces']
  readonly where: string
  readonly onJump: () => void
}

function Quote({ pieces, where, onJump }: QuoteProps) {
  return (
    <button type="button" className="quote" onClick={onJump}>
      <span className="words">
        {pieces.map(({ words, place }, at) => (place === undefined ? words : <mark key={at}>{words}</mark>))}
      </span>
      <span className="where">{where}</span>
    </button>
  )
}
