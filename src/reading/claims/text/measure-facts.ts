import { allMatches } from '#domain/all-matches.ts'
import { afterLast } from '#domain/clauses.ts'
import type { Part } from '#domain/document.ts'
import type { Fact, Phase } from '#domain/fact.ts'
import type { Measure } from '#domain/knowledge.ts'
import { onceFor } from '#domain/once-for.ts'
import { isFullMark } from '../rates/full-marks.ts'
import { roleOf } from './mention-role.ts'
import type { Mention, Sentence } from './sentences.ts'

/** Which measure a label names, and whether it names nothing else beside it. */
type Named = { readonly measure: Measure; readonly bare: boolean }

const qualifiers =
  /^(?:20\d\d年度?|本年度?|当年|全年|年初|年末|年底|年中|预算|批复|安排|实际|决算|执行|完成|支出|收入|财政拨款|财政|一般公共预算|一般公共|部门|本部门|单位|本单位|我[办局委院镇乡校队县]|县|市|区|总|合计|其中|机关|核定|数|共|的|用于|为|年|度|资金|现有|现|经自评|该项目|该|此|经|本项目|项目|经综合评价|综合|总体|整体)*$/

/** The facts that a sentence states about known measures: label, phase and year all printed. */
export function factsIn(sentence: Sentence, part: Part, measures: readonly Measure[]): Fact[] {
  if (otherScope.test(sentence.text)) return []
  let whole: Fact | undefined
  return sentence.mentions.flatMap((mention) => {
    const role = roleOf(mention)
    if (role !== 'plain' && role !== 'ratio' && role !== 'risen') return []
    const named = measureOf(mention, measures)
    if (!named || !allowed(named.measure, part) || (named.measure.unit === 'score' && !named.bare)) return []
    if (named.measure.unit === 'score' && isFullMark(mention)) return []
    if (isLocal(sentence, mention, named.measure) || isOfOneSource(mention, named)) return []
    if (isOfFund(sentence, mention, named.measure)) return []
    if (named.measure.id.startsWith('staff.') && isComingOrGoing(sentence, mention)) return []
    const clause = clauseOf(sentence, mention)
    const said = phaseOf(named.measure, clause)
    const phase = said === 'none' && whole && isPartOf(named.measure, whole, sentence, mention) ? whole.phase : said
    const year = yearOf(clause, part)
    const certain = named.bare && mention.depth === 0 && (phase !== 'none' || named.measure.unit !== 'money')
    const fact: Fact = {
      measure: named.measure.id,
      entity: part.project ?? '',
      ...(year ? { year } : {}),
      phase,
      figure: mention.figure,
      from: 'sentence',
      certain,
    }
    if (said !== 'none') whole = fact
    else if (fact.measure === 'spending.basic' && allYear.test(clause)) whole = { ...fact, phase: 'actual' }
    const isAllOriginal = fact.measure === 'revenue.total' && allOriginal.test(mention.after)
    return isAllOriginal ? [fact, { ...fact, measure: 'fund.total', phase: 'original' }] : [fact]
  })
}

/** 「财政收入767.40万元，全部为年初预算」 says what the original budget was as well. */
const allOriginal = /^[，,]?(?:全部|均|都)(?:为|是)年初(?:批复)?预算/

/** 「三公经费年初预算16.56万元，其中：公务接待费11.55万元」: what 其中 lists of one family is of its whole's phase. */
function isPartOf(measure: Measure, whole: Fact, sentence: Sentence, mention: Mention): boolean {
  const [family, kind] = whole.measure.split('.')
  const isOfBasic = whole.measure === 'spending.basic' && ofBasic.has(measure.id)
  if (!isOfBasic && (kind !== 'total' || !measure.id.startsWith(`${family}.`))) return false
  const between = sentence.text.slice(whole.figure.place.start - sentence.start, mention.start - sentence.start)
  return /其中|[:：]/.test(between) && !/[。；;]|实际|决算|预算|上年/.test(between)
}

/** 「全年基本支出306.93万元，其中：商品和服务支出…」: what is listed was spent. */
const allYear = /全年基本支出(?:为|共)?$/
/** What basic spending is made of, by economic class. */
const ofBasic: ReadonlySet<string> = new Set([
  'spending.wages',
  'spending.goods',
  'spending.subsidies',
  'spending.capital',
])

const ofProject = /^(?:score\.total|execution\.rate|project\.)/
/** 「1.“小型水库维修养护”项目绩效自评综述：」: what follows is of that one of several projects. */
const quotedProject =
  /[“"‘「][^“”"’」]{2,40}[”"’」](?:专项)?(?:项目|资金)?(?:支出)?(?:的)?(?:绩效|自评|评价)|[“"‘「][^“”"’」]{2,40}[”"’」](?:专项)?项目/

/** 「低于95%的项目1个，即…，执行率60.36%」「其中中央资金…执行率100%」: a rate of some of it. */
const ofSome =
  /其中|以下|以上|低于|达到|即|项目[\d（(为]|的项目|[一二三四五六七八九十]是|中央|省级|[市县区]级|基本支出|项目支出/

/** 「部门自评得分97.6分，高出本次评价得分7.1分」 compares two scores. */
const twoScores = /(?:高[出于]|低于|相比|相差)[^，。]{0,8}(?:评价|自评|复核)?得?分/

/** A rate beside its own amounts is of those amounts, and a score beside its full mark of that indicator. */
function isLocal(sentence: Sentence, mention: Mention, measure: Measure): boolean {
  if (ofProject.test(measure.id) && quotedProject.test(sentence.paragraph.text.slice(0, mention.start))) return true
  if (measure.id === 'score.total')
    return (
      twoScores.test(sentence.text) ||
      /分别/.test(mention.lead) ||
      /指标(?!体系)|分值|满分/.test(sentence.text.slice(0, mention.start - sentence.start)) ||
      /^[，,]?[（(]?(?:满分|分值)(?:为|是)?(?!100)/.test(mention.after)
    )
  if (measure.id !== 'execution.rate') return false
  const before = sentence.text.slice(0, mention.start - sentence.start)
  if (
    /^的(?:有|项目|共|\d)/.test(mention.after) ||
    ofSome.test(before) ||
    (sentence.text.match(/执行率|完成率/g) ?? []).length > 1
  )
    return true
  return (
    sentence.mentions.filter((each) => each.start < mention.start && each.figure.quantity.unit.kind === 'money')
      .length >= 2
  )
}

/** 「当年退休6人、新进5人」「在职人员减少3人（退休4人，招录1人）」 are those who left in the year, not those who are. */
function isComingOrGoing({ text, start }: Sentence, mention: Mention): boolean {
  if (/当年|本年|年内|新增|净增|净减/.test(mention.label)) return true
  return /(?:增加|减少|净增|净减)[^（(），,]{0,10}[（(][^（()）]*$/.test(text.slice(0, mention.start - start))
}

/** What was spent of one source is not what was spent; a rate of something named is not the department's. */
function isOfOneSource({ label, lead }: Mention, { measure, bare }: Named): boolean {
  if (measure.id === 'execution.rate') return !bare
  if (measure.id === 'project.arranged' && /中央|自治区|省级|[市州县区]级|本级|自筹/.test(label)) return true
  if (measure.id === 'staff.quota' && /另(?:核定|有)[^，。；]*$/.test(lead)) return true
  if (measure.id === 'adjustment.total' && /项目|基本/.test(label)) return true
  // 总计 counts what was carried over, too.
  if (measure.id === 'revenue.appropriation' && /总计/.test(lead)) return true
  return /^(?:spending|revenue)\.total$/.test(measure.id) && /财政拨款|公共预算|基金|国有资本/.test(label)
}

/** 「与上表口径不同」「不在上述执行率口径之内」: the number is said to be of something else. */
const otherScope = /口径(?:不同|不一|有别|有差异)|不在[^，。；]{0,10}口径/

/** 「政府性基金预算财政拨款年初结转和结余215万元，本年收入1252万元」: what a sentence tells of one budget is of that alone. */
function isOfFund({ text, start }: Sentence, mention: Mention, measure: Measure): boolean {
  const before = text.slice(0, mention.start - start)
  if (/^(?:spending|revenue)\.total$/.test(measure.id) && ofAppropriation.test(before)) return true
  return (
    /^(?:spending|revenue|carry|fund|surplus)/.test(measure.id) &&
    !/government-managed|state-capital/.test(measure.id) &&
    /^[^，。；]{0,12}(?:政府性基金|国有资本经营|社会保险基金)预算/.test(before)
  )
}
/** 「财政拨款本年收入2334万元，本年支出2237万元」: both are of that money, not of all. */
const ofAppropriation = /^(?:20\d\d年度?|本?年度?)?财政拨款本年(?:收入|支出)[^。；]*$/

/** Project amounts are only told apart in a project's own report. */
function allowed(measure: Measure, part: Part): boolean {
  const ofProject = measure.id.startsWith('project.')
  return part.kind === 'project-report'
    ? ofProject || measure.id === 'score.total' || measure.id === 'execution.rate'
    : !ofProject
}

function measureOf(mention: Mention, measures: readonly Measure[]): Named | undefined {
  const label = mention.label.replace(/[（）()“”"\s]/g, '')
  if (label.length < 2) return undefined
  const best = aliasAtEnd(label, aliasesOf(measures), ({ measure }) => fitsUnit(measure, mention))
  if (!best) return undefined
  const at = label.lastIndexOf(best.alias)
  const rest = label.slice(0, at) + label.slice(at + best.alias.length)
  return {
    measure: best.measure,
    bare: qualifiers.test(rest) || (best.measure.id === 'score.total' && wholeScore.test(label)),
  }
}

/** 「某某专项资金绩效评价得分」: whatever stands before it, it is the score of the whole. */
const wholeScore = /(?:资金|项目|支出|工作|整体)绩效(?:自评|评价)(?:总|综合)?(?:得分|总分)$/

/** An alias with its measure; `rank`: its place among all of them, the longest first. */
type Alias = { readonly measure: Measure; readonly alias: string; readonly rank: number }

/** Every alias by its last sign. */
const aliasesOf = onceFor((measures: readonly Measure[]): ReadonlyMap<string, readonly Alias[]> => {
  const ranked = measures
    .flatMap((measure) => measure.aliases.map((alias) => ({ measure, alias })))
    .toSorted((left, right) => right.alias.length - left.alias.length)
    .map((each, rank) => ({ ...each, rank }))
  return Map.groupBy(ranked, ({ alias }) => alias.at(-1) ?? '')
})

const trailing = /^(?:年初|全年|预算|决算|实际|支出|执行|完成|安排|批复|调整|数|资金|总额|为|共|的|金额)*$/
const trailingSigns = new Set('年初全预算决实际支出执行完成安排批复调整数资金总额为共的')

/**
 * The longest alias that ends a label, but for words that say nothing of the measure. Sought from the label's end, where
 * few aliases can stand: there are hundreds of them and a label to every number.
 */
function aliasAtEnd(
  label: string,
  aliases: ReadonlyMap<string, readonly Alias[]>,
  fits: (alias: Alias) => boolean,
): Alias | undefined {
  let best: Alias | undefined
  for (let end = label.length; end > 0 && (end === label.length || trailingSigns.has(label[end]!)); end--) {
    const here = aliases.get(label[end - 1]!)
    if (!here || !trailing.test(label.slice(end))) continue
    for (const each of here) {
      if (best && best.rank <= each.rank) break
      if (label.endsWith(each.alias, end) && label.lastIndexOf(each.alias) + each.alias.length === end && fits(each))
        best = each
    }
  }
  return best
}

function fitsUnit(measure: Measure, mention: Mention): boolean {
  const { kind, name } = mention.figure.quantity.unit
  if (measure.unit === 'count') return kind === 'count' && /^(?:人|名|个|位)$/.test(name)
  return measure.unit === kind
}

/** The words that qualify a mention: from the last number or clause end, back to the sentence's beginning if short. */
function clauseOf(sentence: Sentence, mention: Mention): string {
  const before = sentence.text.slice(0, mention.start - sentence.start)
  return afterLast(before, '，,；;')
}

function phaseOf(measure: Measure, clause: string): Phase {
  if (measure.unit === 'count' || measure.unit === 'score') return 'none'
  if (measure.unit === 'share') return 'none'
  if (measure.id.startsWith('project.')) return 'none'
  if (measure.id === 'adjustment.total') return 'adjustment'
  if (/全年预算|调整后?预算|调整预算/.test(clause)) return 'final'
  if (/年初|批复/.test(clause) || /预算(?:数|安排)?(?:为|是|[:：])?$/.test(clause)) return 'original'
  if (/决算|实际|执行数|支出决算|完成支出|支出合计|支出总计/.test(clause)) return 'actual'
  if (
    (measure.id === 'spending.total' || measure.id.startsWith('revenue.')) &&
    !/预算(?!拨款|财政|收入|支出)/.test(clause)
  )
    return 'actual'
  return 'none'
}

function yearOf(clause: string, part: Part): number | undefined {
  const years = allMatches(clause, /(20\d\d)\s*年/g).map(([, year]) => Number(year))
  if (years.length > 0) return years.at(-1)
  if (!part.year) return undefined
  // 「上年结转」 is money this year has.
  return /(?:上年|去年|上一年)(?!度?(?:财政拨款)?结[转余])/.test(clause) ? part.year - 1 : part.year
}
