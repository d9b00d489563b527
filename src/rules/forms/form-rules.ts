import type { Rule } from '../rule.ts'
import { blankCells } from './blank-cells.ts'
import { controlRate, zeroBase } from './control-rates.ts'
import { duplicateIndicator, sameScores } from './form-batch.ts'
import { goalsKept } from './goals-kept.ts'
import { goalsRetold } from './goals-retold.ts'
import { unmeasurableTarget, wrongHeading } from './heading-fit.ts'
import { layoutColumns } from './layout-columns.ts'
import { levelWeights } from './level-weights.ts'
import { pointsByRate } from './points-by-rate.ts'
import { overshoot, unitMismatch } from './overshoot.ts'
import { quantitativeScore } from './quantitative-score.ts'
import { reasonMissing } from './reason-missing.ts'
import { gradeBand, qualitativeBand } from './score-bands.ts'

/** Rules over the cells of forms, beyond the sums and rates that claims state. */
export const formRules: Rule[] = [
  reasonMissing,
  quantitativeScore,
  pointsByRate,
  qualitativeBand,
  overshoot,
  unitMismatch,
  gradeBand,
  blankCells,
  sameScores,
  wrongHeading,
  unmeasurableTarget,
  duplicateIndicator,
  goalsKept,
  goalsRetold,
  levelWeights,
  layoutColumns,
  zeroBase,
  controlRate,
]
