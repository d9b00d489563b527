import { escapeLiteral } from 'pg'
import type { Condition, CountingRule, WorkKind } from '#domain/ledger/work-ledger.ts'

/**
 * SQL that draws every counting rule of a kind from the stored records of a ledger's fiscal year ($1–$3 the ledger): one
 * row with a column for each rule in order, v0, v1 …, and how many records repeat another. The rules are those of
 * src/rules/counting/count-records.ts, and a test holds the two together.
 */
export function countSql({ id, key, counts }: Pick<WorkKind, 'id' | 'key' | 'counts'>): string {
  const values = counts.map((rule, index) => `(${valueOf(rule)})::numeric as v${index}`)
  return `with own as (
      select t.id, t.date, t.organisation, t."values" as v, coalesce(t.quantity, 1) as q, ${thingOf(key)} as thing
      from work_records t
      where t.division = $1 and t.department = $2 and t.year = $3 and t.kind = ${escapeLiteral(id)}
        and t.date between make_date($3, 1, 1) and make_date($3, 12, 31)),
    things as (select distinct on (thing) * from own t order by thing, date desc, id desc)
    select ${[...values, '(select count(*) from own) - count(*) as repeated'].join(', ')} from things t`
}

/** The thing a record speaks of; one with a blank in its key stands for itself. */
function thingOf(key: readonly string[]): string {
  if (key.length === 0) return `'id:' || t.id`
  const parts = key.map((field) => fieldOf(field, 't."values"'))
  const isBlank = parts.map((part) => `${part} = ''`).join(' or ')
  return `case when ${isBlank} then 'id:' || t.id else 'key:' || jsonb_build_array(${parts.join(', ')})::text end`
}

function fieldOf(field: string, values = 't.v'): string {
  if (field === 'date') return 't.date::text'
  if (field === 'organisation') return 't.organisation'
  return `btrim(coalesce(${values} ->> ${escapeLiteral(field)}, ''), E' \\t\\n\\r\\u3000')`
}

function meets(conditions: readonly Condition[] = []): string {
  const each = conditions.map(
    ({ field, in: words }) => `${fieldOf(field)} in (${words.map((word) => escapeLiteral(word)).join(', ')})`,
  )
  return each.length > 0 ? each.join(' and ') : 'true'
}

/** Whether a record says anything of what a rate asks. */
function tells(conditions: readonly Condition[] = []): string {
  const each = conditions.map(({ field }) => `${fieldOf(field)} <> ''`)
  return each.length > 0 ? `(${each.join(' or ')})` : 'true'
}

/** A field as a number, and whether it holds one. */
function sized(field: string): readonly [number: string, isNumber: string] {
  const text = fieldOf(field)
  const isNumber = `${text} ~ '^-?[0-9]+([.][0-9]+)?$'`
  return [`case when ${isNumber} then ${text}::numeric end`, isNumber]
}

function valueOf({ how, field = '', where, of, unit }: CountingRule): string {
  // A rate of amounts, else of records.
  const [size, isSized] = how === 'rate' && field !== '' ? sized(field) : ['t.q', 'true']
  const chosen = meets(where)
  const text = fieldOf(field)
  const [number, isNumber] = sized(field)
  switch (how) {
    case 'count':
      return `coalesce(sum(t.q) filter (where ${chosen}), 0)`
    case 'distinct':
      return `count(distinct ${text}) filter (where ${chosen} and ${text} <> '')`
    case 'sum':
      return `case when count(*) filter (where ${chosen}) = 0 then 0
        else sum(${number}) filter (where ${chosen} and ${isNumber}) end`
    case 'rate':
      return `${unit === '%' ? '100.0 * ' : '1.0 * '}coalesce(sum(${size}) filter (where ${chosen} and ${isSized} and ${meets(of)}), 0)
        / case when bool_or(${tells(of)}) filter (where ${chosen} and ${isSized})
          then nullif(sum(${size}) filter (where ${chosen} and ${isSized}), 0) end`
    case 'latest':
      return `(array_agg(${number} order by t.date desc, t.id desc) filter (where ${chosen} and ${isNumber}))[1]`
  }
}
