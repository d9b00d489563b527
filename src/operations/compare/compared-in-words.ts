import type { LedgerList } from '#domain/ledger/entry-keys.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { ComparedEntry, ListComparison } from '#domain/year/comparison.ts'
import { type KnownNames, chapterName, entryTellers, measureName, told } from '../editing/known-names.ts'
import { type NameOf, namesInWords } from '../editing/names-in-words.ts'
import { workKinds } from '../load-work-kinds.ts'
import { packById } from '../packs/load-packs.ts'

type Tell = (entry: ComparedEntry) => ComparedEntry

/** A comparison of a list of two states of a ledger, with names in place of ids: the later state's, else the earlier one's. */
export function comparedInWords(
  list: LedgerList,
  comparison: ListComparison,
  states: { readonly earlier: Ledger; readonly later: Ledger },
): ListComparison {
  const tell = tellerOf(list, [states.later, states.earlier])
  const said = ({ key, entry }: ListComparison['added'][number]) => ({ key, entry: tell(entry) })
  return {
    ...comparison,
    added: comparison.added.map(said),
    removed: comparison.removed.map(said),
    changed: comparison.changed.map(({ key, entry, fields }) => ({
      key,
      entry: tell(entry),
      fields: fields.map(({ field, was, is }) => ({
        field,
        // A value is told as part of its entry: of which kind a record is says what its fields are called.
        ...(was === undefined ? {} : { was: tell({ ...entry, [field]: was })[field] }),
        ...(is === undefined ? {} : { is: tell({ ...entry, [field]: is })[field] }),
      })),
    })),
  }
}

function tellerOf(list: LedgerList, ledgers: readonly Ledger[]): Tell {
  const kinds = [...ledgers.flatMap((ledger) => ledger.workKinds), ...workKinds()]
  const pack = ledgers[0] && packById(ledgers[0].pack)
  const names: KnownNames = {
    kindOf: (id) => kinds.find((kind) => kind.id === id),
    chapterOf: (id, scope) => chapterName(pack, id, scope),
  }
  const nameOf: NameOf = (among, id) => entriesNamed(ledgers, among).find((each) => each.id === id)?.name
  return (entry) => namesInWords(inWords(entry, list, names), nameOf)
}

function entriesNamed(ledgers: readonly Ledger[], among: Parameters<NameOf>[0]) {
  return ledgers.flatMap((ledger): readonly { readonly id: string; readonly name: string }[] =>
    among === 'organisations'
      ? [ledger.department, ...ledger.units].map(({ id, name, shortName }) => ({ id, name: shortName ?? name }))
      : ledger[among],
  )
}

function inWords(entry: ComparedEntry, list: LedgerList, names: KnownNames): ComparedEntry {
  if (list === 'indicators') return { ...entry, actual: actualInWords(entry['actual'], names) }
  const tell: ((fields: ComparedEntry, names: KnownNames) => ComparedEntry) | undefined =
    list in entryTellers ? entryTellers[list as keyof typeof entryTellers] : undefined
  return tell ? tell(entry, names) : entry
}

/** Where an indicator's actual comes from: the kind of records and its count by their names, the measure by its name. */
function actualInWords(actual: unknown, { kindOf }: KnownNames): unknown {
  if (typeof actual !== 'object' || actual === null) return actual
  const fields = actual as ComparedEntry
  const kind = kindOf(fields['kind'])
  return told(fields, {
    measure: measureName,
    kind: () => kind?.name,
    count: (id) => kind?.counts.find((count) => count.id === id)?.name,
  })
}
