import type { Rule } from '../rule.ts'
import { alikeParagraphs } from './alike-paragraphs.ts'
import { announcedCounts } from './announced-counts.ts'
import { documentNumbers } from './document-numbers.ts'
import { headingOrder } from './heading-order.ts'
import { periods } from './periods.ts'
import { residue } from './residue.ts'
import { slips } from './slips.ts'

/** Rules over wording: what is said, not what is counted. */
export const wordingRules: Rule[] = [
  announcedCounts,
  documentNumbers,
  headingOrder,
  periods,
  residue,
  slips,
  alikeParagraphs,
]
