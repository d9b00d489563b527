import { Big } from 'big.js'
import type { Part, Place } from '#domain/document.ts'
import type { Fact, Figure } from '#domain/fact.ts'
import type { Reading } from '#domain/reading.ts'
import type { QualitativeBand, RulePack } from '#domain/pack.ts'
import { factsOf } from '../facts/facts-by-measure.ts'
import type { Rule, Verdict } from '../rule.ts'
import { contradiction, figureEvidence, filledIndicators, isBlank, nameOf, wordsEvidence } from './indicator-finding.ts'
import { restingOnPack } from './resting-on-pack.ts'
import { byPart, linesOf } from '../wording/paragraphs.ts'
import { toldGrades } from './told-grades.ts'

const usualGrades: RulePack['grades'] = [
  { name: '优', from: new Big(90) },
  { name: '良', from: new Big(80) },
  { name: '中', from: new Big(60) },
  { name: '差', from: new Big(0) },
]
/** 「等级为“良”的2个项目」 are others. */
const gradeWord =
  /(?:评价|自评|绩效|评定)?(?:结果)?等[级次](?:评定)?(?:为|是|：|:)?\s*[「“"'（(]?(优秀?|良好?|中等?|较?差)(?![\p{Script=Han}])(?![」”"'）)]的)/u

/** I64: the grade word must be the one of the total score's band. */
export const gradeBand: Rule = {
  id: 'I64',
  title: '评价等级应与总分所在档次一致',
  source: '财预〔2020〕10号：90（含）—100分为优，80（含）—90分为良，60（含）—80分为中，60分以下为差',
  judge(reading, knowledge) {
    const scores = factsOf(reading, 'score.total')
    const grades = knowledge.pack?.pack.grades ?? usualGrades
    return byPart(reading, linesOf(reading)).flatMap(([part, lines]) => {
      const own = scores.filter(({ figure }) => figure.place.part === part.index)
      const judged = judgePart(gradeIn(reading, part, own[0]?.figure), own, grades)
      const told = toldGrades(lines, grades, new Set(own.map(({ figure }) => figure.printed)))
      const known = judged.some(({ outcome }) => outcome !== 'undetermined') || told.length === 0 ? judged : []
      return [...known, ...told].map((verdict) => restingOnPack(verdict, knowledge))
    })
  },
}

function judgePart(grade: Grade | undefined, totals: readonly Fact[], grades: RulePack['grades']): Verdict[] {
  const total = totals[0]?.figure
  if (!grade) return []
  if (!total || totals.some(({ figure }) => !figure.quantity.value.eq(total.quantity.value)))
    return [{ outcome: 'undetermined', missing: '没有唯一的总分' }]
  const due = gradeOf(total, grades)
  if (due === grade.word[0]) return [{ outcome: 'holds', figures: [total.id] }]
  const message = `总分${total.printed}分属于「${due}」，文中等级写的是「${grade.word}」，请核对总分或等级。`
  const severity = grade.isBesideScore ? 'error' : 'warning'
  return [contradiction('I64', severity, message, [{ place: grade.place, text: grade.word }, figureEvidence(total)])]
}

function gradeOf(total: Figure, grades: RulePack['grades']): string {
  return grades.find(({ from }) => total.quantity.value.gte(from))?.name ?? grades.at(-1)?.name ?? '差'
}

/** A grade word with its place, and whether the total score stands right before it: a grade told elsewhere may be of others. */
type Grade = { readonly word: string; readonly place: Place; readonly isBesideScore: boolean }

function gradeIn(reading: Reading, { index: part, from, to }: Part, total: Figure | undefined): Grade | undefined {
  for (let block = from; block < to; block++) {
    const holder = reading.document.blocks[block]
    const match = holder?.kind === 'paragraph' && /等[级次]/.test(holder.text) ? gradeWord.exec(holder.text) : null
    if (!match) continue
    const place = { part, block, start: match.index, end: match.index + match[0].length }
    const before = scoreBefore(reading, place)
    const isTotal = before !== undefined && total !== undefined && before.quantity.value.eq(total.quantity.value)
    // 「2022年度得78.60分，等级为“中”」 in a report of 2023: the score right before the grade is not the total.
    if (before && total && !isTotal) continue
    return { word: match[1]!.replace('较', ''), place, isBesideScore: isTotal }
  }
  return undefined
}

function scoreBefore(reading: Reading, { part, block, start }: Place): Figure | undefined {
  return reading.figures.findLast(
    ({ place, quantity }) =>
      place.part === part && place.block === block && place.end <= start && quantity.unit.kind === 'score',
  )
}

const high = new Big('0.8')

/** I61: a qualitative indicator's points stand inside the band its result names. */
export const qualitativeBand: Rule = {
  id: 'I61',
  title: '定性指标得分应在所评档次之内',
  source: '财预〔2020〕10号：达成预期指标100%—80%（含）、部分达成80%—60%（含）、未达成60%—0%',
  judge: (reading, knowledge) =>
    filledIndicators(reading).map((row) => {
      const { weight, score } = row
      const band = bandNamed(row.actual?.text ?? '', knowledge.pack?.pack.qualitative)
      if (!weight || !score || !band || weight.quantity.value.lte(0)) return { outcome: 'not-applicable' }
      const low = weight.quantity.value.times(band.low).minus('0.01')
      const top = weight.quantity.value.times(band.top).plus('0.01')
      if (score.quantity.value.gte(low) && score.quantity.value.lte(top)) return { outcome: 'holds' }
      const shares = `${band.low.times(100).toFixed()}%至${band.top.times(100).toFixed()}%`
      const message = `「${nameOf(row)}」完成情况写「${row.actual!.text.trim()}」，应得分值${weight.printed}分的${shares}，表上得${score.printed}分，请核对得分或完成情况。`
      const severity = row.reason && !isBlank(row.reason.text) ? 'info' : 'warning'
      const evidence = [figureEvidence(score), figureEvidence(weight), wordsEvidence(row.actual!)]
      return restingOnPack(contradiction('I61', severity, message, evidence), knowledge)
    }),
}

type Band = { readonly low: Big; readonly top: Big }

/** The widest any place allows: Hubei gives 部分达成 from 50 % on. */
const usualBands: Readonly<Record<'达成' | '部分达成' | '未达成', Band>> = {
  达成: { low: high, top: new Big(1) },
  部分达成: { low: new Big('0.5'), top: high },
  未达成: { low: new Big(0), top: new Big('0.6') },
}

function bandNamed(text: string, bands: readonly QualitativeBand[] | undefined): Band | undefined {
  const result = resultNamed(text.replace(/\s+/g, ''))
  if (!result || !bands) return result && usualBands[result]
  const band = bands.find(({ words }) => words.includes(result))
  return band && { low: band.from.div(100), top: band.to.div(100) }
}

function resultNamed(plain: string): keyof typeof usualBands | undefined {
  if (/^部分(?:达成|完成)/.test(plain)) return '部分达成'
  if (/^未(?:达成|完成)/.test(plain)) return '未达成'
  return /^(?:全部)?达成(?:预期|年度)?(?:指标|目标)?$/.test(plain) ? '达成' : undefined
}
