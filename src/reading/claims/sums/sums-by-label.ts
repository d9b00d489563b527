import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { oneSlipAway } from '../doubts/one-slip-away.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { sameKind } from '../text/terms.ts'
import { addsUp } from './adds-up.ts'
import { summedUp } from './summed-up.ts'

/** 「四个标段控制价合计」: how many, and what they are called. */
const announced =
  /^(?:(?<many>[二两三四五六七八九十]|1?\d)(?:个|家|项|类|所|条|处|座|期|批))?(?<name>[\p{Script=Han}]{2,12}?)(?:合计|共计|总计|总额)(?:为|是|达)?$/u
const numerals = '〇一二三四五六七八九十'
const reach = 40
const fewest = 3

/**
 * Totals of what is told of each thing of a list beside other amounts: 「一标控制价A、中标价B，二标控制价C、中标价D，…四个标段控制价合计，
 * 中标价合计」. The parts are those of the paragraph that bear the total's label, as many as are announced.
 */
export function sumsByLabel(sentence: Sentence, earlier: readonly Mention[]): Claim[] {
  let many: number | undefined
  return sentence.mentions.flatMap((sum, at) => {
    const { many: told, name } = announced.exec(afterLast(sum.lead, '，,；;。、').trim())?.groups ?? {}
    if (name === undefined) return []
    many = told === undefined ? many : numberOf(told)
    const before = [...earlier.slice(-reach), ...sentence.mentions.slice(0, at)]
    const own = before.filter((each) => each.figure.place.block === sentence.block && sameKind(each, sum))
    const parts = bearing(name, own, many ?? fewest)
    if (parts.length < (many ?? fewest) || !areAmongOthers(parts, own)) return []
    const isAll = parts.length === many
    return isAll || addsUp(sum, parts) || oneSlipAway(sum, parts) ? [summedUp(sentence, sum, parts, isAll)] : []
  })
}

/** Those whose label ends as the name does, by as many of its words as so many of them share. */
function bearing(name: string, own: readonly Mention[], enough: number): readonly Mention[] {
  const plain = own.filter((each) => roleOf(each) === 'plain')
  for (let from = 0; from + 2 <= name.length; from++) {
    const parts = plain.filter(({ label }) => label.endsWith(name.slice(from)))
    if (parts.length >= enough) return parts
  }
  return []
}

function numberOf(told: string): number {
  return told === '两' ? 2 : /^\d+$/.test(told) ? Number(told) : numerals.indexOf(told)
}

/** Whether other amounts stand between them: what stands side by side is read as a list. */
function areAmongOthers(parts: readonly Mention[], own: readonly Mention[]): boolean {
  const [first, last] = [parts[0]!, parts.at(-1)!]
  return parts.length >= 2 && own.indexOf(last) - own.indexOf(first) >= (parts.length - 1) * 2
}
