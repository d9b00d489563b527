import type { Rule, Verdict } from '../rule.ts'
import { type Line, evidenceAt, linesOf } from './paragraphs.ts'

const announced =
  /(\d+)(个|家|所|项|类|种|名)([\p{Script=Han}]{0,14}?)(?:[：:]|[，,]?(?:分别为|分别是|即|包括|有)[：:]?)([^。；;：:]+)/gu
const closing =
  /((?:[\p{Script=Han}]{2,8}、){2,}[\p{Script=Han}]{2,8}?)(?:等|共)?(\d+)(个|家|所)(乡镇|镇|乡|村|社区|县|区|单位|部门|街道|股室|科室)/gu
const hundred = /([一二两三四五六七八九十]|\d)个\s?[“"]?100\s?[%％]/g
const numerals = '一二三四五六七八九十'

/** A list that announces its number has that many names (I76, P10); 「三个100%」 names three rates (I75). */
export const announcedCounts: Rule = {
  id: 'I76',
  title: '写明的个数与列出的个数一致',
  source: '本系统核对规则',
  judge(reading) {
    const verdicts = linesOf(reading).flatMap((line) => [...lists(line), ...closed(line), ...hundreds(line)])
    return verdicts.length > 0 ? verdicts : [{ outcome: 'not-applicable' }]
  },
}

function lists(line: Line): Verdict[] {
  return [...line.text.matchAll(announced)].flatMap((match): Verdict[] => {
    const [whole, count, measure, , list] = match
    const names = namesOf(list!)
    return names ? [judgeList(line, match.index, whole, count!, measure!, names)] : []
  })
}

/** A list that its number closes: 「甲镇、乙镇、丙乡3个乡镇」; the first name may carry words of the sentence. */
function closed(line: Line): Verdict[] {
  return [...line.text.matchAll(closing)].map((match) =>
    judgeList(line, match.index, match[0], match[2]!, match[3]!, match[1]!.split('、')),
  )
}

function judgeList(
  line: Line,
  start: number,
  whole: string,
  count: string,
  measure: string,
  names: readonly string[],
): Verdict {
  if (names.length === Number(count)) return { outcome: 'holds' }
  return {
    outcome: 'contradiction',
    finding: {
      rule: 'I76',
      severity: 'error',
      message: `写明${count}${measure}，实际列出${names.length}${measure}：${names.join('、')}`,
      expression: `${names.length} ≠ ${count}`,
      difference: String(Math.abs(names.length - Number(count))),
      unit: measure,
      evidence: [evidenceAt(line, start, start + whole.length)],
    },
  }
}

/** The names of a list, or undefined where it is open (等) or no plain list of names. */
function namesOf(list: string): string[] | undefined {
  const bare = list.replace(/[（(][^（()）]*[)）]/g, '').replace(/[“”"]/g, '')
  if (/等|……|\.\.\./.test(bare) || (/，/.test(bare.replace(/、/g, '')) && !/、/.test(bare))) return undefined
  const names = bare.split(/[、，,]|(?:以及|和|及)(?=[^、，]{2,}$)/).map((name) => name.trim())
  const alone = names.length === 1 && /(?:中心|站|所|队|室|股|科|局|院|校|处|办|馆|会)$/.test(names[0]!)
  if (
    (names.length < 2 && !alone) ||
    names.some(
      (name) =>
        name.length < 2 ||
        name.length > 24 ||
        /\d|[为是达较将对把被]|^(?:推进|开展|完成|加强|落实|通过|做好)/.test(name),
    )
  )
    return undefined
  return names
}

function hundreds(line: Line): Verdict[] {
  return [...line.text.matchAll(hundred)].flatMap((match): Verdict[] => {
    const said = /\d/.test(match[1]!) ? Number(match[1]) : match[1] === '两' ? 2 : numerals.indexOf(match[1]!) + 1
    const clause =
      line.text
        .slice(0, match.index)
        .split(/[。；;]/)
        .at(-1) ?? ''
    const list = /((?:[\p{Script=Han}]{1,6}率[、和及与，,]?)+)[\s“"”均都达实现到了全部为]*$/u.exec(clause)?.[1]
    const names = list?.split(/[、和及与，,]/).filter((name) => name.endsWith('率')) ?? []
    if (names.length === 0) return [{ outcome: 'undetermined', missing: '“100%”所指的比率名称' }]
    if (names.length === said) return [{ outcome: 'holds' }]
    const start = match.index - (list?.length ?? 0) - 2
    return [
      {
        outcome: 'contradiction',
        finding: {
          rule: 'I76',
          severity: 'error',
          message: `写“${match[0].replace(/[“"]/g, '')}”，前面列出的比率有${names.length}个：${names.join('、')}`,
          expression: `${names.length} ≠ ${said}`,
          evidence: [evidenceAt(line, start, match.index + match[0].length)],
        },
      },
    ]
  })
}
