/** An administrative division 行政区划: `code` has six digits, 430922; the first two name the province. */
export type Division = { readonly code: string; readonly name: string }

/**
 * A department or one of the units under it.
 *
 * id          stable within the division: '001', '001-01'
 * name        full registered name, as reports print it
 * shortName   what running text calls it: 县政府办
 * parent      id of the organisation above; absent for a department 部门
 * functions   职能 and inner offices 内设机构, as sentences print them
 */
export type Organisation = {
  readonly id: string
  readonly name: string
  readonly shortName?: string
  readonly parent?: string
  readonly nature?: string
  readonly offices?: readonly string[]
  readonly functions?: readonly string[]
}
