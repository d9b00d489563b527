import { Alert, Tabs } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { AuditAnswer, DecisionStatus, Decisions, FindingView } from '#http/contract.ts'
import { saveDecision } from '../api.ts'
import { addressOf, useMedia } from '../route.ts'
import { zh } from '../zh.ts'
import { AuditHead } from './audit-head.tsx'
import { CoverageTable } from './coverage-table.tsx'
import { Dialogs } from './dialogs.tsx'
import { DocumentView } from './document-view.tsx'
import { filterFindings, firstFilter } from './filter-findings.ts'
import { FindingList } from './finding-list.tsx'
import { hitsOf } from './marks.ts'
import { useKeys } from './use-keys.ts'

type Props = {
  readonly audit: AuditAnswer
  readonly finding: string
  readonly onDecisions: (decisions: Decisions) => void
}
/** Which side of which finding to bring into view; `turn` makes a repeated jump a new one. */
type Jump = { readonly key: string; readonly side: number; readonly turn: number }

/** Document left, findings right; on a phone one after the other in tabs. */
export function ReadingRoom({ audit, finding, onDecisions }: Props) {
  const narrow = useMedia('(max-width: 899px)')
  const [filter, setFilter] = useState(() => filterFor(audit, finding))
  const [tab, setTab] = useState('findings')
  const [jump, setJump] = useState<Jump>({ key: finding, side: 0, turn: 0 })
  const [dialog, setDialog] = useState<'' | 'keys' | 'dismiss'>('')
  const [problem, setProblem] = useState('')
  const shown = useMemo(() => filterFindings(audit.findings, filter), [audit.findings, filter])
  const hits = useMemo(() => hitsOf(shown), [shown])
  const partTitles = useMemo(() => new Map(audit.parts.map(({ index, title }) => [index, title])), [audit.parts])
  const active = jump.key
  const goTo = useCallback(
    (key: string, side: number, showDocument: boolean) => {
      setJump((last) => ({ key, side, turn: last.turn + 1 }))
      window.history.replaceState(null, '', addressOf(audit.id, key))
      if (narrow) setTab(showDocument ? 'document' : 'findings')
    },
    [audit.id, narrow],
  )
  const onJump = useCallback((key: string, side: number) => goTo(key, side, true), [goTo])
  const onPick = useCallback((key: string) => goTo(key, 0, false), [goTo])
  useScroll(jump, tab)

  const decide = async (key: string, status: DecisionStatus, reason?: string) => {
    setProblem('')
    const body = status === 'dismissed' ? { key, status, reason: reason ?? '' } : { key, status }
    await saveDecision(audit.id, body).then(onDecisions, (error: Error) => setProblem(error.message))
  }
  const onDecide = (key: string, status: DecisionStatus) => {
    if (status !== 'dismissed') return void decide(key, status)
    setJump((last) => ({ ...last, key }))
    setDialog('dismiss')
  }
  const step = (by: number) => {
    const at = shown.findIndex(({ key }) => key === active)
    const next = shown[at === -1 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)]
    if (next) goTo(next.key, 0, false)
  }
  const onChosen = (act: (finding: FindingView) => void) => () => shown.filter(({ key }) => key === active).forEach(act)
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    Enter: onChosen(({ key, places }) => goTo(key, places[jump.side + 1] ? jump.side + 1 : 0, true)),
    a: onChosen(({ key }) => onDecide(key, 'accepted')),
    d: onChosen(({ key }) => onDecide(key, 'dismissed')),
    o: onChosen(({ key }) => onDecide(key, 'open')),
    '?': () => setDialog('keys'),
  }
  useKeys(keys, dialog === '')

  const paper = <DocumentView audit={audit} hits={hits} active={active} onPick={onPick} />
  const list = <FindingList {...{ audit, shown, filter, active, partTitles, onJump, onDecide }} onFilter={setFilter} />
  const items = [
    { key: 'findings', label: `${zh.read.findings} ${shown.length}`, children: list },
    ...(narrow ? [{ key: 'document', label: zh.read.document, children: paper }] : []),
    { key: 'coverage', label: zh.read.coverage, children: <CoverageTable rules={audit.rules} /> },
    {
      key: 'problems',
      label: `${zh.read.problems} ${audit.problems.length}`,
      children: <Problems problems={audit.problems} />,
    },
  ]
  const Side = narrow ? 'main' : 'section'
  return (
    <div className="room">
      <AuditHead audit={audit} onKeys={() => setDialog('keys')} />
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <div className="columns">
        <Outline parts={audit.parts} />
        {!narrow && <main className="pane">{paper}</main>}
        <Side className="side" aria-label={zh.read.findings}>
          <Tabs size="small" activeKey={tab} onChange={setTab} items={items} />
        </Side>
      </div>
      <Dialogs
        open={dialog}
        onClose={() => setDialog('')}
        onDismiss={(reason) => void decide(active, 'dismissed', reason)}
      />
    </div>
  )
}

/** A finding named by the address is shown even when it is a note. */
function filterFor(audit: AuditAnswer, key: string) {
  const isNote = audit.findings.some((finding) => finding.key === key && finding.severity === 'info')
  return isNote ? { ...firstFilter, severities: ['error', 'warning', 'info'] as const } : firstFilter
}

/** A tab that is opened for the first time lays its document out some frames later. */
const mostFrames = 60

function useScroll({ key, side, turn }: Jump, tab: string): void {
  useEffect(() => {
    if (key === '') return undefined
    document.getElementById(`finding-${key}`)?.scrollIntoView({ block: 'nearest' })
    let frame = 0
    let frames = 0
    const bring = () => {
      const place = document.querySelector(`[data-at~="${key}:${side}"]`)
      if (place?.getClientRects().length) place.scrollIntoView({ block: 'center', inline: 'nearest' })
      else if ((frames += 1) < mostFrames) frame = requestAnimationFrame(bring)
    }
    bring()
    return () => cancelAnimationFrame(frame)
  }, [key, side, turn, tab])
}

function Outline({ parts }: { parts: AuditAnswer['parts'] }) {
  const show = (index: number) => document.getElementById(`part-${index}`)?.scrollIntoView({ block: 'start' })
  return (
    <nav className="outline" aria-label={zh.read.outline}>
      <h2>{zh.read.outline}</h2>
      <ol>
        {parts.map(({ index, title }) => (
          <li key={index}>
            <button type="button" onClick={() => show(index)}>
              {title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Problems({ problems }: { problems: AuditAnswer['problems'] }) {
  if (problems.length === 0) return <p className="calm">{zh.read.noProblems}</p>
  return (
    <ul className="problems">
      {problems.map(({ message, fatal }) => (
        <li key={message}>
          <Alert type={fatal ? 'error' : 'warning'} showIcon title={message} />
        </li>
      ))}
    </ul>
  )
}
