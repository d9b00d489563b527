import { useCallback, useEffect, useRef, useState } from 'react'

const pause = 600

/**
 * Text being typed into a field: shown at once, noted after a pause, when the field is left, and before the page goes.
 *
 * stored   what the field holds
 * note     takes what was typed; called only when it differs
 */
export function useTyped(
  stored: string,
  note: (typed: string) => void,
): { readonly value: string; readonly type: (text: string) => void; readonly leave: () => void } {
  const [typed, setTyped] = useState<string>()
  const latest = useRef({ typed, stored, note })
  latest.current = { typed, stored, note }
  const leave = useCallback(() => {
    const { typed: text, stored: before, note: take } = latest.current
    if (text !== undefined && text !== before) take(text)
    setTyped(undefined)
  }, [])
  useEffect(() => {
    if (typed === undefined) return
    const timer = setTimeout(() => {
      if (typed !== latest.current.stored) latest.current.note(typed)
    }, pause)
    return () => clearTimeout(timer)
  }, [typed])
  useEffect(() => {
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [leave])
  return { value: typed ?? stored, type: setTyped, leave }
}
