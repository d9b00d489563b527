import { Big } from 'big.js'
import type { Claim } from '#domain/claim.ts'
import { baseValue } from '#domain/quantity.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { longestShared } from '../retold/namesakes.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

/** 「加权后最终得分89.8分」「满意度得分85.6分」 */
const result = /(?:加权|最终|最后|综合|总|平均|满意度)[\p{Script=Han}“”]{0,6}(?:得分?|评分|分值?|均值)(?:为|是|达)?$/u
const grade =
  /(非常不满意|很不满意|不太满意|不满意|非常满意|很满意|比较满意|较为?满意|基本满意|满意|一般|优秀?|良好?|中等?|较?差|不?合格|不了解)(?:的|有|为|按|计|赋|得|：)*$/
const fewestGrades = 3

/**
 * Means over unequal weights: scores by the weights told of each (「自评92.5分，专家评88分，按40%、60%加权，最终得分89.8分」), the values
 * of grades by how many gave each (「非常满意100分、满意80分…；非常满意130份、满意90份…，满意度得分85.6分」).
 */
export function weightedMeans(sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence) => {
    if (!/权重|加权|赋[值分]|满意/.test(sentence.paragraph.text)) return []
    return sentence.mentions.flatMap((mean) => {
      if (!isScore(mean) || !result.test(clauseOf(mean).trim())) return []
      const before = sentences
        .filter(({ block, row, cell }) => block === sentence.block && row === sentence.row && cell === sentence.cell)
        .flatMap(({ mentions }) => mentions)
        .filter(({ start, figure }) => start < mean.start && figure.quantity.looseness === 'exact')
      const found = byWeights(before) ?? byGrades(before)
      if (!found) return []
      return [
        {
          rule: 'mean.of-list',
          form: {
            is: 'mean',
            mean: termOf(mean),
            parts: found.map(({ value }) => termOf(value)),
            weights: found.map(({ weight }) => termOf(weight)),
          },
          certain: false,
          firm: true as const,
          because: '各数与权重按上下文对应',
          quote: quoteOf(sentence, mean.start, mean.end),
        } satisfies Claim,
      ]
    })
  })
}

type Weighted = { readonly value: Mention; readonly weight: Mention }

function isScore({ figure: { quantity } }: Mention): boolean {
  return quantity.unit.kind === 'score' && quantity.looseness === 'exact'
}

/** As many scores as weights, which make 100 % and are each told of the score in their place. */
function byWeights(before: readonly Mention[]): readonly Weighted[] | undefined {
  const weights = before.filter(
    ({ figure, lead, after }) =>
      figure.quantity.unit.kind === 'share' &&
      (/权重|占|按/.test(lead) || /^的?权重/.test(after) || /^[、和与]/.test(lead)),
  )
  const sum = weights.reduce((all, { figure }) => all.plus(baseValue(figure.quantity)), new Big(0))
  if (weights.length < 2 || !sum.eq(1)) return undefined
  const scores = before.filter((each) => isScore(each) && !/满分|总分|分值/.test(clauseOf(each)))
  if (scores.length !== weights.length) return undefined
  const shared = (weight: Mention, score: Mention) =>
    longestShared(weight.lead.replace(/权重|得分|评分/g, ''), clauseOf(score).replace(/得分|评分/g, ''))
  const isBeside = weights.every(
    (weight, at) => weight.start > scores[at]!.start && (scores[at + 1]?.start ?? Infinity) > weight.start,
  )
  const isNamed = weights.every((weight, at) =>
    scores.every((score, other) => other === at || shared(weight, scores[at]!) > shared(weight, score)),
  )
  return isBeside || isNamed ? weights.map((weight, at) => ({ value: scores[at]!, weight })) : undefined
}

/** Every grade has a value and a count, and each once. */
function byGrades(before: readonly Mention[]): readonly Weighted[] | undefined {
  const graded = before.flatMap((mention) => {
    const name = grade.exec(
      clauseOf(mention)
        .replace(/^[、“”"]+/, '')
        .trim(),
    )?.[1]
    return name === undefined ? [] : [{ name, mention }]
  })
  const values = graded.filter(({ mention }) => isScore(mention))
  const counts = graded.filter(({ mention }) => mention.figure.quantity.unit.kind === 'count')
  const [first] = counts
  if (values.length < fewestGrades || values.length !== counts.length) return undefined
  if (!first || counts.some(({ mention }) => !sameKind(mention, first.mention))) return undefined
  const pairs = values.flatMap(({ name, mention }) => {
    const own = counts.filter((each) => each.name === name)
    return own.length === 1 ? [{ value: mention, weight: own[0]!.mention }] : []
  })
  return pairs.length === values.length ? pairs : undefined
}
