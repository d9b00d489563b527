import type { Big } from 'big.js'

/** 上年决算 · 本年预算 · 本年决算. */
export type BaseColumn = 'prior-actual' | 'original' | 'actual'

/**
 * One cell of the base-data table 基础数据表 that payments alone do not give.
 *
 * item     measure id of the row: 'three-public.reception', 'public.office' …
 * amount   元, exact (money items); persons, ㎡ or vehicles for the others
 */
export type BaseItem = { readonly item: string; readonly column: BaseColumn; readonly amount: Big }

/** A building 楼堂馆所 finished in the year: approved and real floor area ㎡, budgeted and real investment 元. */
export type Building = {
  readonly name: string
  readonly approvedArea: Big
  readonly actualArea: Big
  readonly budgetedInvestment: Big
  readonly actualInvestment: Big
}
