import { Input } from 'antd'
import type { WritingView } from '#http/contracts/year.ts'
import { noteAddition } from '../../saving/pending.ts'
import { change } from '../../saving/undo.ts'
import type { EntryLine } from '../../saving/use-entries.ts'
import { useTyped } from '../../saving/use-typed.ts'
import { fieldAt } from '../../shell/asked-field.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/reports.ts'
import { kept, readable } from './bound-text.ts'

type Report = WritingView['reports'][number]
export type Chapter = Report['chapters'][number]

/** One chapter's text, stored as it is typed; below it what is still to be settled. `line` absent: nothing written yet. */
export function ChapterText({
  chapter,
  scope,
  title,
  line,
  names,
  onFocus,
}: {
  chapter: Chapter
  scope: Report['scope']
  title: string
  line: EntryLine | undefined
  names: WritingView
  onFocus: (field: HTMLTextAreaElement) => void
}) {
  const { ledger, canEdit } = useYear()
  const list = 'sections' as const
  const stored = String(line?.entry['text'] ?? '')
  const note = (typed: string) => {
    const text = kept(typed, names)
    if (line && !line.isNew) change({ ledger, list, key: line.key, was: { text: stored }, set: { text } })
    else
      noteAddition(
        { ledger, list, set: { scope, outline: chapter.id, text } },
        text.trim() !== '',
        idOf(scope, chapter),
      )
  }
  const { value, type, leave } = useTyped(readable(stored, names), note)
  const said = `faults-${chapter.id}`
  return (
    <section className="chapter" data-field={fieldAt([scopeText(scope), chapter.id], 'text')}>
      <h3>
        {chapter.heading} {chapter.isRequired && <span className="badge">{words.required}</span>}
      </h3>
      <Input.TextArea
        aria-label={words.chapter(chapter.heading, title)}
        aria-describedby={said}
        autoSize={{ minRows: 2, maxRows: 24 }}
        readOnly={!canEdit}
        placeholder={canEdit ? words.chapterHint : ''}
        value={value}
        onChange={({ target }) => type(target.value)}
        onFocus={({ target }) => onFocus(target)}
        onBlur={leave}
      />
      <ul id={said} className="faults" role="status">
        {line?.pending?.state === 'refused' && <li className="refused">{line.pending.message}</li>}
        {chapter.faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </section>
  )
}

function scopeText(scope: Report['scope']): string {
  return scope === 'department' ? scope : `project:${scope.project}`
}

function idOf(scope: Report['scope'], { id }: Chapter): string {
  return `sections/${scope === 'department' ? '' : scope.project}/${id}`
}
