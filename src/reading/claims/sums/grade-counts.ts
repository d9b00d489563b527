import type { Claim } from '#domain/claim.ts'
import { addsUp } from './adds-up.ts'
import { roleOf } from '../text/mention-role.ts'
import { addsSome } from './named-sums.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

const grade =
  /[“"‘「]?(?:优秀?|良好?|中等?|差|不?合格|较差|一般|(?:非常|比较|基本)?满意|不满意)[”"’」]?(?:等次|等级)?(?:的|有|为|共)*\s*$/
const whole = /共(?:有|计)?\s*$|合计\s*$|总数为?\s*$|有效(?:问卷|样本)\s*$/

/**
 * 「纳入自评的项目共8个。自评结果为“优”的6个；为“良”的2个」: grades take a whole apart, so their counts make it.
 *
 * earlier   mentions of the part before this sentence: the whole may stand there
 */
export function gradeCounts(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  const classes = classCounts(sentence, earlier)
  if (classes) return [classes]
  const graded = sentence.mentions.filter(
    (each) => grade.test(each.lead) && roleOf(each) === 'plain' && !addsSome(each),
  )
  const [first] = graded
  if (!first || graded.length < 2 || graded.some((each) => !sameKind(each, first))) return []
  // 「门诊…满意267份；住院…满意178份」: one grade twice is of two wholes.
  if (new Set(graded.map(gradeOf)).size < graded.length) return []
  const total = wholeOf(first, [...earlier, ...sentence.mentions])
  if (!total || isSummedUp(sentence, graded) || hasRest(sentence, graded)) return []
  return [
    {
      rule: 'sum.parts-of-whole',
      form: { is: 'sum', total: termOf(total), parts: graded.map(termOf), relation: 'equals' },
      certain: false,
      because: '各等次可能没有列全',
      quote: quoteOf(sentence, first.start, graded.at(-1)!.end),
    },
  ]
}

/** A step of a scale: 「Ⅳ类断面」「二级医院」「B级企业」「优于Ⅲ类」. */
const step = /[ⅠⅡⅢⅣⅤⅥ]{1,2}类|[一二三四五]级|[A-E]{1,3}级|[甲乙丙丁]等|[优良]等/
/** That no other step of the scale was met. */
const noOther =
  /^[\p{Script=Han}]{0,4}[，,、](?:均)?(?:无|没有|未出现|未发现|不存在)[^，。；]{0,8}?(?:[ⅠⅡⅢⅣⅤⅥ]类|[一二三四五]级|[A-E]级|[丙丁]等|[不]?合格|不达标|差等)/u
const all = /共|总|全[县市区省]|设|纳入|抽[检查]|[监检]测|参评|评[定估]/

/**
 * 「监测断面28个…。优于Ⅲ类的25个，Ⅳ类3个，无Ⅴ类断面」: steps of a scale whose others are told to be empty make the whole, the one
 * number of their kind that is told to be all there are.
 */
function classCounts(sentence: Sentence, earlier: readonly Mention[]): Claim | undefined {
  if (!/无|没有|未出现|未发现|不存在/.test(sentence.text)) return undefined
  const last = sentence.mentions.find((each) => step.test(each.lead) && noOther.test(each.after))
  if (!last) return undefined
  const at = sentence.mentions.indexOf(last)
  const from = sentence.mentions.slice(0, at).findLastIndex((each) => !isStep(each, last)) + 1
  const steps = sentence.mentions.slice(from, at + 1)
  const before = [...earlier.slice(-12), ...sentence.mentions.slice(0, from)].filter(
    (each) => each.figure.place.block === sentence.block && sameKind(each, last) && roleOf(each) === 'plain',
  )
  const wholes = before.filter((each) => all.test(clauseOf(each)) && !isPart(each))
  const [whole] = wholes
  if (steps.length < 2 || !whole || wholes.length > 1) return undefined
  return {
    rule: 'sum.parts-of-whole',
    form: { is: 'sum', total: termOf(whole), parts: steps.map(termOf), relation: 'equals' },
    certain: false,
    firm: true,
    because: '各等次之和应为总数，总数按上下文判断',
    quote: quoteOf(sentence, steps[0]!.start, last.end),
  }
}

function isStep(each: Mention, last: Mention): boolean {
  return step.test(each.lead) && sameKind(each, last) && roleOf(each) === 'plain'
}

/** 「国考断面6个、省考断面9个」 */
function isPart({ lead }: Mention): boolean {
  return /^\s*[、和及]|其中|分为/.test(lead)
}

function gradeOf({ lead }: Mention): string | undefined {
  return grade.exec(lead)?.[0].replace(/[^\p{Script=Han}]|(?:的|有|为|共)*\s*$/gu, '')
}

/** 「其中非常满意317份、满意132份，合计449份」: what follows sums up those told; the others are left out. */
function isSummedUp({ mentions }: Sentence, graded: readonly Mention[]): boolean {
  const next = mentions[mentions.indexOf(graded.at(-1)!) + 1]
  return next !== undefined && /(?:合计|共计|共|小计)$/.test(next.lead) && addsUp(next, graded)
}

/** 「“满意”224份、“一般”71份，其余28份为“不满意”」: whose grade stands behind them is one of them. */
function hasRest({ mentions }: Sentence, graded: readonly Mention[]): boolean {
  const next = mentions[mentions.indexOf(graded.at(-1)!) + 1]
  return (
    next !== undefined &&
    sameKind(next, graded[0]!) &&
    /^[，,、；]?(?:其余|其他|剩余|余下|另有?)(?:的)?$/.test(next.lead.trim())
  )
}

/** What a graded count (「为“优”的6个」) is a share of; nothing for a count that is not one of a grade. */
export function wholeOf(graded: Mention, mentions: readonly Mention[]): Mention | undefined {
  if (!grade.test(graded.lead)) return undefined
  return mentions
    .slice(-12)
    .findLast(
      (each) => !grade.test(each.lead) && sameKind(each, graded) && whole.test(each.lead) && isBefore(each, graded),
    )
}

function isBefore(total: Mention, part: Mention): boolean {
  const [one, two] = [total.figure.place, part.figure.place]
  return one.block === two.block ? total.start < part.start : two.block - one.block <= 1
}
