import { Big } from 'big.js'
import { allMatches } from '#domain/all-matches.ts'
import type { Rule, Verdict } from '../../rule.ts'
import { type Line, evidenceAt, linesOf, linesCued } from '../paragraphs.ts'
import { reported } from '../verdicts.ts'

const share =
  /([^，,；;。：:]{0,16})占([^，,；;。、\d]{0,12}?)(?:的)?(?:比例|比重|比)?(?:为|达)?\s*(\d+(?:\.\d+)?)\s*[%％]/g
/** What is told of several parts together is counted with each of them. */
const together = /合计|共计|总计|共$|[两二三四五六]类|[两二三四五六]项|二者|两者|之和/
/** 「截至6月末…占48.06%；截至9月末…占69.77%」: each holds the one before. */
const asTimeGoes = /截[至止]|累计|前[一二三]季度/
/** One thing reckoned in several ways. */
const weighed =
  /[以按就][^，。；]{1,8}(?:论|而论|来看|来说|计算?)，[^。]*[以按就][^，。；]{1,8}(?:论|而论|来看|来说|计算?)，/
const fewest = 3
const half = 50
/** One part, and one more that a slip made so large. */
const mostOverHalf = 2
const hundred = new Big(100)

/**
 * I91: shares of one whole, listed in one sentence, make no more than 100 %. Less may mean that the list is not complete.
 * A list within the list (其中) counts a part twice and is left alone.
 */
export const shareSum: Rule = {
  id: 'I91',
  title: '一句话里各项占比之和为100%',
  source: '本系统核对规则',
  judge: (reading) =>
    linesCued(linesOf(reading), /占/g).flatMap((line) =>
      allMatches(line.text, /[^。！？\n]+/g).flatMap((sentence) => judgeSentence(line, sentence[0], sentence.index)),
    ),
}

function judgeSentence(line: Line, sentence: string, at: number): Verdict[] {
  const shares = allMatches(sentence, share).filter(([, subject = '']) => !together.test(subject))
  if (shares.length < fewest) return []
  const [first, last] = [shares[0]!, shares.at(-1)!]
  const wholes = new Set(shares.map(([, , whole = '']) => whole.trim()).filter((whole) => whole !== ''))
  const listed = sentence.slice(first.index, last.index)
  // One that names its whole behind others that do not is of another.
  const isOfAnother = wholes.size > 0 && first[2]?.trim() === ''
  if (wholes.size > 1 || isOfAnother || asTimeGoes.test(listed) || /其中|同比|增长|下降|余|近|约/.test(listed))
    return [{ outcome: 'undetermined', missing: '各项占比是否属于同一个整体' }]
  // 「若以完成里程论，养护占51.1%；若以花钱论，它只占17.2%」
  if (weighed.test(sentence)) return [{ outcome: 'undetermined', missing: '各项占比是否属于同一个整体' }]
  if (areOfSeveral(sentence, shares)) return [{ outcome: 'undetermined', missing: '各项占比是否互不重叠' }]
  const sum = shares.reduce((all, [, , , digits = '0']) => all.plus(digits), new Big(0))
  const decimals = Math.min(...shares.map(([, , , digits = '']) => digits.split('.')[1]?.length ?? 0))
  const slack = new Big(10).pow(-decimals).div(2).times(shares.length)
  if (sum.minus(hundred).abs().lte(slack)) return [{ outcome: 'holds' }]
  // 「对标准满意的占93.90%；对时间满意的占93.09%」: of parts of one whole no two are more than half, one slipped may be.
  if (shares.filter(([, , , digits = '0']) => Number(digits) > half).length > mostOverHalf)
    return [{ outcome: 'undetermined', missing: '各项占比是否属于同一个整体' }]
  if (sum.lt(hundred)) return [{ outcome: 'undetermined', missing: '各项是否列全' }]
  const end = at + last.index + last[0].length
  const message = `各项占比之和为${sum.toFixed()}%，超过100%，请核对各项占比`
  const expression = `${shares.map(([, , , digits]) => digits).join(' + ')} = ${sum.toFixed()} ≠ 100`
  return [reported('I91', 'warning', message, [evidenceAt(line, at + first.index, end)], { expression })]
}

const amount = /(\d[\d,]*(?:\.\d+)?)\s?(万亿|万|亿)?\s?(\p{Script=Han}|㎡)[^\d]*$/u

/**
 * 「35岁以下的281人，占37.9%；女警96人，占12.9%；一线警力653人，占88.0%」: each amount is told before its share, and all of them are of one
 * whole, so the parts overlap; 「38716人，占40.15%…；5513.50万元，占60.80%」: of what is counted and what it costs.
 */
function areOfSeveral(sentence: string, shares: readonly RegExpExecArray[]): boolean {
  const told = shares.map((match, at) => {
    const last = shares[at - 1]
    const words = sentence.slice(last ? last.index + last[0].length : 0, match.index + match[0].lastIndexOf('占'))
    const [, digits, scale = '', unit] = amount.exec(words) ?? []
    return digits === undefined ? undefined : { value: new Big(digits.replaceAll(',', '')), unit: scale + unit, match }
  })
  const found = told.filter((each) => each !== undefined)
  if (new Set(found.map(({ unit }) => unit)).size > 1) return true
  if (found.length < shares.length) return false
  const wholes = found.map(({ value, match: [, , , share = '0'] }) => {
    const half = new Big(10).pow(-(share.split('.')[1]?.length ?? 0)).div(2)
    return [value.times(hundred).div(new Big(share).plus(half)), value.times(hundred).div(new Big(share).minus(half))]
  })
  const most = wholes.reduce((low, [each]) => (each!.gt(low) ? each! : low), new Big(0))
  return wholes.every(([, high]) => high!.gte(most))
}
