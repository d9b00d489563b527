import type { GridApi } from 'ag-grid-community'
import { type RefObject, useLayoutEffect } from 'react'
import type { EntryLine } from '../saving/use-entries.ts'

/** What stands in a cell that is typed into is taken when the page goes: by the back key, another address, closed, read anew. */
export function useKeptTyping(grid: RefObject<GridApi<EntryLine> | null>): void {
  useLayoutEffect(() => {
    const take = () => {
      if (grid.current && !grid.current.isDestroyed()) grid.current.stopEditing()
    }
    window.addEventListener('pagehide', take)
    return () => {
      window.removeEventListener('pagehide', take)
      // The table within is put away after this.
      take()
    }
  }, [grid])
}
