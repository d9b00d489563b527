import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { words } from '../words/grid.ts'

/** Reads what the paper needs and the screen has not; lists longer than their screen page put theirs here. */
const readers = new Set<() => Promise<void>>()

/** Reads every list of the page to its end, then prints the page. */
export async function printWhole(): Promise<void> {
  await Promise.all([...readers].map((read) => read()))
  window.print()
}

function onPrintKey(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'p') return
  event.preventDefault()
  void printWhole()
}

/**
 * What a list of `total` lines puts on paper when the page shows fewer: undefined until the person prints, by the button or
 * by Ctrl+P, then all that `read` gives, until the paper is out. The browser's own menu can't wait for it and prints the
 * part. A list that can't be read is printed as far as it is shown, and the person is told why.
 */
export function useWholeOnPaper<T>(total: number, isLonger: boolean, read: () => Promise<T>): T | undefined {
  const [whole, setWhole] = useState<T>()
  const { message } = App.useApp()
  const reader = useRef(async () => {})
  reader.current = async () => {
    const hide = message.loading(words.readingWhole(total), 0)
    try {
      const all = await read()
      flushSync(() => setWhole(() => all))
    } catch (error) {
      void message.error(words.partPrinted(error instanceof Error ? error.message : String(error)))
    } finally {
      hide()
    }
  }
  useEffect(() => {
    if (!isLonger) return undefined
    const readLatest = () => reader.current()
    const forget = () => setWhole(undefined)
    if (readers.size === 0) window.addEventListener('keydown', onPrintKey)
    readers.add(readLatest)
    window.addEventListener('afterprint', forget)
    return () => {
      readers.delete(readLatest)
      if (readers.size === 0) window.removeEventListener('keydown', onPrintKey)
      window.removeEventListener('afterprint', forget)
    }
  }, [isLonger])
  return whole
}
