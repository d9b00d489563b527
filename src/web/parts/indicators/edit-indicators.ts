import type { PlainEntry } from '#http/contracts/year.ts'
import { dropPending } from '../../saving/kept-changes.ts'
import { noteAddition } from '../../saving/pending.ts'
import { setFields } from '../../saving/set-fields.ts'
import { move, remove } from '../../saving/undo.ts'
import type { EntryLine } from '../../saving/use-entries.ts'
import type { Entity } from '../entities/use-entities.ts'
import { type Placing, type Tree, textIn } from './tree.ts'

const list = 'indicators'

/** An indicator can be stored once it has a name and stands under its headings. */
function isFinished(entry: PlainEntry): boolean {
  return ['name', 'level1', 'level2'].every((field) => String(entry[field] ?? '') !== '')
}

/** What is done to the indicators of one entity. */
export type IndicatorEdits = {
  set(line: EntryLine, fields: PlainEntry): void
  add(level1: string, level2: string): string
  place(line: EntryLine, placing: Placing | undefined): void
  takeAway(line: EntryLine): void
}

export function indicatorEdits(ledger: string, entity: Entity, tree: Tree): IndicatorEdits {
  return {
    set: (line, fields) => setFields({ ledger, list }, line, fields, isFinished),
    add(level1, level2) {
      const id = crypto.randomUUID().slice(0, 8)
      const { scope } = entity
      const set = { id, scope, level1, level2, name: '', sign: '≥', target: '', unit: '', weight: '0' }
      noteAddition({ ledger, list, set }, false)
      return id
    },
    place(line, placing) {
      if (placing) place(ledger, entity, tree, line, placing)
    },
    takeAway(line) {
      if (line.isNew) dropPending(line.id)
      else remove({ ledger, list, key: line.key }, line.entry, { of: nameOf(entity), keys: keysIn(tree) })
    },
  }
}

function place(ledger: string, entity: Entity, tree: Tree, line: EntryLine, { ids, ...headings }: Placing): void {
  const was = { level1: line.entry['level1'], level2: line.entry['level2'] }
  const isElsewhere = was.level1 !== headings.level1 || was.level2 !== headings.level2
  if (line.isNew) return setFields({ ledger, list }, line, headings, isFinished)
  move({
    ledger,
    list,
    of: nameOf(entity),
    was: keysIn(tree),
    now: ids.map((id) => [id]),
    ...(isElsewhere ? { fields: { key: line.key, was, set: headings } } : {}),
  })
}

function nameOf({ scope }: Entity): readonly string[] {
  return [scope === 'department' ? scope : `project:${scope.project}`]
}

function keysIn({ levels }: Tree): readonly (readonly string[])[] {
  return levels.flatMap(({ groups }) => groups.flatMap(({ lines }) => lines.map((line) => [textIn(line, 'id')])))
}
