import { useEffect, useRef } from 'react'

/** Calls what a key stands for, unless the reader is typing or a control that uses the key has the focus. */
export function useKeys(actions: Readonly<Record<string, () => void>>, on: boolean): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    if (!on) return undefined
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        target.closest('input, textarea, select, [contenteditable]')
      )
        return
      if (event.key === 'Enter' && target.closest('button, a, summary, [role=button], [role=tab], [role=menuitem]'))
        return
      const action = latest.current[event.key]
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [on])
}
