import { useState } from 'react'
import type { LedgerList } from '#http/contracts/year.ts'
import type { EntryLine } from '../saving/use-entries.ts'
import { columnId } from './column-defs.ts'
import { boxWidth, widthOf } from './column-widths.ts'
import type { Column } from './column.ts'
import { columnsWithRoom } from './columns-with-room.ts'

const hiddenKey = (list: LedgerList) => `jiheng.hidden-columns.${list}`
const wantedKey = (list: LedgerList) => `jiheng.wanted-columns.${list}`
/** The bar that scrolls up and down, and the frame. */
const barAndFrame = 20

/**
 * The columns of a list: `kept` all that this person has not hidden, in the order a block is pasted; `shown` those of
 * them that are on the screen, as many as it has room for and all that were asked for. What was chosen is kept on this
 * machine; those a new entry needs are always there.
 *
 * room   pixels of the table; undefined where lines are cards, which leave nothing out
 */
export function useShownColumns(
  list: LedgerList,
  columns: readonly Column[],
  lines: readonly EntryLine[],
  room: number | undefined,
) {
  const [hidden, setHidden] = useState(() => read(hiddenKey(list)))
  const [wanted, setWanted] = useState(() => read(wantedKey(list)))
  const stays = (column: Column) => column.required === true || wanted.includes(columnId(column))
  const kept = columns.filter((column) => column.required === true || !hidden.includes(columnId(column)))
  const left = room === undefined ? Infinity : room - boxWidth - barAndFrame
  const shown = columnsWithRoom(kept, left, (column) => widthOf(column, lines), stays)
  const choose = (ids: readonly string[]) => {
    const taken = shown.map(columnId).filter((id) => !ids.includes(id))
    const nextHidden = [...hidden.filter((id) => !ids.includes(id)), ...taken]
    setHidden(nextHidden)
    // Whoever asks for one more column does not mean that another one goes for it.
    setWanted(ids)
    localStorage.setItem(hiddenKey(list), JSON.stringify(nextHidden))
    localStorage.setItem(wantedKey(list), JSON.stringify(ids))
  }
  return { kept, shown, choose }
}

function read(key: string): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}
