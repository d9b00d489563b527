import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

let isBeingPrinted = false

/** Whether the page is being printed, or shown as it would be: known before it is laid out for the paper. */
export function useIsPrinting(): boolean {
  return useSyncExternalStore(onPrinting, () => isBeingPrinted || window.matchMedia('print').matches)
}

function onPrinting(changed: () => void): () => void {
  const print = window.matchMedia('print')
  const set = (now: boolean) => () => {
    isBeingPrinted = now
    // A script that asks to print is not yet over when the paper is laid out: what waits for its end would be missing.
    flushSync(changed)
  }
  const [begins, ends] = [set(true), set(false)]
  window.addEventListener('beforeprint', begins)
  window.addEventListener('afterprint', ends)
  print.addEventListener('change', changed)
  return () => {
    window.removeEventListener('beforeprint', begins)
    window.removeEventListener('afterprint', ends)
    print.removeEventListener('change', changed)
  }
}
