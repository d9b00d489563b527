/**
 * How a row of the base-data table is worked out (data/base-data.yaml).
 *
 * item       measure id; `zh` what the row is called
 * economic   prefixes of economic codes whose payments count; `nature` basic: of basic spending only
 * parts      items this one is the sum of
 * open       it may have more parts than are listed: they come to no more than it
 * rest       what is left of one item when others are taken away
 */
export type BaseRow = {
  readonly item: string
  readonly zh: string
  readonly economic?: readonly string[]
  readonly nature?: 'basic' | 'project'
  readonly parts?: readonly string[]
  readonly open?: boolean
  readonly rest?: { readonly of: string; readonly without: readonly string[] }
}
