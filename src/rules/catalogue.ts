import { claimRules } from './claims/claim-rules.ts'
import { identityRules } from './facts/identity-rules.ts'
import { repeatedCounts } from './facts/repeated-counts.ts'
import { announcedTotals } from './facts/announced-totals.ts'
import { annexTotals } from './facts/annex-totals.ts'
import { fundTwins } from './facts/fund-twins.ts'
import { phaselessFacts } from './facts/phaseless-facts.ts'
import { completionRate } from './facts/completion-rate.ts'
import { noBuildings } from './facts/no-buildings.ts'
import { operatingItems } from './facts/operating-items.ts'
import { projectsListed } from './facts/projects-listed.ts'
import { scoreRange } from './facts/score-range.ts'
import { quotaSum } from './facts/quota-sum.ts'
import { repeatedFacts } from './facts/repeated-facts.ts'
import { cellsRetold } from './facts/cells-retold.ts'
import { scoresRetold } from './facts/scores-retold.ts'
import { ratesRetold } from './facts/rates-retold.ts'
import { pointsLost } from './facts/points-lost.ts'
import { standardsTold } from './facts/standards-told.ts'
import { totalsRetold } from './facts/totals-retold.ts'
import { rowsRetold } from './facts/rows-retold.ts'
import { namedRows } from './facts/named-rows/named-rows.ts'
import { formRules } from './forms/form-rules.ts'
import { textAndTable } from './facts/text-and-table.ts'
import { dateSpans } from './dates/date-spans.ts'
import { dueDates } from './dates/due-dates.ts'
import type { Rule } from './rule.ts'
import { negativeAmounts } from './facts/negative-amounts.ts'
import { threePublicChange } from './facts/three-public-change.ts'
import { unbudgetedProcurement } from './facts/unbudgeted-procurement.ts'
import { vehicleMeans } from './facts/vehicle-means.ts'
import { typedOver } from './facts/typed-over.ts'
import { vehicles } from './facts/vehicles.ts'
import { wordingRules } from './wording/wording-rules.ts'
import type { Knowledge } from '#domain/knowledge.ts'
import type { Reading } from '#domain/reading.ts'

/** Every rule there is, for one reading: the fixed ones, those its claims fall under, and the identities of the data. */
export function catalogue(reading: Reading, knowledge: Knowledge): Rule[] {
  return [
    ...claimRules(reading.claims),
    ...identityRules(knowledge),
    quotaSum,
    repeatedFacts,
    repeatedCounts,
    textAndTable,
    phaselessFacts,
    projectsListed,
    annexTotals,
    announcedTotals,
    totalsRetold,
    rowsRetold,
    namedRows,
    cellsRetold,
    scoresRetold,
    ratesRetold,
    pointsLost,
    standardsTold,
    fundTwins,
    scoreRange,
    threePublicChange,
    vehicles,
    vehicleMeans,
    negativeAmounts,
    unbudgetedProcurement,
    typedOver,
    operatingItems,
    completionRate,
    noBuildings,
    dateSpans,
    dueDates,
    ...formRules,
    ...wordingRules,
  ]
}
