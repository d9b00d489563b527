import type { ImportContext, ImportFault, ImportedRow } from '#domain/imports/import-result.ts'
import type { Project } from '#domain/ledger/budget.ts'
import { plainHeading } from './heading.ts'
import type { ColumnOf, Watcher } from './watch-weights.ts'

/** Two projects of one name: tables that name a project by it can't tell them apart. */
export function watchProjectNames(
  context: ImportContext,
  columnOf: ColumnOf,
  add: (fault: ImportFault) => void,
): Watcher {
  const seen: { readonly id: string; readonly name: string; readonly row: ImportedRow }[] = []
  return {
    see(row) {
      const { id, name } = row.entry as Project
      seen.push({ id, name, row })
    },
    finish(isInFile) {
      const owners = new Map<string, string>()
      for (const { id, names } of context.projects ?? [])
        if (!isInFile(id)) for (const name of names) owners.set(plainHeading(name), id)
      for (const { id, name, row } of seen) {
        const plain = plainHeading(name)
        const owner = owners.get(plain)
        if (owner === undefined) owners.set(plain, id)
        else add({ ...twinFault(row, { id, name, owner }), column: columnOf(row.sheet, 'name') })
      }
    },
  }
}

function twinFault({ sheet, row }: ImportedRow, twin: { id: string; name: string; owner: string }): ImportFault {
  const message = `项目「${twin.name}」（${twin.id}）与项目 ${twin.owner} 同名。`
  const mend = '是同一个项目的，请用同一个编号；不是的，请改名，不然按名称填的表分不清是哪一个。'
  return { severity: 'warning', sheet, row, column: '', value: twin.name, message, mend }
}
