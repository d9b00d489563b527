import { Select } from 'antd'
import { type RefObject, useMemo } from 'react'
import type { WritingView } from '#http/contracts/year.ts'
import { useYear } from '../../shell/year.ts'
import { words } from '../../words/reports.ts'
import { readable } from './bound-text.ts'

/** Puts the token of one of the ledger's numbers where the cursor last stood in a chapter. */
export function InsertNumber({ names, field }: { names: WritingView; field: RefObject<HTMLTextAreaElement | null> }) {
  const { canEdit } = useYear()
  const options = useMemo(
    () => names.numbers.map(({ token, title, value, unit }) => ({ value: token, label: `${title}：${value}${unit}` })),
    [names],
  )
  if (!canEdit) return null
  const insert = (token: string) => {
    const area = field.current
    if (!area) return
    area.focus()
    // The one way that keeps the field's own undo and tells the page of the change.
    document.execCommand('insertText', false, readable(token, names))
  }
  return (
    <div className="tools insert">
      <Select
        aria-label={words.insert}
        placeholder={words.insert}
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        options={options}
        onSelect={(token: string | null) => {
          if (token) setTimeout(() => insert(token))
        }}
      />
      <span className="calm">
        {words.tokenNote}
        {words.insertNote}
      </span>
    </div>
  )
}
