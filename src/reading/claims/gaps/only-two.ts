import type { Claim } from '#domain/claim.ts'
import { baseValue } from '#domain/quantity.ts'
import { withoutParts } from '../rates/plain-rates.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, termOf } from '../text/terms.ts'
import { gapOf, ownClause, wayOf } from './gap-words.ts'
import { isPlanned } from './planned-and-done.ts'
import { sided } from './told-by-role.ts'
import { type Sides, fits, measuresLike } from './sides.ts'

/** Sentences up to its own among which the two stand. */
const reach = 2
/** What is left, too much or too late, where the word opens or ends the clause. */
const leftOver =
  /^(?:目前|现|仍|还|尚|仅|只|即|[^，；。]{0,6}?(?:库|账|户|仓|窖|场|池|柜|档)[^，；。]{0,2})?(?:存余|结存|留存|库存|剩下?|余下?|尚有|还有|仍有|尚余|余存|空置|空余|逾期|超期|超时|延误|拖延|超出|超过|多出|高出|低出|短少|少用|多用|节省|缺口)/
/** 「比规模少5800吨」: it names one of the two. */
const besideName =
  /^(?:[比较][\p{Script=Han}]{2,6}|距离?[\p{Script=Han}]{2,6}(?:还|尚))(?:少|多|高|低|短|快|慢|差)[\p{Script=Han}]{0,3}$/u
const waiting = /^[^，；。]{0,14}(?:未|待|正在|没有|停|缺)/
/** Compared with the year before, where a year or what it was is told. */
const grown =
  /^(?:同比|[比较](?:上年|去年)[^，；。]{0,4})?(?:实际|净|共)?(?:增产|减产|增收|减收|增加|减少|下降|上升|多|少)[^，；。]{0,3}$/
const earlier = /上年|去年|同期|(?<!目|年|提)前|原|以往/
const noSide = /其中|每|均|目标值为?不|占|累计.*同比|最/
/** What names no thing of its own before the word. */
const general =
  /^(?:资金|经费|财政|项目|工期|实际|目前|现|仍|还|尚|年末|年底|期末|仓库|库房|账户|专户|账上|账面|两者|二者|相差|即|共|合计|因此|由此|比[\p{Script=Han}“”]{1,8}|[较与同距离低高超][\p{Script=Han}“”]{1,8})*$/u

/**
 * What lies between the only two numbers of its measure that its sentence, or the one before, tells, whatever their order and
 * however far off it is: 「购入150套，合同价187.5万元。已安装137套，仓库存余13套」. Read last, of numbers nothing else was read of.
 */
export function gapsOfTheOnlyTwo(told: readonly Claim[], sentences: readonly Sentence[]): readonly Claim[] {
  return sentences.flatMap((sentence, at) =>
    sentence.mentions.flatMap((result) => {
      const word = wordOf(result)
      if (word === undefined) return []
      const near = sentences
        .slice(Math.max(0, at - reach + 1), at + 1)
        .filter(({ block, row, cell }) => block === sentence.block && row === sentence.row && cell === sentence.cell)
      const pair = pairFor(result, near, sentence)
      return pair && isOfThese(result, pair, word) && !isRead(told, result, pair) ? claimOf(sentence, result, pair) : []
    }),
  )
}

/** How the word binds: as what is left, or as growth. */
function wordOf(result: Mention): 'left' | 'grown' | undefined {
  const { unit, looseness } = result.figure.quantity
  if (looseness !== 'exact' || !/^(?:money|count|area|length|weight|time|points)$/.test(unit.kind)) return undefined
  const clause = ownClause(result)
  // What failed is part of what was checked.
  if (/不合格|不达标|不符合|无效|作废/.test(clause)) return undefined
  if (/上年|年初|历年|累计|滚存|平均|每|率/.test(clause)) return grown.test(clause) ? 'grown' : undefined
  if (grown.test(clause)) return 'grown'
  if (leftOver.test(clause) && (!/^(?:尚|还|仍)有/.test(clause) || waiting.test(result.after))) return 'left'
  return gapOf(result) || besideName.test(clause) ? 'left' : undefined
}

/** The only two of the measure in the sentence; else in it and the one before. */
function pairFor(result: Mention, near: readonly Sentence[], sentence: Sentence): Sides | undefined {
  for (const mentions of [sentence.mentions, near.flatMap(({ mentions }) => mentions)]) {
    const alike = mentions.filter((each) => each !== result && measuresLike(each, result))
    const before = withoutParts(alike.filter((each) => each.start < result.start))
    const behind = alike.filter((each) => each.start > result.start)
    const sides = before.length >= 2 ? before : [...before, ...behind.slice(0, 2 - before.length)]
    // 「一标段较控制价低43.65万元；四标段让利27.73万元」: behind a semicolon another thing is told.
    if (sides.some((each) => each.start > result.start && isParted(sentence, result, each))) return undefined
    if (sides.length > 2) return undefined
    if (sides.length < 2) continue
    const [plan, done] = sides as [Mention, Mention]
    return isPair(sides, result, alike) ? { plan, done } : undefined
  }
  return undefined
}

function isParted({ text, start }: Sentence, result: Mention, each: Mention): boolean {
  return /[；;]/.test(text.slice(result.end - start, each.start - start))
}

function isPair(sides: readonly Mention[], result: Mention, alike: readonly Mention[]): boolean {
  if (
    sides.some(
      (each) =>
        !/^(?:plain|risen|base|ratio|other-rate)$/.test(roleOf(each)) ||
        !/^(?:exact|at-.*)$/.test(each.figure.quantity.looseness) ||
        each.depth > result.depth ||
        noSide.test(ownClause(each)) ||
        gapOf(each) !== undefined ||
        /^[/／]/.test(each.after),
    )
  )
    return false
  const [one, two] = sides.map(({ figure }) => baseValue(figure.quantity))
  if (one!.eq(two!)) return false
  const own = baseValue(result.figure.quantity)
  const pair = { plan: sides[0]!, done: sides[1]! }
  if (fits(pair, result)) return true
  // Another number of the measure may be what is left.
  return own.lt(one!.gt(two!) ? one! : two!) && !alike.some((each) => !sides.includes(each) && fits(pair, each))
}

/** The words tell which was to be and which is, name no other thing, and growth is of two times. */
function isOfThese(result: Mention, { plan, done }: Sides, word: 'left' | 'grown'): boolean {
  if (word === 'grown') return areOfTwoTimes(ownClause(plan), ownClause(done))
  const roles = rolesOf(result, plan, done)
  if (!roles || (!besideName.test(ownClause(result)) && areOfLevels(roles)) || !isThatWay(result, roles)) return false
  const clause = ownClause(result)
  const subject = clause.slice(0, Math.max(0, clause.search(gapStem)))
  return general.test(subject) || sharesName(subject, plan) || sharesName(subject, done)
}

const gapStem = /存余|结存|缺口|结余|结转|剩|余|节|超|逾|延|未|高|低|少|多|差|减|增|空|比|较|尚|还|仍/
const goal = /目标|要求|标准|约定|指标|任务|计划|规定|预期|承诺|设定|考核|合同/

/** Which of the two it is held against: the one that its words name, else the one so called. */
function rolesOf(result: Mention, one: Mention, two: Mention): Sides | undefined {
  const named =
    /(?:[比较超高低]|超出|高出|高于|低于|距离?)([\p{Script=Han}]{2,4}?)(?:值|数)?(?:还|又|仍)?(?:[少多高低超差短快慢缺欠]|$)/u.exec(
      ownClause(result),
    )?.[1]
  if (named !== undefined) {
    const [first, second] = [one, two].map((each) => ownClause(each).includes(named))
    if (first !== second) return first ? { plan: one, done: two } : { plan: two, done: one }
  }
  if (besideName.test(ownClause(result)) && !gapOf(result)) return undefined
  if (result.figure.quantity.unit.kind === 'points') {
    const [first, second] = [one, two].map((each) => goal.test(ownClause(each)))
    if (first === second) return undefined
    return first ? { plan: one, done: two } : { plan: two, done: one }
  }
  const pair = sided(one, two, gapOf(result) ?? {}) ?? inStore(result, one, two)
  return pair && (isPlanned(pair.plan) || pair.plan.figure.quantity.unit.kind !== 'money') ? pair : undefined
}

/** 「购入150套。已安装137套，仓库存余13套」: what there was first, and what was done with it by then. */
function inStore(result: Mention, one: Mention, two: Mention): Sides | undefined {
  const isLess = baseValue(two.figure.quantity).lt(baseValue(one.figure.quantity))
  const isStored = /存余|结存|剩|余|库存|尚有|还有|仍有/.test(ownClause(result))
  return isLess && isStored && /已|累计|[消损]耗|实际|至.*[末底月日]|共/.test(two.lead) && one.start < two.start
    ? { plan: one, done: two }
    : undefined
}

const levels =
  /中央|省级|市级|县级|区级|镇级|自筹|配套|上半年|首付|预计|全年(?!预算|计划|目标|任务)|人员|公用|同期|其余/g

/** What is told of one level, or of part of the year, is not held against another. */
function areOfLevels({ plan, done }: Sides): boolean {
  const [one, two] = [plan, done].map((each) => (ownClause(each).match(levels) ?? []).join())
  return one !== two
}

/** What is left is less than there was to be, what is too much more. */
function isThatWay(result: Mention, { plan, done }: Sides): boolean {
  const way = wayOf(result)
  const isMore = baseValue(done.figure.quantity).gt(baseValue(plan.figure.quantity))
  return way === 0 || isMore === way > 0
}

/** One is of the time before, or each of a year of its own. */
function areOfTwoTimes(one: string, two: string): boolean {
  const [left, right] = [one, two].map((each) => /20\d\d年/.exec(each)?.[0])
  return earlier.test(one) !== earlier.test(two) || (left !== undefined && right !== undefined && left !== right)
}

function sharesName(subject: string, { lead }: Mention): boolean {
  for (let from = 0; from + 2 <= subject.length; from++) if (lead.includes(subject.slice(from, from + 2))) return true
  return false
}

/** Whether something was read of it that stands, or of it and one of the two. */
function isRead(told: readonly Claim[], result: Mention, { plan, done }: Sides): boolean {
  return told.some(({ form }) => {
    const ids =
      form.is === 'difference'
        ? [form.result, form.minuend, form.subtrahend].map(({ figure }) => figure.id)
        : form.is === 'sum'
          ? [form.total, ...form.parts].map(({ figure }) => figure.id)
          : form.is === 'balance'
            ? [...form.left, ...form.right].map(({ figure }) => figure.id)
            : form.is === 'change' && form.delta && form.base
              ? [form.current, form.base, form.delta].map(({ figure }) => figure.id)
              : []
    return ids.includes(result.figure.id) && ![plan, done].every(({ figure }) => ids.includes(figure.id))
  })
}

function claimOf(sentence: Sentence, result: Mention, { plan, done }: Sides): Claim {
  const [minuend, subtrahend] = [plan, done].toSorted((one, two) =>
    baseValue(two.figure.quantity).cmp(baseValue(one.figure.quantity)),
  )
  const certain = fits({ plan, done }, result)
  const all = [result, plan, done].filter(({ figure }) => figure.place.block === sentence.block)
  return {
    rule: result.figure.quantity.unit.kind === 'points' ? 'difference.points' : 'difference.amounts',
    form: { is: 'difference', result: termOf(result), minuend: termOf(minuend!), subtrahend: termOf(subtrahend!) },
    certain,
    ...(certain ? {} : { because: '相差的是哪两个数按上下文判断', firm: true as const }),
    quote: quoteOf(sentence, Math.min(...all.map(({ start }) => start)), Math.max(...all.map(({ end }) => end))),
  }
}
