import { fitsRatio } from '#domain/arithmetic.ts'
import type { Claim } from '#domain/claim.ts'
import { baseValue, intervalOf } from '#domain/quantity.ts'
import { roleOf } from './mention-role.ts'
import type { Mention, Sentence } from './sentences.ts'
import { quoteOf, sameKind, termOf } from './terms.ts'

type Pair = { readonly numerator: Mention; readonly denominator: Mention }

/**
 * Rates with their two terms (P02, P06, P07, P11): 「占X的P%」「完成年初预算的P%」「解决率P%」.
 *
 * earlier   the mentions of the same part that stand before this sentence, nearest last
 */
export function rates(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  return sentence.mentions.flatMap((mention, at) => {
    const role = roleOf(mention)
    if (role !== 'share' && role !== 'ratio' && !/[=＝]\s*$/.test(mention.lead)) return []
    const here = sentence.mentions.slice(0, at)
    const stated = formulaClaim(sentence, mention, here)
    const claim =
      stated ??
      (role === 'share' ? shareClaim(sentence, mention, here, earlier) : ratioClaim(sentence, mention, here, earlier))
    return claim ? [claim] : []
  })
}

/** A formula written out: 「在职人员数54人/编制数58人×100%=93.10%」. */
function formulaClaim(sentence: Sentence, rate: Mention, here: readonly Mention[]): Claim | undefined {
  if (!/[=＝]\s*$/.test(rate.lead) || rate.figure.quantity.unit.kind !== 'share') return undefined
  const terms = here.filter((each) => !(each.figure.printed === '100' && /[×xX*＊]\s*$/.test(each.lead)))
  const denominator = terms.at(-1)
  const numerator = terms.at(-2)
  if (
    !numerator ||
    !denominator ||
    !/^[^，。；=＝]{0,4}[/÷／]/.test(numerator.after) ||
    !sameKind(numerator, denominator)
  )
    return undefined
  return ratio(sentence, rate, { numerator, denominator }, 'rate.of-two-counts', true)
}

function shareClaim(
  sentence: Sentence,
  rate: Mention,
  here: readonly Mention[],
  earlier: readonly Mention[],
): Claim | undefined {
  const numerator = here.findLast((each) => isAmount(each))
  if (!numerator || (/[。；;]/.test(rate.lead) && here.indexOf(numerator) !== here.length - 1)) return undefined
  const named =
    /占(?:了|到|全部|整个)?[“”"‘’「」]*(.*?)(?:的)?(?:比例|比重|比)?(?:为|达到|达|约|近|超过)*$/.exec(
      rate.lead
        .split(/[，,；;]/)
        .at(-1)
        ?.replace(/[“”"‘’「」]/g, '') ?? '',
    )?.[1] ?? ''
  const before = [...earlier.slice(-12), ...here].filter(
    (each) => each !== numerator && sameKind(each, numerator) && isAmount(each),
  )
  const byName = named.length >= 2 ? before.filter((each) => alike(each.label, named)) : []
  const denominators = byName.length > 0 ? byName : before
  const fitting = denominators.findLast((each) => fitsRate(rate, { numerator, denominator: each }))
  if (fitting) return ratio(sentence, rate, { numerator, denominator: fitting }, 'rate.share', true)
  const voted = [...earlier.slice(-60), ...here].findLast(
    (each) => each !== numerator && isAmount(each) && sameKind(each, numerator) && agreesWithSeries(sentence, each),
  )
  if (voted) return ratio(sentence, rate, { numerator, denominator: voted }, 'rate.share', true)
  const values = new Set(byName.map((each) => each.figure.printed))
  if (byName.length > 0)
    return ratio(
      sentence,
      rate,
      { numerator, denominator: byName.at(-1)! },
      'rate.share',
      values.size === 1 && here.includes(byName.at(-1)!),
    )
  const total = here.find(
    (each) =>
      each !== numerator && sameKind(each, numerator) && isAmount(each) && /其中|包括|：|:|分别/.test(each.after),
  )
  if (total)
    return ratio(
      sentence,
      rate,
      { numerator, denominator: total },
      'rate.share',
      /^(?:总|比|$)|支出|收入|预算|资金|全/.test(named) || named === '',
    )
  return undefined
}

/** Whether most of the sentence's other shares are shares of this amount. */
function agreesWithSeries(sentence: Sentence, denominator: Mention): boolean {
  const pairs = sentence.mentions.flatMap((rate, at) => {
    const numerator = sentence.mentions.slice(0, at).findLast(isAmount)
    return roleOf(rate) === 'share' && numerator && numerator !== denominator && sameKind(numerator, denominator)
      ? [{ rate, numerator }]
      : []
  })
  const fitting = pairs.filter(({ rate, numerator }) => fitsRate(rate, { numerator, denominator })).length
  return fitting >= 2 && fitting * 2 > pairs.length
}

/** Words a rate's numerator is told by: the stem of the rate, or what carries a budget out. */
const stems: [RegExp, RegExp][] = [
  [/执行|完成|支付|支出|使用|进度/, /支出|执行|决算|完成|支付|拨付|使用|实际|报账|列支/],
  [/到位/, /到位|拨付|下达|实际/],
  [/解决/, /解决/],
  [/结案|办结|结/, /结/],
  [/满意/, /满意/],
  [/回复|答复/, /回复|答复/],
  [/合格|达标|优良/, /合格|达标|优良/],
  [/及时|按时/, /及时|按时/],
  [/覆盖/, /覆盖/],
  [/发放|兑付/, /发放|兑付|发/],
  [/采纳|采用/, /采纳|采用/],
  [/控制/, /实际|在职|实有/],
  [/整改/, /整改/],
  [/参/, /参/],
  [/化解|处置|处理|查处/, /化解|处置|处理|查处/],
  [/建成|竣工|开工|落地|履约|投产/, /建成|竣工|开工|落地|履约|投产/],
]

/** The word of a rate (有效率 → 有效), by which its numerator is told where no known stem does it. */
function ownStem(clause: string): RegExp | undefined {
  const word = /([\p{Script=Han}]{2})(?:率|度)(?:为|达到|达|约|是|[:：\s])*$/u.exec(clause)?.[1]
  return word && !/比例|增长|变动|控制|合计|利|汇|费|税/.test(word) ? new RegExp(`${word}|实${word[1]}`) : undefined
}

function ratioClaim(
  sentence: Sentence,
  rate: Mention,
  here: readonly Mention[],
  earlier: readonly Mention[],
): Claim | undefined {
  const clause = rate.lead.split(/[，,；;]/).at(-1) ?? ''
  const known = stems.find(([word]) => word.test(clause))?.[1]
  const stem = known ?? ownStem(clause)
  if (!stem) return undefined
  const planned = plannedPair(sentence, here, clause)
  if (planned) return ratio(sentence, rate, planned, 'rate.of-two-counts', true)
  const fromHere = here.filter(isAmount)
  const money = /执行|完成|支付|支出|到位|预算/.test(clause)
  const pool = money ? [...earlier.slice(-6).filter(isAmount), ...fromHere] : fromHere.slice(-4)
  const final = finalBudgetPair(fromHere, clause)
  if (final)
    return ratio(
      sentence,
      rate,
      final,
      'I28',
      true,
      pool.filter((each) => each !== final.numerator && each !== final.denominator),
    )
  const fits = (list: readonly Mention[]) =>
    pairsOf(list).find(
      (pair) => fitsRate(rate, pair) && (stem.test(pair.numerator.lead) || stem.test(pair.numerator.after)),
    )
  const rivals = (pair: Pair) => pool.filter((each) => each !== pair.numerator && each !== pair.denominator)
  // Loose numbers (余, 近) fit almost any rate: they may only be bound by the wording.
  const exact = (list: readonly Mention[]) => list.filter((each) => each.figure.quantity.looseness === 'exact')
  const tight = tightPair(fromHere, clause, stem)
  if (tight && fitsRate(rate, tight)) return ratio(sentence, rate, tight, 'rate.of-two-counts', true)
  const near = fits(exact(fromHere.slice(-4)))
  if (near) return ratio(sentence, rate, near, 'rate.of-two-counts', true)
  if (tight)
    return ratio(
      sentence,
      rate,
      tight,
      'rate.of-two-counts',
      fromHere.length <= 3 && known !== undefined,
      rivals(tight),
    )
  const fitting = fits(exact(pool))
  if (fitting) return ratio(sentence, rate, fitting, 'rate.of-two-counts', true)
  const far = money
    ? (tightPair(pool.filter(isFunding).slice(-4), clause, stem) ?? farPair(fromHere, earlier, stem))
    : undefined
  return far && ratio(sentence, rate, far, 'rate.of-two-counts', false, rivals(far))
}

/** 「完成计划任务的101.71%，计划任务为35公里」: the planned number may stand on either side of the rate. */
function plannedPair(sentence: Sentence, here: readonly Mention[], clause: string): Pair | undefined {
  if (!/完成(?:了)?(?:全年|年度|年初)?(?:计划|目标|任务)(?:任务|目标|数)?的$/.test(clause)) return undefined
  const numerator = here.findLast(isAmount)
  const others = sentence.mentions.filter(
    (each) => each !== numerator && numerator && sameKind(each, numerator) && /计划|目标|任务/.test(each.lead),
  )
  return numerator && others.length === 1 ? { numerator, denominator: others[0]! } : undefined
}

/**
 * A rate of money whose budget stands further up: the first amount of an earlier sentence that tells what was received
 * or arranged, where only one such amount is larger than what was spent.
 */
function farPair(here: readonly Mention[], earlier: readonly Mention[], stem: RegExp): Pair | undefined {
  const numerator = here.findLast((each) => stem.test(each.lead) && each.figure.quantity.unit.kind === 'money')
  if (!numerator) return undefined
  const spent = baseValue(numerator.figure.quantity)
  const received = earlier.filter(
    (each) =>
      /收到|下达|到位|安排|预算总额|资金总额|总投资/.test(each.lead) && sameKind(each, numerator) && each.depth === 0,
  )
  const firsts = received.filter((each) => baseValue(each.figure.quantity).gte(spent) && !/其中|、/.test(each.lead))
  const distinct = new Set(firsts.map((each) => each.figure.printed))
  return distinct.size === 1 ? { numerator, denominator: firsts[0]! } : undefined
}

/** An amount that is told to be arranged, arrived or spent, not one of a list of accounts. */
function isFunding(mention: Mention): boolean {
  return /安排|到位|下达|预算|实际|总共|共支出|使用|拨付|支付|投入/.test(mention.lead) && !/2\d{6}/.test(mention.lead)
}

/**
 * Where a sentence states both the initial and the final budget, the execution rate is over the final one
 * (财预〔2020〕10号 self-evaluation form): a rate that fits the initial budget is not accepted.
 */
function finalBudgetPair(pool: readonly Mention[], clause: string): Pair | undefined {
  if (!/执行率/.test(clause) || /年初/.test(clause)) return undefined
  const denominator = pool.find((each) => /全年预算|调整后?预算/.test(each.lead))
  const numerator = pool.findLast(
    (each) => each !== denominator && /执行|支出|支付|使用/.test(each.lead.split(/[，,；;]/).at(-1) ?? ''),
  )
  return denominator &&
    numerator &&
    pool.some((each) => /年初预算|年初批复/.test(each.lead)) &&
    sameKind(numerator, denominator)
    ? { numerator, denominator }
    : undefined
}

/** Pairs (numerator after denominator first), nearest first. */
function pairsOf(pool: readonly Mention[]): Pair[] {
  const pairs: Pair[] = []
  for (let top = pool.length - 1; top >= 0; top--)
    for (let bottom = pool.length - 1; bottom >= 0; bottom--)
      if (top !== bottom && sameKind(pool[top]!, pool[bottom]!))
        pairs.push({ numerator: pool[top]!, denominator: pool[bottom]! })
  return pairs
}

/** The pair that the wording itself names: the last number with the stem, over the one the clause names or the one before it. */
function tightPair(pool: readonly Mention[], clause: string, stem: RegExp): Pair | undefined {
  const numerator = pool.findLast((each) => stem.test(each.lead.split(/[。；;]/).at(-1) ?? ''))
  if (!numerator) return undefined
  const others = pool.filter((each) => each !== numerator && sameKind(each, numerator) && each.depth <= numerator.depth)
  const wanted = /年初/.test(clause) ? /年初|批复|安排|预算/ : /全年|调整/.test(clause) ? /全年|调整/ : undefined
  const named = wanted ? others.filter((each) => wanted.test(each.lead)) : others
  const before = named.filter(
    (each) => each.start < numerator.start || each.figure.place.block < numerator.figure.place.block,
  )
  const denominator =
    before.at(-1) ?? (/控制率/.test(clause) ? named.find((each) => /预算|安排|批复|编制/.test(each.lead)) : undefined)
  return denominator ? { numerator, denominator } : undefined
}

function fitsRate(rate: Mention, pair: Pair): boolean {
  return fitsRatio(
    rate.figure.quantity,
    intervalOf(pair.numerator.figure.quantity),
    intervalOf(pair.denominator.figure.quantity),
  )
}

function isAmount(mention: Mention): boolean {
  const role = roleOf(mention)
  return role === 'plain' || role === 'risen'
}

function alike(label: string, name: string): boolean {
  const bare = name.replace(/的|总额|总量|总数|合计/g, '')
  if (/^(?:本年|当年|年度|全年|总|项目|部门)*(?:支出|收入|预算|资金|经费|决算)$/.test(bare)) {
    return (
      /^(?:20\d\d年?|年度|年|本年|当年|全年|总|部门|财政拨款|合计|总计|\s)*(?:支出|收入|预算|资金|经费|决算)(?:合计|总计|总额)?$/.test(
        label,
      ) && label.includes(bare.slice(-2))
    )
  }
  return (
    bare.length >= 2 && (label.endsWith(bare) || label.includes(name) || (label.length >= 3 && bare.endsWith(label)))
  )
}

function ratio(
  sentence: Sentence,
  rate: Mention,
  pair: Pair,
  rule: string,
  certain: boolean,
  rivals: readonly Mention[] = [],
): Claim {
  return {
    rule,
    form: {
      is: 'ratio',
      rate: termOf(rate),
      numerator: termOf(pair.numerator),
      denominator: termOf(pair.denominator),
      rivals: rivals.map(termOf),
    },
    certain,
    ...(certain ? {} : { because: '比率的分子、分母按上下文判断' }),
    quote: quoteOf(sentence, rate.start, rate.end),
  }
}
