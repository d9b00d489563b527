import type { ImportFault } from '#domain/imports/import-result.ts'

const mostListed = 500
const longestValue = 60

/** Collects faults: counts them all, and lists the first five hundred of each severity. */
export type FaultList = {
  readonly counts: { error: number; warning: number }
  add(fault: ImportFault): void
  take(): ImportFault[]
}

export function faultList(): FaultList {
  const counts = { error: 0, warning: 0 }
  let waiting: ImportFault[] = []
  return {
    counts,
    add(fault) {
      counts[fault.severity] += 1
      if (counts[fault.severity] > mostListed) return
      const { value } = fault
      waiting.push(value.length > longestValue ? { ...fault, value: `${value.slice(0, longestValue)}…` } : fault)
    },
    take() {
      const taken = waiting
      waiting = []
      return taken
    },
  }
}

/** The letter of a column counted from 0: 0 → A, 27 → AB. */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last
}
