import { App, AutoComplete, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { fieldAt } from '../../shell/asked-field.ts'
import { useYear } from '../../shell/year.ts'
import type { EntryLine } from '../../saving/use-entries.ts'
import { words } from '../../words/indicators.ts'
import { TypedField } from '../fields/typed-field.tsx'
import { EntryHistory } from '../history/entry-history.tsx'
import { CheckedWhileTyping } from './checked-while-typing.tsx'
import type { IndicatorEdits } from './edit-indicators.ts'
import { type Tree, headingsUnder, placedUnder, textIn } from './tree.ts'

type Props = { readonly tree: Tree; readonly edits: IndicatorEdits; readonly line: EntryLine }

/** What of an indicator has no room in its row: its headings, how it is scored, why this target, what shall prove it. */
export function IndicatorDetails({ tree, edits, line }: Props) {
  const { canEdit } = useYear()
  const { message } = App.useApp()
  const [isHistoryOpen, setHistory] = useState(false)
  const name = textIn(line, 'name') || words.unnamed
  const takeAway = () => {
    edits.takeAway(line)
    void message.info(words.removed(name))
  }
  const papers = (line.entry['evidenceRequired'] ?? []) as readonly string[]
  return (
    <section aria-label={`${name}${words.details}`} className="why details">
      <h3>{name}</h3>
      {line.isNew && <p className="field-remark">{words.unfinished}</p>}
      <CheckedWhileTyping line={line} />
      <Headings tree={tree} edits={edits} line={line} />
      <Rule edits={edits} line={line} />
      <Labelled title={words.basis} at={fieldAt([textIn(line, 'id')], 'basis')}>
        <Suggested
          name={words.of(name, words.basis)}
          value={textIn(line, 'basis')}
          choices={words.bases}
          canEdit={canEdit}
          onTyped={(basis) => edits.set(line, { basis: basis || null })}
        />
      </Labelled>
      <Labelled title={words.evidence} at={fieldAt([textIn(line, 'id')], 'evidenceRequired')}>
        <TypedField
          name={words.of(name, words.evidence)}
          value={papers.join('、')}
          onTyped={(typed) =>
            edits.set(line, { evidenceRequired: typed ? typed.split(/[、，,；;]\s*/).filter(Boolean) : null })
          }
          canEdit={canEdit}
          isLong
        />
      </Labelled>
      <p className="tools">
        {canEdit && (
          <Button size="small" onClick={takeAway}>
            {words.remove}
          </Button>
        )}
        {!line.isNew && (
          <Button size="small" onClick={() => setHistory(true)}>
            {words.history}
          </Button>
        )}
      </p>
      <EntryHistory list="indicators" entry={isHistoryOpen ? line.key : undefined} onClose={() => setHistory(false)} />
    </section>
  )
}

function Headings({ tree, edits, line }: Props) {
  const { canEdit } = useYear()
  const [level1, level2] = [textIn(line, 'level1'), textIn(line, 'level2')]
  const id = textIn(line, 'id')
  const headings = [...new Set([...tree.levels.map((level) => level.level1), ...tree.unused])]
  const to = (first: string, second: string) => edits.place(line, placedUnder(tree, id, first, second))
  return (
    <>
      <Labelled title={words.level1} at={fieldAt([textIn(line, 'id')], 'level1')}>
        {canEdit ? (
          <select
            className="plain-choice"
            aria-label={words.level1}
            value={level1}
            onChange={({ target }) => to(target.value, headingsUnder(tree, target.value)[0] ?? level2)}
          >
            {headings.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        ) : (
          level1
        )}
      </Labelled>
      <Labelled title={words.level2} at={fieldAt([textIn(line, 'id')], 'level2')}>
        <Suggested
          name={words.level2}
          value={level2}
          choices={headingsUnder(tree, level1)}
          canEdit={canEdit}
          onTyped={(typed) => typed && to(level1, typed)}
        />
      </Labelled>
    </>
  )
}

function Rule({ edits, line }: Omit<Props, 'tree'>) {
  const { canEdit } = useYear()
  const rule = textIn(line, 'rule')
  return (
    <Labelled title={words.rule} at={fieldAt([textIn(line, 'id')], 'rule')}>
      <Suggested
        name={words.of(textIn(line, 'name'), words.rule)}
        value={words.rules[rule] ?? rule}
        choices={Object.values(words.rules)}
        canEdit={canEdit}
        onTyped={(typed) => {
          const known = Object.entries(words.rules).find(([, said]) => said === typed)?.[0]
          edits.set(line, { rule: (known ?? typed) || null })
        }}
      />
    </Labelled>
  )
}

/** A text with the usual ones to choose from; noted when it is chosen or left. */
function Suggested({
  name,
  value,
  choices,
  canEdit,
  onTyped,
}: {
  name: string
  value: string
  choices: readonly string[]
  canEdit: boolean
  onTyped: (text: string) => void
}) {
  if (!canEdit) return <span className="given">{value}</span>
  return (
    <AutoComplete
      key={value}
      aria-label={name}
      className="wide-choice"
      defaultValue={value}
      options={choices.map((each) => ({ value: each }))}
      onSelect={(chosen: string) => onTyped(chosen)}
      onBlur={({ target }) => {
        const typed = (target as HTMLInputElement).value.trim()
        if (typed !== value) onTyped(typed)
      }}
    />
  )
}

function Labelled({ title, at, children }: { title: string; at: string; children: ReactNode }) {
  return (
    <div className="labelled" data-field={at}>
      <span className="calm">{title}</span>
      {children}
    </div>
  )
}
