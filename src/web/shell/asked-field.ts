import { useEffect } from 'react'
import { useYear } from './year.ts'

/** How long a field may take to come up: its page, then what it shows, are still to be fetched. */
const longest = 10_000
const mark = 'asked-for'

/** The name of a field of an entry, as an address asks for it and as its place on the page carries it in data-field. */
export function fieldAt(key: readonly string[], field = ''): string {
  return [...key, field].join(' ').trim()
}

/** Which field of an entry an address asks for: '' the entry as a whole; undefined, another entry or none. */
export function fieldAsked(asked: string, key: readonly string[]): string | undefined {
  const own = fieldAt(key)
  if (asked === own) return ''
  return asked.startsWith(`${own} `) ? asked.slice(own.length + 1) : undefined
}

/** Puts the focus on the field an address asks for, as soon as it is there, and marks its place. Tables do it themselves. */
export function useAskedField(): void {
  const { asked } = useYear()
  useEffect(() => {
    if (asked === '') return
    const go = () => {
      const place = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(asked)}"]`)
      if (!place) return false
      const field = place.matches('input, textarea') ? place : place.querySelector<HTMLElement>(fields)
      place.classList.add(mark)
      place.scrollIntoView({ block: 'center' })
      field?.focus({ preventScroll: true })
      return true
    }
    if (go()) return
    const watch = new MutationObserver(() => go() && stop())
    const timer = setTimeout(() => stop(), longest)
    const stop = () => {
      watch.disconnect()
      clearTimeout(timer)
    }
    watch.observe(document.body, { childList: true, subtree: true })
    return () => {
      stop()
      for (const place of document.querySelectorAll(`.${mark}`)) place.classList.remove(mark)
    }
  }, [asked])
}

const fields = 'textarea:not([aria-hidden]), input, select, button, a'
