import { Big } from 'big.js'
import type { QualitativeBand, SatisfactionStep } from '#domain/pack.ts'
import { type Points, plain } from './points.ts'

const hundred = new Big(100)

/**
 * The band whose words the actual value is: the words themselves, or followed by more after a stop. 「部分达成」 is not
 * 「达成」, and 「完成较差」 is no word of any band: then a person has to say which one is meant.
 */
export function bandOf(actual: string, bands: readonly QualitativeBand[]): QualitativeBand | undefined {
  const [first = ''] = actual.replace(/\s/g, '').split(/[，,；;。（(：:]/)
  return bands.find(({ words }) => words.includes(first))
}

/** Points of a qualitative target: the usual share of its band (财预〔2020〕10号: 100–80, 80–60, 60–0 %). */
export function qualitativePoints(actual: string, weight: Big, bands: readonly QualitativeBand[]): Points {
  const band = bandOf(actual, bands)
  if (!band) {
    const known = bands.map(({ words }) => words[0]).join('、')
    return { working: `完成情况「${actual}」不在评分档次里，请写：${known}` }
  }
  const points = weight.times(band.usual).div(hundred).round(2, Big.roundHalfUp)
  const range = `${plain(band.from)}%至${plain(band.to)}%`
  const working = `「${actual}」在${range}一档，取${plain(band.usual)}%：${plain(weight)} × ${plain(band.usual)}% = ${plain(points)}分`
  return points.eq(weight) ? { points, working } : { points, working, needed: `「${bands[0]?.words[0] ?? ''}」` }
}

/** Points of a satisfaction that is scored in steps: ≥90 % all, … */
export function steppedPoints(actual: Big, weight: Big, steps: readonly SatisfactionStep[]): Points {
  const [best] = steps
  const step = steps.find(({ from }) => actual.gte(from))
  const share = step?.share ?? new Big(0)
  const points = weight.times(share).div(hundred).round(2, Big.roundHalfUp)
  const where = step ? `在${plain(step.from)}%以上一档` : '在最低一档以下'
  const working = `满意度${plain(actual)}%，${where}，得分值的${plain(share)}%：${plain(points)}分`
  return points.eq(weight)
    ? { points, working }
    : { points, working, needed: `满意度达到${plain(best?.from ?? hundred)}%` }
}
