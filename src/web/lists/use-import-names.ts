import { useMemo } from 'react'
import type { TableList } from '#http/contracts/table-list.ts'
import type { LedgerList } from '#http/contracts/year.ts'
import type { Column } from '../grid/column.ts'
import { useOfYear } from '../shell/year.ts'

/**
 * Columns with the other names they and their words go by in tables that are handed in: what is pasted is read as what
 * is imported. `kind`: of which kind of records, for a list that holds several.
 */
export function useImportNames(
  list: LedgerList,
  columns: readonly Column[],
  { kind, enabled }: { readonly kind: string | undefined; readonly enabled: boolean },
): readonly Column[] {
  const { data } = useOfYear<TableList>('tables', { enabled })
  return useMemo(() => {
    const table = data?.tables.find((each) => each.list === list && (kind === undefined || each.id === kind))
    if (!table) return columns
    return columns.map((column) => {
      const named = table.columns.find(({ field }) => field === (column.part ?? column.field))
      if (!named) return column
      const choices = column.choices?.map((choice) => {
        const others = named.choices.find(({ value }) => value === choice.value)
        return others ? { ...choice, names: [...(choice.names ?? []), ...others.names] } : choice
      })
      return { ...column, names: named.names, ...(choices ? { choices } : {}) }
    })
  }, [data, list, kind, columns])
}
