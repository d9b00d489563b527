import { Input } from 'antd'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'

const pause = 700

/**
 * A field of a form that is typed into in its place: noted after a pause, on leaving it, and when the page goes away.
 *
 * isLong   several lines
 * onlyOnLeaving   not while it is being typed: of what is stored for the first time, half a number would be
 * remark   a check's sentence, shown under the field; it never keeps anything from being stored
 */
export function TypedField({
  name,
  value,
  onTyped,
  canEdit,
  isLong = false,
  isNumber = false,
  onlyOnLeaving = false,
  hint = '',
  unit,
  remark,
}: {
  name: string
  value: string
  onTyped: (text: string) => void
  canEdit: boolean
  isLong?: boolean
  isNumber?: boolean
  onlyOnLeaving?: boolean
  hint?: string
  unit?: string
  remark?: string | undefined
}) {
  const { draft, type, note } = useDraft(value, onTyped, onlyOnLeaving)
  const remarkId = useId()
  if (!canEdit)
    return (
      <span className={isNumber ? 'given numeric' : 'given'}>
        {value}
        {unit && value !== '' ? unit : ''}
      </span>
    )
  const field = {
    'aria-label': name,
    'aria-describedby': remark ? remarkId : undefined,
    'aria-invalid': remark ? true : undefined,
    value: draft,
    placeholder: hint,
    onChange: ({ target }: { target: { value: string } }) => type(target.value),
    onBlur: note,
  }
  const onEnter = ({ nativeEvent }: KeyboardEvent) => {
    if (!nativeEvent.isComposing) note()
  }
  return (
    <span className={isNumber ? 'typed-field numeric' : 'typed-field'}>
      {isLong ? (
        <Input.TextArea {...field} autoSize={{ minRows: 1, maxRows: 12 }} />
      ) : (
        <Input
          {...field}
          {...(unit ? { suffix: unit } : {})}
          inputMode={isNumber ? 'decimal' : 'text'}
          onPressEnter={onEnter}
        />
      )}
      {remark && (
        <span className="field-remark" id={remarkId}>
          {remark}
        </span>
      )}
    </span>
  )
}

/** What is being typed, apart from what is noted; nothing typed is lost when the field goes away. */
function useDraft(value: string, onTyped: (text: string) => void, onlyOnLeaving: boolean) {
  const [typed, setTyped] = useState<string>()
  const last = useRef({ typed, value, onTyped })
  useEffect(() => {
    last.current = { ...last.current, value, onTyped }
  })
  const note = () => {
    const { typed: text, value: noted, onTyped: tell } = last.current
    last.current = { ...last.current, typed: undefined }
    setTyped(undefined)
    if (text !== undefined && text.trim() !== noted) tell(text.trim())
  }
  useEffect(() => {
    if (typed === undefined || onlyOnLeaving) return
    const timer = setTimeout(() => {
      const { typed: text, value: noted, onTyped: tell } = last.current
      if (text !== undefined && text.trim() !== noted) tell(text.trim())
    }, pause)
    return () => clearTimeout(timer)
  }, [typed, onlyOnLeaving])
  useEffect(() => {
    window.addEventListener('pagehide', note)
    return () => {
      window.removeEventListener('pagehide', note)
      note()
    }
  }, [])
  const type = (text: string) => {
    last.current = { ...last.current, typed: text }
    setTyped(text)
  }
  return { draft: typed ?? value, type, note }
}
