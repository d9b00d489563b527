import { Input, type InputRef } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import type { PlanFault } from '#domain/year/payment-plan.ts'
import { words } from '../../words/payment-plan.ts'

/**
 * The twelve months of a plan in a row, several on a narrow screen. Enter goes on to the next month; a row or column copied
 * from a spreadsheet goes into the months from the one it is pasted on.
 *
 * hints      what stands in a blank month
 * onTyped    absent where nothing may be changed
 */
export function PlanMonths({
  cells,
  hints,
  faults,
  faultsId,
  onTyped,
  onPasted,
  onLeft,
}: {
  cells: readonly string[]
  hints: readonly string[]
  faults: readonly PlanFault[]
  faultsId: string
  onTyped?: (month: number, text: string) => void
  onPasted?: (cells: readonly string[]) => void
  onLeft?: () => void
}) {
  const inputs = useRef<(InputRef | null)[]>([])
  const onEnter = ({ nativeEvent }: KeyboardEvent, index: number) => {
    if (nativeEvent.isComposing) return
    const next = inputs.current[index + 1]
    // A month that is gone on from is left.
    if (next) next.focus({ cursor: 'all' })
    else onLeft?.()
  }
  const onPaste = (event: ClipboardEvent, index: number) => {
    const pasted = cellsPasted(event.clipboardData.getData('text'))
    if (pasted.length < 2) return
    event.preventDefault()
    onPasted?.(cells.map((cell, at) => pasted[at - index] ?? cell))
  }
  return (
    <ol className="plan-months" aria-label={words.title}>
      {cells.map((cell, index) => {
        const month = index + 1
        const isWrong = faults.some((fault) => fault.month === month)
        return (
          <li key={month}>
            <span aria-hidden={onTyped !== undefined}>{words.month(month)}</span>
            {onTyped ? (
              <Input
                ref={(input) => {
                  inputs.current[index] = input
                }}
                aria-label={words.monthNamed(month)}
                aria-invalid={isWrong || undefined}
                aria-describedby={isWrong ? faultsId : undefined}
                status={isWrong ? 'error' : ''}
                inputMode="decimal"
                suffix="%"
                value={cell}
                placeholder={hints[index] ?? ''}
                onChange={({ target }) => onTyped(month, target.value)}
                onBlur={onLeft}
                onPressEnter={(event) => onEnter(event, index)}
                onPaste={(event) => onPaste(event, index)}
              />
            ) : (
              <span className="given numeric">{cell}%</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** Cells of a row or column copied from a spreadsheet; one that stands alone is typed as it is. */
function cellsPasted(text: string): readonly string[] {
  return text
    .replace(/\r?\n$/, '')
    .split(/\t|\r?\n/)
    .map((cell) => cell.trim())
}
