import type { Rule } from '../rule.ts'
import { absoluteClaims } from './absolute-claims.ts'
import { alikeParagraphs } from './alike-paragraphs.ts'
import { announcedCounts } from './announced-counts.ts'
import { changeReasons } from './change-reasons.ts'
import { fullMarks } from './full-marks.ts'
import { shareSum } from './share-sum.ts'
import { changeWords } from './change-words.ts'
import { documentNumbers } from './document-numbers.ts'
import { emptySections } from './empty-sections.ts'
import { headingOrder } from './heading-order.ts'
import { headingShape } from './heading-shape.ts'
import { names } from './names.ts'
import { noInitialBudget } from './no-initial-budget.ts'
import { numberFormat } from './number-format.ts'
import { ordinalOrder } from './ordinal-order.ts'
import { periods } from './periods.ts'
import { reportYear } from './report-year.ts'
import { residue } from './residue.ts'
import { slips } from './slips.ts'

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
