import type { Claim } from '#domain/claim.ts'
import { addsUp } from './adds-up.ts'
import { roleOf } from '../text/mention-role.ts'
import { addsSome } from './named-sums.ts'
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
  const graded = sentence.mentions.filter(
    (each) => grade.test(each.lead) && roleOf(each) === 'plain' && !addsSome(each),
  )
  const [first] = graded
  if (!first || graded.length < 2 || graded.some((each) => !sameKind(each, first))) return []
  // 「门诊…满意267份；住院…满意178份」: one grade twice is of two wholes.
  if (new Set(graded.map(gradeOf)).size < graded.length) return []
  const total = wholeOf(first, [...earlier, ...sentence.mentions])
  if (!total || isSummedUp(sentence, graded)) return []
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

function gradeOf({ lead }: Mention): string | undefined {
  return grade.exec(lead)?.[0].replace(/[^\p{Script=Han}]|(?:的|有|为|共)*\s*$/gu, '')
}

/** 「其中非常满意317份、满意132份，合计449份」: what follows sums up those told; the others are left out. */
function isSummedUp({ mentions }: Sentence, graded: readonly Mention[]): boolean {
  const next = mentions[mentions.indexOf(graded.at(-1)!) + 1]
  return next !== undefined && /(?:合计|共计|共|小计)$/.test(next.lead) && addsUp(next, graded)
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
