import { type KeyboardEvent, type SyntheticEvent, memo, useMemo, useState } from 'react'
import type { AuditAnswer, BlockView, CellView, MarkView } from '#http/contract.ts'
import { passportOf, zh } from '../zh.ts'
import { type Hit, type Hits, segmentsOf } from './marks.ts'

type Props = {
  readonly audit: AuditAnswer
  readonly hits: Hits
  readonly active: string
  readonly onPick: (key: string) => void
}
type Passport = { readonly lines: readonly string[]; readonly left: number; readonly top: number }

const none: readonly Hit[] = []

/** The document as it was read, every number marked; a number of a finding leads to it. */
export const DocumentView = memo(function DocumentView({ audit, hits, active, onPick }: Props) {
  const [passport, setPassport] = useState<Passport>()
  const show = (event: SyntheticEvent) => setPassport(passportAt(event.target as HTMLElement))
  const pick = (event: SyntheticEvent) => {
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset['key']
    if (key) onPick(key)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setPassport(undefined)
    if (event.key !== 'Enter' || !(event.target as HTMLElement).dataset['passport']) return
    event.stopPropagation()
    pick(event)
  }
  const starts = useMemo(() => new Map(audit.parts.map((part) => [part.from, part.index])), [audit])
  const hide = () => setPassport(undefined)
  if (audit.blocks.length === 0) return <p className="calm">{zh.read.noDocument}</p>
  return (
    <article
      aria-label={zh.read.document}
      className="paper"
      onMouseOver={show}
      onMouseLeave={hide}
      onFocus={show}
      onBlur={hide}
      onClick={pick}
      onKeyDown={onKeyDown}
    >
      {audit.blocks.map((block, at) => (
        <div key={at} className="block" {...(starts.has(at) ? { id: `part-${starts.get(at)}` } : {})}>
          <BlockPart block={block} hits={hits.get(at)} active={touches(hits.get(at), active) ? active : ''} />
        </div>
      ))}
      {passport && (
        <div className="passport" role="tooltip" style={{ left: passport.left, top: passport.top }}>
          {passport.lines.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
      )}
    </article>
  )
})

function passportAt(target: HTMLElement): Passport | undefined {
  const text = target.dataset['passport']
  if (!text) return undefined
  const { left, bottom } = target.getBoundingClientRect()
  return {
    lines: text.split('\n'),
    left: Math.min(left, window.innerWidth - 260),
    top: Math.min(bottom + 4, window.innerHeight - 90),
  }
}

type HolderHits = ReadonlyMap<string, readonly Hit[]> | undefined

function touches(hits: HolderHits, key: string): boolean {
  return key !== '' && hits !== undefined && [...hits.values()].some((list) => list.some((hit) => hit.key === key))
}

const BlockPart = memo(function BlockPart({
  block,
  hits,
  active,
}: {
  block: BlockView
  hits: HolderHits
  active: string
}) {
  if (block.kind === 'paragraph') {
    const text = <MarkedText text={block.text} marks={block.marks} hits={hits?.get('') ?? none} active={active} />
    return <p className={block.level ? `heading level-${Math.min(block.level, 3)}` : (block.role ?? 'body')}>{text}</p>
  }
  return (
    <div className="scroll">
      {block.name && <p className="sheet">{block.name}</p>}
      <table>
        <tbody>
          {block.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, at) => (
                <CellPart key={at} cell={cell} hits={hits?.get(`${row}/${at}`) ?? none} active={active} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
})

function CellPart({ cell, hits, active }: { cell: CellView; hits: readonly Hit[]; active: string }) {
  const whole = cell.marks.length === 1 && cell.marks[0]?.start === 0 && cell.marks[0].end === cell.text.length
  return (
    <td rowSpan={cell.rowSpan} colSpan={cell.columnSpan} className={whole ? 'amount' : ''}>
      <MarkedText text={cell.text} marks={cell.marks} hits={hits} active={active} />
    </td>
  )
}

function MarkedText({
  text,
  marks,
  hits,
  active,
}: {
  text: string
  marks: readonly MarkView[]
  hits: readonly Hit[]
  active: string
}) {
  return segmentsOf(text, marks, hits).map(({ start, end, mark, hits: over }) => {
    const words = text.slice(start, end)
    const chosen = over.find((hit) => hit.key === active) ?? over[0]
    if (!mark && !chosen) return words
    const style = chosen ? `hit ${chosen.severity}${chosen.key === active ? ' chosen' : ''}` : 'number'
    const at = over.map((hit) => hit.id).join(' ')
    const lines = mark ? passportOf(mark) : []
    const button = mark
      ? { tabIndex: 0, role: 'button', 'aria-label': [words, ...lines].join('，'), 'data-passport': lines.join('\n') }
      : {}
    return (
      <span key={start} className={style} {...button} {...(chosen ? { 'data-key': chosen.key, 'data-at': at } : {})}>
        {words}
      </span>
    )
  })
}
