import { addIntervals, fitsRatio } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { intervalOf } from '#domain/quantity.ts'
import { allSlipsOf, isSlippedRate } from '#domain/slipped-rate.ts'
import { itemsCounted } from '../items-counted.ts'
import type { RateAt } from '../meant-pairs.ts'
import { clauseOf } from '../rate-pairs.ts'
import type { Mention } from '../../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../../text/terms.ts'
import { type Survey, surveysIn } from './survey-roles.ts'

/** What a rate of a survey is of: several tops are added up. */
type Terms = { readonly tops: readonly Mention[]; readonly bottom: Mention }
/** What the words allow, what they mean first; and what else the survey tells, which a slip of the mind may take. */
type Choice = { readonly allowed: readonly Terms[]; readonly wrong: readonly Terms[]; readonly isFirm: boolean }

/** A rate told of another year, or wanted. */
const compared = /目标|计划|预期|指标值|标准|上年|去年|同期|20\d\d年|[高低多少]于|以上|自评|由|从/

/**
 * 回收率, 有效率 and 满意度 by what each number of the survey counts (surveys/survey-roles.ts): told where the rate fits
 * another stage of the survey, or is one slip away from what is meant. 有效率 may be over what was sent out or what came
 * back unless the words say which; what counts as satisfied is what the words name, or any run of the grades from the best.
 */
export function surveyRate(at: RateAt): Claim | undefined {
  const { sentence, rate, here, earlier } = at
  if (compared.test(clauseOf(rate).replace(/[（(].*$/, '')) || !/[率度]|占/.test(rate.lead)) return undefined
  const told = [...earlier.filter(({ figure }) => figure.place.block === sentence.block), ...here]
  const surveys = surveysIn(told)
  const own = surveys.at(-1)
  const choice = own && choiceOf(rate, here, own)
  const [meant] = choice?.allowed ?? []
  if (!choice || !meant || isRated(rate, told, meant) || choice.allowed.some((terms) => fits(rate, terms)))
    return undefined
  if (surveys.some((each) => each !== own && isOf(rate, each)) || isOfAll(rate, surveys)) return undefined
  const known = surveys.flatMap((each) => [...stagesOf(each), ...each.pleased, ...each.others])
  if (
    told.some((each) => !known.includes(each) && sameKind(each, meant.bottom) && fits(rate, { ...meant, bottom: each }))
  )
    return undefined
  const wrong = choice.wrong.find((terms) => fits(rate, terms))
  if (!wrong && !(choice.isFirm && surveys.length === 1) && !isSlipped(rate, meant)) return undefined
  const [numerator, ...also] = meant.tops
  const rivals = wrong && also.length === 0 && wrong.tops[0] === numerator ? [termOf(wrong.bottom)] : []
  return {
    rule: 'rate.of-two-counts',
    form: {
      is: 'ratio',
      rate: termOf(rate),
      numerator: termOf(numerator!),
      ...(also.length > 0 ? { also: also.map(termOf) } : {}),
      denominator: termOf(meant.bottom),
      rivals,
    },
    certain: false,
    because: '问卷各数按上下文判断',
    quote: quoteOf(sentence, rate.start, rate.end),
  }
}

const word = /回收|收回|有效|满意/g

/** 「满意1117份，家长满意度95.96%；教师满意度94.5%」: the number has its rate already. */
function isRated(rate: Mention, told: readonly Mention[], { tops }: Terms): boolean {
  const kind = (each: Mention) => each.lead.match(word)?.at(-1)
  return told
    .slice(told.indexOf(tops.at(-1)!) + 1)
    .some((each) => each.figure.quantity.unit.kind === 'share' && kind(each) === kind(rate))
}

function choiceOf(rate: Mention, here: readonly Mention[], survey: Survey): Choice | undefined {
  const { sent, returned, valid } = survey
  const lead = rate.lead.replace(/[“”"‘’「」\s]/g, '')
  const name = lead.replace(/[（(][^（()）]*[）)](?:为|达到?|约|是|[：:])*$/, '')
  const base = namedStage(lead, rate.after, survey)
  if (base === 'unknown') return undefined
  if (/(?:有效(?:回收|收回|返回)|(?:回收|收回)有效)率/.test(name)) return chosen([valid], [base ?? sent], survey)
  if (/(?:回收|收回|返回|应答|回复)率/.test(name)) return chosen([returned ?? valid], [base ?? sent], survey)
  if (
    /(?:^|[^\p{Script=Han}])(?:问卷|样本)?有效率/u.test(name) ||
    (/有效率$/.test(name) && valid && /问卷|调查|样本/.test(name))
  )
    return chosen([valid], base ? [base] : [returned, sent], survey)
  const isOfPleased = /满意[率度]/.test(name) || (base !== undefined && here.at(-1) === survey.pleased.at(-1))
  return isOfPleased ? ofPleased(rate, here, survey, base ?? valid ?? returned ?? sent) : undefined
}

function chosen(
  [top]: readonly (Mention | undefined)[],
  bases: readonly (Mention | undefined)[],
  survey: Survey,
): Choice | undefined {
  const bottoms = bases.filter((each) => each !== undefined && each !== top)
  if (!top || bottoms.length === 0) return undefined
  const stages = stagesOf(survey)
  return {
    allowed: bottoms.map((bottom) => ({ tops: [top], bottom: bottom! })),
    wrong: stages.flatMap((over) =>
      stages.flatMap((bottom) => (over === bottom || survey.sent === over ? [] : [{ tops: [over], bottom }])),
    ),
    isFirm: true,
  }
}

/** Which grades are counted: as told, else any run of them from the best. */
function ofPleased(
  rate: Mention,
  here: readonly Mention[],
  survey: Survey,
  bottom: Mention | undefined,
): Choice | undefined {
  const { pleased } = survey
  if (!bottom || pleased.length === 0 || pleased.includes(bottom)) return undefined
  const told = pleased.findLast(({ lead }) => /满意.*[、和与及或].*满意|前[两三]项|合计|[两三]项/.test(lead))
  const named = itemsCounted(rate, here)?.filter((each) => pleased.includes(each))
  const runs = pleased.map((_, index) => pleased.slice(0, pleased.length - index))
  const isAll = /合计|综合|总体|总满意/.test(clauseOf(rate))
  const tops = told ? [[told]] : named && named.length >= 2 ? [named] : isAll ? runs.slice(0, 1) : runs
  const stages = stagesOf(survey)
  const others = [...tops, ...(told || named || isAll ? pleased.map((each) => [each]) : [])]
  return {
    allowed: tops.map((each) => ({ tops: each, bottom })),
    wrong: [bottom, ...stages].flatMap((each) => others.map((all) => ({ tops: all, bottom: each }))),
    isFirm: pleased.length === 1,
  }
}

function stagesOf({ sent, returned, valid }: Survey): Mention[] {
  return [sent, returned, valid].filter((each) => each !== undefined)
}

const stage = /发放|发出|调查|受访|收回|回收|返回|有效/g

/** The stage that the words say a rate is over: 「（有效/收回）」「（以有效问卷为基数）」「占有效问卷的」; unknown where it was not told of. */
function namedStage(lead: string, after: string, survey: Survey): Mention | 'unknown' | undefined {
  const bracket =
    /[（(]([^（()）]{2,24})[）)](?:为|达到?|约|是)*$/.exec(lead)?.[1] ?? /^[（(]([^（()）]{2,24})[）)]/.exec(after)?.[1]
  const said = (bracket ?? /占[^，；。]{2,12}$/.exec(lead)?.[0])?.split(/[/÷／占以按]/)
  const named = said && said.length > 1 ? said.at(-1)!.match(stage) : undefined
  if (!named) return undefined
  const last = named.at(-1)!
  const found =
    last === '有效' ? survey.valid : /发|调查|受访/.test(last) ? survey.sent : (survey.returned ?? survey.valid)
  return found ?? 'unknown'
}

function fits({ figure }: Mention, { tops, bottom }: Terms): boolean {
  const top = addIntervals(tops.map((each) => intervalOf(each.figure.quantity)))
  return fitsRatio(figure.quantity, top, intervalOf(bottom.figure.quantity))
}

function isSlipped(rate: Mention, { tops, bottom }: Terms): boolean {
  if (tops.length > 1) return false
  return isSlippedRate({ rate: termOf(rate), numerator: termOf(tops[0]!), denominator: termOf(bottom) }, allSlipsOf)
}

/** Whether any stage or grade of a survey over another one gives the rate. */
function isOf(rate: Mention, survey: Survey): boolean {
  const stages = stagesOf(survey)
  const runs = survey.pleased.map((_, index) => survey.pleased.slice(0, index + 1))
  const tops = [...stages.map((each) => [each]), ...runs, ...survey.pleased.map((each) => [each])]
  return stages.some((bottom) => tops.some((each) => !each.includes(bottom) && fits(rate, { tops: each, bottom })))
}

/** 「综合满意度」 of all surveys together. */
function isOfAll(rate: Mention, surveys: readonly Survey[]): boolean {
  if (surveys.length < 2) return false
  const all = (pick: (survey: Survey) => Mention | undefined) => surveys.flatMap((survey) => pick(survey) ?? [])
  const bottoms = [all(({ sent }) => sent), all(({ returned }) => returned), all(({ valid }) => valid)]
  const tops = [...bottoms, surveys.flatMap(({ pleased }) => pleased), all(({ pleased }) => pleased.at(-1))]
  const [whole, over] = [bottoms, tops].map((lists) =>
    lists
      .filter((list) => list.length > 0)
      .map((list) => addIntervals(list.map(({ figure }) => intervalOf(figure.quantity)))),
  )
  const singles = surveys.flatMap(stagesOf).map(({ figure }) => intervalOf(figure.quantity))
  return over!.some((top) => [...whole!, ...singles].some((bottom) => fitsRatio(rate.figure.quantity, top, bottom)))
}
