import { type RefObject, useEffect, useRef } from 'react'

/** A row that moves takes the browser's focus away: it is given back to the field where it was. */
export function useKeptFocus(moved: unknown): {
  readonly place: RefObject<HTMLTableElement | null>
  readonly note: () => void
} {
  const place = useRef<HTMLTableElement>(null)
  const name = useRef<string>(undefined)
  useEffect(() => {
    if (name.current === undefined) return
    place.current
      ?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name.current)}"] :is(input, select, button)`)
      ?.focus()
    name.current = undefined
  }, [moved])
  const note = () => {
    name.current = document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field']
  }
  return { place, note }
}
