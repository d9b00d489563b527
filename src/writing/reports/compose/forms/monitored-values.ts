import { type MonitoredValue, varianceCauses } from '#domain/ledger/ledger.ts'

/** Words for 完成目标可能性, by the name a layout gives the column that is ticked. */
const possibilities: Readonly<Record<string, readonly string[]>> = {
  'possible.sure': ['确定能', '能'],
  'possible.maybe': ['有可能'],
  'possible.never': ['完全不可能', '不可能'],
}
const tick = '√'

/**
 * What the columns of a monitoring form show of an indicator: 'to-date', 'expected', 'cause.funds' ticked where it is
 * one of the causes, 'possible.sure' ticked, 'reason', 'remark'. Other words for the possibility stand in the remark.
 */
export function monitoredValue(seen: MonitoredValue | undefined, wanted: string): string[] | undefined {
  const said = (text: string | undefined) => (text === undefined || text === '' ? undefined : [text])
  if (wanted === 'to-date') return said(seen?.value)
  if (wanted === 'expected') return said(seen?.expected)
  if (wanted === 'possibility') return said(seen?.possibility)
  if (wanted === 'cause.reason') return said(seen?.reason)
  if (wanted === 'remark') return said([seen?.remark, unticked(seen?.possibility)].filter(Boolean).join('；'))
  const [, cause] = /^cause\.(.+)$/.exec(wanted) ?? []
  if (cause !== undefined)
    return seen?.causes?.some((each) => each === cause) && varianceCauses.includes(cause as never) ? [tick] : undefined
  return possibilities[wanted]?.includes(seen?.possibility ?? '') ? [tick] : undefined
}

/** Whether a round says that an indicator is behind, or may be: a possibility short of 确定能, or a reason. */
export function isInDoubt({ possibility = '', causes = [], reason = '' }: MonitoredValue): boolean {
  const isSure = possibility === '' || possibilities['possible.sure']?.includes(possibility)
  return !isSure || causes.length > 0 || reason !== ''
}

function unticked(possibility: string | undefined): string | undefined {
  return Object.values(possibilities).some((words) => words.includes(possibility ?? '')) ? undefined : possibility
}
