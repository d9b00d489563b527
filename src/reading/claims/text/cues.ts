import type { UnitKind } from '#domain/unit.ts'
import { type Role, roleOf } from './mention-role.ts'
import type { Sentence } from './sentences.ts'
import { adjustedBudgets } from '../rates/adjusted-budgets.ts'
import { averages } from '../rates/averages.ts'
import { bracketSums } from '../sums/bracket-sums.ts'
import { builtTotals } from '../sums/built-totals.ts'
import { countedNouns } from '../sums/counted-nouns.ts'
import { compoundGrowth } from '../changes/compound-growth.ts'
import { changes } from '../changes/changes.ts'
import { closingTotals } from '../sums/closing-totals.ts'
import { groupScores } from '../sums/group-scores.ts'
import { gradeCounts } from '../sums/grade-counts.ts'
import { listMeans } from '../sums/list-means.ts'
import { listedChanges } from '../changes/listed-changes.ts'
import { listedShares } from '../rates/listed-shares.ts'
import { namedDifferences } from '../changes/named-differences.ts'
import { namedSums } from '../sums/named-sums.ts'
import { pairedCounts } from '../sums/paired-counts.ts'
import { pointsApart } from '../rates/points-apart.ts'
import { products } from '../products/products.ts'
import { rates } from '../rates/rates.ts'
import { remainders } from '../sums/remainders.ts'
import { respectiveRates } from '../rates/respective-rates.ts'
import { respectiveShares } from '../rates/respective-shares.ts'
import { restatedTotals } from '../sums/restated-totals.ts'
import { restatedUnits } from '../retold/restated-units.ts'
import { weights } from '../sums/weights.ts'
import { lastingTimes } from '../priced/lasting-times.ts'
import { scoresApart } from '../rates/scores-apart.ts'
import { scores } from '../sums/scores.ts'
import { seriesGrowth } from '../changes/series-growth.ts'
import { sumsByLabel } from '../sums/sums-by-label.ts'
import { totalsByName } from '../sums/totals-by-name.ts'
import { summedLists } from '../sums/summed-lists.ts'
import { stocks } from '../sums/stocks.ts'
import { surveyVoids } from '../rates/surveys/survey-voids.ts'

/** Whether a sentence has what a reader needs to find anything in it. */
type Cue = (sentence: Sentence) => boolean

/** A reader that looks at a sentence only where its cue stands: most sentences have nothing for most readers. */
function where<Rest extends unknown[], Found>(
  cue: Cue,
  read: (sentence: Sentence, ...rest: Rest) => readonly Found[],
): (sentence: Sentence, ...rest: Rest) => readonly Found[] {
  return (sentence, ...rest) => (cue(sentence) ? read(sentence, ...rest) : nothing)
}
const nothing: readonly never[] = []

/** One of these words stands in it. */
function says(...words: readonly string[]): Cue {
  const any = new RegExp(words.map((word) => word.replace('(', String.raw`\(`)).join('|'))
  return ({ text }) => any.test(text)
}

/** One of its numbers is of this kind. */
function prints(kind: UnitKind): Cue {
  return ({ mentions }) => mentions.some(({ figure }) => figure.quantity.unit.kind === kind)
}

/** One of its numbers does one of these things. */
function tells(...roles: readonly Role[]): Cue {
  return ({ mentions }) => mentions.some((mention) => roles.includes(roleOf(mention)))
}

function both(one: Cue, two: Cue): Cue {
  return (sentence) => one(sentence) && two(sentence)
}

function either(one: Cue, two: Cue): Cue {
  return (sentence) => one(sentence) || two(sentence)
}

/** The readers of one sentence that something has to be said or printed for. */
export const cued = {
  adjustedBudgets: where(says('后'), adjustedBudgets),
  averages: where(says('均'), averages),
  bracketSums: where(says('（', '('), bracketSums),
  countedNouns: where(both(prints('count'), says('（', '(', '中')), countedNouns),
  builtTotals: where(says('加'), builtTotals),
  compoundGrowth: where(both(prints('share'), says('年均', '平均每年', '年平均', '复合')), compoundGrowth),
  changes: where(tells('base', 'delta', 'change'), changes),
  closingTotals: where(says('计', '共', '总'), closingTotals),
  gradeCounts: where(
    either(
      says('优', '良', '中', '差', '格', '般', '意'),
      both(says('类', '级', '等'), says('无', '没有', '未出现', '未发现', '不存在')),
    ),
    gradeCounts,
  ),
  listedShares: where(both(prints('share'), says('占', '比重', '比例')), listedShares),
  listedChanges: where(both(tells('delta'), says('其中')), listedChanges),
  listMeans: where(says('均'), listMeans),
  namedDifferences: where(says('空', '缺编', '剔除', '扣除', '不', '未', '净增'), namedDifferences),
  namedSums: where(says('共', '合计'), namedSums),
  pairedCounts: where(says('其中', '分别为', '（', '('), pairedCounts),
  pointsApart: where(prints('points'), pointsApart),
  products: where(tells('each'), products),
  rates: where(either(prints('share'), says('=', '＝')), rates),
  remainders: where(({ mentions }) => mentions.length > 1, remainders),
  respectiveRates: where(both(prints('share'), says('率分别')), respectiveRates),
  respectiveShares: where(both(prints('share'), says('占')), respectiveShares),
  weights: where(both(says('合计', '共计', '总计', '之和', '总和'), says('100%', '100％')), weights),
  lastingTimes: where(says('每期', '每次', '每场', '每批', '每轮', '每班'), lastingTimes),
  restatedTotals: where(tells('risen'), restatedTotals),
  restatedUnits: where(says('（', '(', '合', '即'), restatedUnits),
  scores: where(prints('score'), scores),
  groupScores: where(prints('score'), groupScores),
  stocks: where(({ mentions }) => mentions.length > 2, stocks),
  summedLists: where(says('共', '计', '总', '季度', '下半年'), summedLists),
  sumsByLabel: where(says('计', '总额'), sumsByLabel),
  totalsByName: where(says('共', '计'), totalsByName),
  surveyVoids: where(says('剔除', '无效', '作废', '废卷', '扣除'), surveyVoids),
  scoresApart: where(both(prints('score'), says('差', '减', '高', '低', '升', '降', '多', '少', '增')), scoresApart),
  seriesGrowth: where(both(prints('share'), says('分别')), seriesGrowth),
}
