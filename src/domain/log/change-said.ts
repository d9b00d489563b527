import { type LedgerList, entryKeys } from '../ledger/entry-keys.ts'
import { type DeadlineTask, deadlineNames } from '../year/deadline.ts'
import { fieldName, isList, listName } from './field-names.ts'
import { logWords } from './log-words.ts'
import { valueSaid } from './value-said.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * One line of the log, with names in place of ids where it speaks of measures, units, projects and the like.
 *
 * target      what it is about: 'payments:001/2023/T-9', 'accounts:clerk'
 * entry       the key of the entry it is about, part by part; absent where it is about none
 * department  what the department of that target is called
 */
export type ToldLine = {
  readonly action: string
  readonly target: string
  readonly entry?: readonly string[] | undefined
  readonly department?: string | undefined
  readonly before: Fields | null
  readonly after: Fields | null
}

/** A field that differs before and after, in words; no `before`: there was no entry. */
export type FieldSaid = { readonly name: string; readonly before?: string; readonly after: string }

export function actionSaid({ action }: Pick<ToldLine, 'action'>): string {
  return logWords.actions[action] ?? action
}

/** 'payments:001/2023/T-9' as 国库支付：县政府办公室2023年 T-9; the parts of an entry's key by their names. */
export function targetSaid({ target, entry, department }: ToldLine): string {
  const kind = target.split(':', 1)[0] ?? ''
  const rest = target.slice(kind.length + 1)
  const list = listOf(target)
  const name = list ? listName(list) : (logWords.targets[kind] ?? kind)
  const [place = '', year, ...key] = rest.split('/')
  if (kind === 'deadlines') return `${name}：${place}年 ${deadlineNames[year as DeadlineTask] ?? year}`
  const isOfYear = list !== undefined || logWords.ofYear.includes(kind)
  if (!isOfYear || year === undefined) return [name, logWords.alone[rest] ?? rest].filter(Boolean).join('：')
  const said =
    list && entry ? entryKeys[list].map((field, at) => valueSaid(entry[at], list, field)) : keySaid(kind, key)
  return `${name}：${[department === undefined ? `${place} ${year}年` : `${department}${year}年`, said.join('/')].filter(Boolean).join(' ')}`
}

/** The rest of what a target names: the second point of the third step of a set is 第2点. */
function keySaid(kind: string, key: readonly string[]): readonly string[] {
  return kind === 'submissions' && key.length > 1 ? [`第${key.at(-1)}点`] : key
}

/** The fields in which an entry differs before and after. */
export function fieldsSaid({ target, before, after }: ToldLine): FieldSaid[] {
  const list = listOf(target)
  return changedFields({ before, after }).map((column) => {
    const field = inCamel(column)
    const said = (entry: Fields | null) => valueSaid(entry?.[column], list, field, { entry: entry ?? {} })
    const name = list ? fieldName(list, field) : (logWords.fields[column] ?? column)
    return { name, ...(before ? { before: said(before) } : {}), after: said(after) }
  })
}

/** A field's change as one text: 「金额（元）：1.00 → 2.00」. */
export function fieldSaid({ name, before, after }: FieldSaid): string {
  return `${name}：${before === undefined ? '' : `${before} → `}${after}`.trimEnd()
}

/** The names of the fields in which an entry differs before and after, as the log keeps them. */
export function changedFields({ before, after }: Pick<ToldLine, 'before' | 'after'>): readonly string[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return fields.filter((field) => JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]))
}

/** The list a line of the log is about, after the table it names: 'budget_lines:001/2023/1'. */
function listOf(target: string): LedgerList | undefined {
  const name = inCamel(target.split(':')[0] ?? '')
  return isList(name) ? name : undefined
}

function inCamel(column: string): string {
  return column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
