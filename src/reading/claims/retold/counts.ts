import type { Part } from '#domain/document.ts'
import type { Fact } from '#domain/fact.ts'
import { onceFor } from '#domain/once-for.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Sentence } from '../text/sentences.ts'

const doing =
  /^(?:全年|今年|本年度?|20\d\d年度?|截至目前|目前|已|共|累计|先后|组织|开展|召开|印发|发布|完成|上报|报送|办理|承办|收集|受理|举办|形成|撰写|起草|规范|实现|推广|归集|发放|处置|建成|新建|落实|推进|督办|下发|出台|参加|协助|做好|给予|解决|为|对|了|的|综合督查|全国|全省|全州|全县|全市|全区|我[县市区办局])+/
const vague =
  /^(?:(?:年初|全年|调整后?|当年|上年|本年|支出|收入|项目|财政拨款|实际|总共|累计|已|资金|预算|决算|执行)*(?:预算|到位|使用|决算|支出|收入|执行|拨款)(?:数|额|合计|总计)?|资金|支出|收入|预算|项目|人员|任务|工作|经费|其他|合计|总计|单位|部门|指标|村|安排|投入|金额|人数|数量)$/

/** 「县水利局11个」 counts something of the office's, 「决算数大于年初预算」 compares. */
const noThing = /(?:局|委|办|院|镇|乡|街道|部门|单位|公司|学校|村|社区|[县市区省州])$|[大小高低多少]于/

/** 「7月份，…；1-7月累计，…」: the same thing over spans of differing length. */
const months = /(?<![\d年])\d{1,2}月份[，,]|(?<!\d)1\s?[-—–~～至]\s?\d{1,2}月/
const tellsMonths = onceFor(({ text }: Sentence['paragraph']): boolean => text.includes('月') && months.test(text))

/** 「2022年全县核定补贴面积…」 beside a report of 2023: a sentence that opens with a year speaks of it. */
const openingYear = /^\s*(20\d\d)年(?:度)?(?![底末初至到起以]|[-—–~～、和与])/

/** 「2021年，全县有…。床位6160张…」: a paragraph that opens so speaks of that year throughout. */
const yearOfAll = /^\s*(20\d\d)年度?[，,]/

/** 「1.政府网站方面。…合格率100%」 and 「2.政务新媒体方面。…合格率95.7%」: a rate is of what its paragraph is about. */
const topicOf = /^\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]+)[)）.．、])?\s*([\p{Script=Han}]{2,14}方面)[。：:，]/u

/**
 * What was done how often (「督查通报39期」): a fact whose measure is the thing counted, so that the same thing
 * counted differently elsewhere shows. Things with names of one character are too general to compare.
 */
export function countsIn(sentence: Sentence, part: Part): Fact[] {
  const { text } = sentence.paragraph
  const year = Number(openingYear.exec(sentence.text)?.[1] ?? yearOfAll.exec(text)?.[1] ?? part.year)
  return sentence.mentions.flatMap((mention) => {
    const { unit } = mention.figure.quantity
    if (unit.kind !== 'count' && unit.kind !== 'money' && unit.kind !== 'share') return []
    if (unit.kind === 'money' && tellsMonths(sentence.paragraph)) return []
    if (unit.kind === 'share' && (part.project !== undefined || /执行|完成|预算|支付|占/.test(mention.lead))) return []
    const role = roleOf(mention)
    if (
      role !== 'plain' &&
      role !== 'risen' &&
      !(unit.kind === 'share' && role === 'ratio' && /率$/.test(mention.label))
    )
      return []
    const thing = mention.label.replace(/[“”"‘’'《》\s]/g, '').replace(doing, '')
    if (thing.length < 2 || thing.endsWith('的') || vague.test(thing) || noThing.test(thing) || /\d/.test(thing))
      return []
    const topic = unit.kind === 'share' ? (topicOf.exec(text)?.[1] ?? '') : ''
    const fact: Fact = {
      measure: `count:${topic}${thing}:${unit.kind === 'money' ? '元' : unit.name}`,
      entity: part.project ?? '',
      ...(year ? { year } : {}),
      phase: 'none',
      figure: mention.figure,
      from: 'sentence',
      certain: false,
    }
    return [fact]
  })
}
