import { onceFor } from '#domain/once-for.ts'
import type { Mention } from '../text/sentences.ts'
import { clauseOf } from '../rates/rate-pairs.ts'

/** What is paid or done so often besides: each day, month, quarter, term, week, time. */
export type Every = '天' | '月' | '季' | '学期' | '周' | '次'

/**
 * A number that is told for one of something.
 *
 * per     what it is for one of: 人 of 「每人每月」; '' where only 「单价」 is said; undefined where it is for a stretch of time alone
 * every   and how often: 月 of 「每人每月」
 * mean    it is a mean: 「人均」「平均每」
 * name    the words before it, without what makes it a price: 「宣传手册印制」 of 「宣传手册印制单价」
 */
export type UnitPrice = {
  readonly mention: Mention
  readonly per: string | undefined
  readonly every: Every | undefined
  readonly mean: boolean
  readonly name: string
}

const measures =
  '学期|学年|季度|工作日|自然月|平方米|立方米|千瓦时|公里|公斤|千米|延米|课时|学时|工日|标段|批次|人次|户次|家次|件次|场次|车次|台次|剂次|人天|人日'
const thing = `(?:${measures}|[个一](?:${measures}|\\p{Script=Han}{1,3}?)|\\p{Script=Han})`
const often = '(?:个?(?:工作日|学期|学年|季度|自然月)|[天日月季周年次期场轮班餐])'
const noun = '(?:(?!每)[\\p{Script=Han}“”、]){0,12}?'
const told = '(?:分别|依次|标准|单价|价格|金额|费用|成本|经费|定额|约|为|是|达到?|计|按|可|在|的|：|\\s)*$'
/** 「每岗月补助」「每人月均」 */
const briefly = '([月日])(?=均|补|工资|薪|津贴|租|标准|报酬|发|领|支)'
/** 「每人每月」「每名教师每年」「平均每期」「每平方米养护成本为」 */
const eachThen = new RegExp(`(平均)?每(${thing})(?:${briefly}|${noun}(?:每(${often}))?)${noun}${told}`, 'u')
/** 「每天每人」「每月每户」 */
const oftenEach = new RegExp(`每(${often})每(${thing})${noun}${told}`, 'u')
/** 「人均」「户均每月」「人均月工资」「年人均」「吨均」 */
const meanOf = new RegExp(
  `([年月日季]?)(?<![平学]|学期)([人户村亩车生件案家笔次宗场台批所园校社班期栋项吨床座处店企站点队])均(?!衡|匀|等|为|有|可|已|在|达|由|从|按|未|不)(?:每?(学期|[年月日天季次周])(?!度|产))?均?${noun}${told}`,
  'u',
)
/** 「单座投资」「单个水样检测费」 */
const single = new RegExp(
  `(平均)?单(个\\p{Script=Han}{1,3}?|[台套座件株辆栋处口盏张人户村次批场期亩吨头只块])${noun}${told}`,
  'u',
)
/** 「吨水处理成本」「公里造价」 */
const measured =
  /(?:^|\p{Script=Han})(吨|公里|平方米|立方米|亩)\p{Script=Han}{0,5}(?:成本|造价|单价|均价|投资|费)(?:约|为|是)*$/u
/** 「人月单价」 */
const manMonth = /人([月天日])(?:综合|服务)*(?:单价|费用|标准|价格|成本)(?:约|为|是)*$/
/** 「日租金」「月工资」: for one of what is told right before. */
const timely =
  /(?:^|[^\p{Script=Han}均]|[^均上本当每])(?<!\d)([日月])(?:租金|工资|薪酬|薪资|报酬|津贴|劳务费|租费|单价)(?:标准|均|分别|依次|约|为|是|：)*$/u
const bare = /(?:单价|均价|单位价格|价格|售价)(?:均|分别|依次|约|为|是|：)*$/
const limits =
  /超过|不高于|不低于|低于|高于|以内|控制在|限价|上限|下限|最[高低多少]|不少于|同比|上年|去年|目标|计划(?:每|[人户亩]均|单)|[比较](?!例|重)/
/** 「4.80元/平方米」「670元/人·月」「30元每人每天」 */
const behind =
  /^(?:[/／]|每)(平方米|立方米|千瓦时|公里|公斤|人次|批次|[\p{Script=Han}])(?:[/／·•.]|每)?(学期|季度|[天日月年季次周])?/u
const times: Readonly<Record<string, Every>> = {
  天: '天',
  日: '天',
  工作日: '天',
  月: '月',
  自然月: '月',
  季: '季',
  季度: '季',
  学期: '学期',
  周: '周',
  次: '次',
  期: '次',
  场: '次',
  轮: '次',
  班: '次',
  餐: '次',
}
const priced = /^(?:money|count|area|weight|length)$/

/** What a number is told for one of; undefined where it is none, a limit, or what it was. */
export const unitPriceOf = onceFor((mention: Mention): UnitPrice | undefined => {
  const { unit, looseness } = mention.figure.quantity
  if (!priced.test(unit.kind) || looseness !== 'exact') return undefined
  const clause = clauseOf(mention)
    .replace(/^.*[（(：:]/u, '')
    .trim()
  // 「21.6万元/千平方米」: for a thousand of them.
  if (/^[/／]\s?[十百千万]/.test(mention.after)) return undefined
  if (limits.test(clause) || /^(?:以上|以下|以内|的?(?:上限|标准以内))/.test(mention.after)) return undefined
  const found = readBefore(clause) ?? (unit.kind === 'money' ? readBehind(mention) : undefined)
  return found && { mention, ...found }
})

type Read = Omit<UnitPrice, 'mention'>

function readBefore(clause: string): Read | undefined {
  const often = oftenEach.exec(clause)
  if (often) return read(clause, often.index, often[2]!, often[1], false)
  const [each, mean] = [eachThen.exec(clause), meanOf.exec(clause)]
  if (each && !(mean && mean.index < each.index))
    return read(clause, each.index, each[2]!, each[3] ?? each[4], each[1] !== undefined)
  if (mean) return read(clause, mean.index, mean[2]!, mean[3] ?? mean[1], true)
  const month = manMonth.exec(clause)
  if (month) return read(clause, month.index, '人', month[1], false)
  const one = single.exec(clause)
  if (one) return read(clause, one.index, one[2]!, undefined, one[1] !== undefined)
  const measure = measured.exec(clause)
  if (measure) return read(clause, measure.index, measure[1]!, undefined, true)
  const time = timely.exec(clause)
  if (time) return { per: '', every: times[time[1]!], mean: false, name: clause.slice(0, time.index) }
  const last = bare.exec(clause)
  return last ? { per: '', every: undefined, mean: /均/.test(last[0]), name: clause.slice(0, last.index) } : undefined
}

function readBehind({ after }: Mention): Read | undefined {
  const found = behind.exec(after)
  return found ? read('', 0, found[1]!, found[2], false) : undefined
}

/** 「月租金每平方米45元」 */
const monthly =
  /(?:^|[^\p{Script=Han}均]|[^均上本当每])(?<!\d)([日月])(?:租金|工资|薪酬|报酬|津贴|劳务费|租费|租赁费|服务费|物业费|管理费)(?:标准)?$/u

function read(clause: string, at: number, thing: string, often: string | undefined, mean: boolean): Read {
  const per = thing.replace(/^[个一](?=.)/, '')
  const every = times[often?.replace(/^个/, '') ?? monthly.exec(clause.slice(0, at))?.[1] ?? '']
  // 「每月2.3万元」 is for a stretch of time alone.
  if (times[per] !== undefined && /^(?:天|日|月|季|季度|学期|工作日|自然月|周)$/.test(per))
    return { per: undefined, every: times[per], mean, name: clause.slice(0, at) }
  return { per, every, mean, name: clause.slice(0, at) }
}
