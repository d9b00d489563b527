/**
 * A kind of work ledger 业务台账: what is written down for each meeting, paper, work order …
 *
 * id       'meeting', 'hotline-order' …
 * key      names of the fields that together tell two records apart; two records with one key are one thing
 */
export type WorkKind = {
  readonly id: string
  readonly name: string
  readonly fields: readonly WorkField[]
  readonly key: readonly string[]
  readonly counts: readonly CountingRule[]
}

/** What people call the types of a field. */
export const fieldTypeNames: Readonly<Record<WorkField['type'], string>> = {
  date: '日期',
  text: '文字',
  number: '数字',
  choice: '选项',
  'yes-no': '是否',
}

/** A field of a record. `options` are the allowed words of a choice. */
export type WorkField = {
  readonly id: string
  readonly name: string
  readonly type: 'date' | 'text' | 'number' | 'choice' | 'yes-no'
  readonly required?: boolean
  readonly options?: readonly string[]
  readonly unit?: string
}

/**
 * How a number is drawn from records.
 *
 * how      count records · distinct values of `field` · sum of `field` · rate of those that match `of` among those
 *          that match `where`, or of the sum of `field` over them where it is given · latest value of `field` by date
 * where    only records whose field equals one of the words
 */
export type CountingRule = {
  readonly id: string
  readonly name: string
  readonly how: 'count' | 'distinct' | 'sum' | 'rate' | 'latest'
  readonly field?: string
  readonly where?: readonly Condition[]
  readonly of?: readonly Condition[]
  readonly unit: string
}
/** What people call the ways of counting. */
export const countingNames: Readonly<Record<CountingRule['how'], string>> = {
  count: '数条数',
  distinct: '数不同的值',
  sum: '求和',
  rate: '占比',
  latest: '最近一条的值',
}
export type Condition = { readonly field: string; readonly in: readonly string[] }

/**
 * One thing done.
 *
 * values      by field id, as written: dates YYYY-MM-DD, numbers as decimals, 是/否
 * quantity    how many things one summary record stands for; absent: 1
 */
export type WorkRecord = {
  readonly id: string
  readonly kind: string
  readonly organisation: string
  readonly date: string
  readonly values: Readonly<Record<string, string>>
  readonly quantity?: number
  readonly evidence?: readonly string[]
}
