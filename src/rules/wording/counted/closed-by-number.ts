import { allMatches } from '#domain/all-matches.ts'
import type { Verdict } from '../../rule.ts'
import { type Line, evidenceAt, linesCued } from '../paragraphs.ts'
import { numeralValue } from './chinese-numeral.ts'
import { miscounted } from './miscounted.ts'

const number = '([一二两三四五六七八九十]{1,2}|\\d{1,2})'
const cue = /[一二两三四五六七八九十\d](?:个|家|项|部|份|件|条|所)/g
/** 「《甲办法》《乙细则》《丙方案》3项制度」. */
const papers = new RegExp(
  `((?:《[^《》]{2,40}》[、，和及与]?(?:以及)?){2,})(等|共)?${number}(?:项|个|部|份|件|则)(?:[\\p{Script=Han}]{0,4})(?:制度|办法|文件|方案|规定|细则|规范|标准|条例|法规|通知|意见)`,
  'gu',
)
/** 「有甲局、乙局、丙局和县里的2个乡镇政府，合计6家」. */
const offices = new RegExp(
  `(?:有|为|是|包括|[：:])((?:[\\p{Script=Han}]{2,16}、)+[^，,。；;：:（(]{2,40})[，,](?:合计|共计|共有?|总计)${number}(?:家|个|所)(?!月|百分|工作日|小时)`,
  'gu',
)
/** 「县交通局、县财政局、县审计局3个部门」. */
const departments = new RegExp(
  `((?:[\\p{Script=Han}]{2,12}、)+[\\p{Script=Han}]{2,12}?)(等|共)?${number}(?:个|家)(?:职能|成员|县直|市直|相关|主管|责任)?部门`,
  'gu',
)
/** 「核酸提取仪、荧光定量PCR仪、生物安全柜3类设备」「甲指标、乙指标、丙指标共3项指标」: kinds are what is listed right before them. */
const kindsListed = new RegExp(
  `((?:[\\p{Script=Han}A-Za-z]{2,16}、){2,}[\\p{Script=Han}A-Za-z]{2,16}?)(?:共计?|合计)?${number}(类|种|项)(?!以上|合计|共|支出|资金|收入)[\\p{Script=Han}]{2,6}`,
  'gu',
)
/** 「分3个标段实施，一标段…，二标段…，三标段…」. */
const sections = new RegExp(`分(?:为|成)?${number}个(标段|批次|阶段|批|期)(?=[\\p{Script=Han}]{0,6}[，,：:；;])`, 'gu')
const ordinals = '一二三四五六七八九十'
const office =
  /(?:局|委|委员会|办|办公室|厅|部|院|所|站|中心|队|政府|公司|银行|学校|小学|中学|大学|社|协会|联合会|镇|乡|街道|社区|村|工程|项目|集团|企业|合作社)$/

/** Lists that a number closes, or sections that it announces and that are numbered themselves (I76). */
export function closedByNumber(lines: readonly Line[]): Verdict[] {
  return linesCued(lines, cue).flatMap((line) => [
    ...titled(line),
    ...told(line, offices),
    ...told(line, departments),
    ...kinds(line),
    ...sectioned(line),
  ])
}

function titled(line: Line): Verdict[] {
  return allMatches(line.text, papers).flatMap((match) => {
    const [whole, list, open, count] = match
    const listed = (list!.match(/《/g) ?? []).length
    return judged(line, [match.index, match.index + whole.length], count!, listed, open === '等')
  })
}

/** Names of offices, of which one may count several: 「2个乡镇政府」. */
function told(line: Line, pattern: RegExp): Verdict[] {
  return allMatches(line.text, pattern).flatMap((match) => {
    const [whole, list] = match
    const [open, count] = match.length > 3 ? [match[2], match[3]] : [undefined, match[2]]
    const names = list!.split(/、|和|以及|及|与/).map((name) => name.trim())
    if (names.length < 3 || !names.every((name) => office.test(name))) return []
    const listed = names.reduce((all, name) => all + counted(name), 0)
    // A name may itself hold 和: 「市场和质量监督局」.
    const atLeast = list!.split('、').length
    const said = numeralValue(count!)
    if (said !== undefined && said >= atLeast && said < listed && !/\d/.test(list!)) return [{ outcome: 'holds' }]
    return judged(line, [match.index, match.index + whole.length], count!, listed, open === '等')
  })
}

/** One more or less than there are, and none of them open: what lies farther counts something else. */
function kinds(line: Line): Verdict[] {
  return allMatches(line.text, kindsListed).flatMap((match) => {
    const [whole, list, count, measure] = match
    const before = line.text.slice(0, match.index)
    if (/[、）)”》]$/.test(before) || /等|其中|主要|\d/.test(list!)) return []
    const said = numeralValue(count!)
    const listed = list!.split('、').length
    const most = listed + (list!.match(/和|及|与/g) ?? []).length
    if (said === undefined || said < listed - 1 || said > most + 1) return []
    if (said >= listed && said <= most) return [{ outcome: 'holds' }]
    const message = `写明${said}${measure}，实际列出${listed}${measure}，请核对`
    const evidence = [evidenceAt(line, match.index, match.index + whole.length)]
    return [miscounted({ said, count: listed, unit: measure! }, message, evidence)]
  })
}

function counted(name: string): number {
  const told = /(\d{1,2}|[两二三四五六七八九十])(?:个|家|所)[\p{Script=Han}]{2,}$/u.exec(name)?.[1]
  return (told && numeralValue(told)) || 1
}

function sectioned(line: Line): Verdict[] {
  return allMatches(line.text, sections).flatMap((match) => {
    const [whole, count, kind] = match
    const end = match.index + whole.length
    const rest = line.text.slice(end).split('。')[0]!
    const found = new Set(
      allMatches(rest, new RegExp(`第?([${ordinals}])${kind}`, 'g')).map(([, each]) => ordinals.indexOf(each!) + 1),
    )
    const last = Math.max(0, ...found)
    // Told one after the other without a gap.
    if (found.size < 2 || last !== found.size || /等|其余|其他/.test(rest)) return []
    return judged(line, [match.index, end], count!, last, false)
  })
}

/** isOpen: 等 stands between them, so that there may be more. */
function judged(
  line: Line,
  [start, end]: readonly [number, number],
  count: string,
  listed: number,
  isOpen: boolean,
): Verdict[] {
  const said = numeralValue(count)
  if (said === undefined || (isOpen && said > listed)) return []
  if (said === listed) return [{ outcome: 'holds' }]
  const message = `写明${said}个，实际列出${listed}个，请核对`
  return [miscounted({ said, count: listed, unit: '个' }, message, [evidenceAt(line, start, end)])]
}
