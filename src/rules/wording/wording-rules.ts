import type { Rule } from '../rule.ts'
import { absoluteClaims } from './words/absolute-claims.ts'
import { alikeParagraphs } from './words/alike-paragraphs.ts'
import { announcedCounts } from './counted/announced-counts.ts'
import { changeReasons } from './figures/change-reasons.ts'
import { fullMarks } from './figures/full-marks.ts'
import { shareSum } from './figures/share-sum.ts'
import { changeWords } from './figures/change-words.ts'
import { documentNumbers } from './names/document-numbers.ts'
import { emptySections } from './headings/empty-sections.ts'
import { headingOrder } from './headings/heading-order.ts'
import { headingShape } from './headings/heading-shape.ts'
import { names } from './names/names.ts'
import { noInitialBudget } from './figures/no-initial-budget.ts'
import { numberFormat } from './figures/number-format.ts'
import { ordinalOrder } from './counted/ordinal-order.ts'
import { periods } from './figures/periods.ts'
import { reportYear } from './figures/report-year.ts'
import { residue } from './words/residue.ts'
import { slips } from './words/slips.ts'

/** Rules over wording: what is said, not what is counted. */
export const wordingRules: Rule[] = [
  announcedCounts,
  ordinalOrder,
  documentNumbers,
  headingOrder,
  headingShape,
  emptySections,
  reportYear,
  periods,
  names,
  residue,
  slips,
  changeWords,
  numberFormat,
  alikeParagraphs,
  absoluteClaims,
  fullMarks,
  changeReasons,
  shareSum,
  noInitialBudget,
]
