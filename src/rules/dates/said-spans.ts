import type { SaidDate } from './said-dates.ts'
import type { SaidLength } from './said-lengths.ts'

/**
 * From one date to another, as the words bind them: 「自3月1日开工，至8月27日完工」「起息日为…，到期日为…」「6月3日—6月12日」.
 *
 * before   the words before the first date, since the sentence's beginning
 * after    the words behind the second
 * inside   how long it is, where that is told between the two: 「…起息，期限10年，…到期」
 */
export type SaidSpan = {
  readonly from: SaidDate
  readonly to: SaidDate
  readonly before: string
  readonly after: string
  readonly inside?: SaidLength
}

const begins =
  '启动|开[工始业通课学营机]|动工|起租|起[息算]|起|始|建成|投产|投[入运用]|购[置入买]|启用|成立|设立|生效|签[订署]|发行|入[职场]|进场|运行|施行|实施|上线|发布|挂网|受理|立项|报到|集中|下达|开标|受理|申[报请]|收到|批复|提交|送审|印发|公告|登记|报名|立案|中标'
const ends =
  '止|截止|结束|完[工成结毕]|竣工|终止|期满|届满|到期|失效|通过[\\p{Script=Han}]{0,4}验收|验收|交付|结题|结项|闭[幕馆营]|撤离|停止|关闭|报废|离[任职]|退出|收官|交工|结清|还清|清零|移交|签[订约]|拨付|到位|兑付|发放|办结|批复|反馈|提交|报送|下达|召开|公布'
/** 「自」「从」 before the first date, or a noun that says it is the beginning. */
const beginBefore =
  /(?:自|从|由|于|[起开][始工息算租]?[\p{Script=Han}]{0,2}(?:日期?|时间|时点|为|在)+(?:为|是|：)?)\s*$/u
const endBefore =
  /(?:到期|竣工|完工|结束|终止|截[止至]|期满|届满|交工|交付|验收)[\p{Script=Han}]{0,2}(?:日期?|时间|时点)?(?:为|是|：)?\s*$/u
const beginAfter = new RegExp(`^[（(]?[\\p{Script=Han}]{0,6}?(?:${begins})`, 'u')
const endAfter = new RegExp(`^[（(]?[\\p{Script=Han}]{0,8}?(?:${ends})`, 'u')
/** What stands between the ends of a span: a sign for it, with what began; or what began, and that the next goes on. */
const until =
  /^(?:[（(][^（()）\d]{1,8}[）)])?[\p{Script=Han}]{0,10}?[，,、]?(?:并|且|一)?(?:直至|直到|持续到|持续至|延续到|延续至|截至|截止到|截止|至|到)[\p{Script=Han}]{0,8}?\s*$/u
const dash = /^\s*(?:[-—–~～－]{1,2}|至|到)\s*$/
const goesOn = /^[\p{Script=Han}]{0,12}[，,、；]?(?:并|且|并于|于|在|实际|已|最终|最后|又)*(?:于|在)?\s*$/u
const sentenceEnd = /[。！？\n]/

/** The spans of a text, of each two dates that follow each other. */
export function saidSpans(text: string, dates: readonly SaidDate[], lengths: readonly SaidLength[]): SaidSpan[] {
  return dates.slice(1).flatMap((to, at) => {
    const from = dates[at]!
    const within = text.slice(from.end, to.start)
    if (sentenceEnd.test(within)) return []
    const before = text.slice(0, from.start).split(sentenceEnd).at(-1)!
    const after = text.slice(to.end).split(sentenceEnd)[0]!
    const inner = lengths.filter(({ start, end }) => start >= from.end && end <= to.start)
    if (inner.length > 1) return []
    const [inside] = inner
    const between = inside ? without(text, inside, from.end, to.start) : within
    return isSpan(before, between, after) ? [{ from, to, before, after, ...(inside ? { inside } : {}) }] : []
  })
}

/** What stands between two dates but for the clause that tells how long it is. */
function without(text: string, { start, end, clause }: SaidLength, from: number, to: number): string {
  const ahead = text.slice(from, start - clause.length).replace(/[，、；]$/, '')
  return ahead + text.slice(end, to)
}

function isSpan(before: string, between: string, after: string): boolean {
  if (dash.test(between)) return true
  const isBegun = beginBefore.test(before) || beginAfter.test(between)
  if (until.test(between)) return isBegun
  const isEnded = endBefore.test(between) || (goesOn.test(between) && endAfter.test(after))
  return (
    isBegun && isEnded && /^[\p{Script=Han}]{0,12}[，,、；]?[\p{Script=Han}]{0,10}(?:为|是|：|:)?\s*$/u.test(between)
  )
}
