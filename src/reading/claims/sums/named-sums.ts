import type { Claim } from '#domain/claim.ts'
import { afterLast } from '#domain/clauses.ts'
import { addsUp } from './adds-up.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { summedUp } from './summed-up.ts'
import { sameKind } from '../text/terms.ts'

const total = '(?:共计|合计|共|总计)(?:为|有|达|是)?$'
const byName = new RegExp(
  `^(?:其中|上述|以上)?([\\p{Script=Han}“”]{2,10}[与和及、][\\p{Script=Han}“”、与和及]{2,12}?)(?:两[项者]|二者|三[项者])?${total}`,
  'u',
)
/** 「与公立医院改革项目合计10433.92万元」: one of the list and one told elsewhere. */
const withAnother = new RegExp(`^[与和][\\p{Script=Han}“”]{2,24}?${total}`, 'u')
const byCount = new RegExp(`^(?:其中|上述|以上)?前(两|二|三|四)[项类档个]${total}`)
const counts: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4 }

/** Whether a number adds up some of a list only: 「非常满意与满意共707份」「前两项合计459份」. */
export function addsSome({ lead }: Mention): boolean {
  const clause = clauseOf(lead)
  return byName.test(clause) || byCount.test(clause) || withAnother.test(clause)
}

/**
 * A sum of the parts it names, out of a list told before it: 「其中非常满意402份、满意305份、一般47份，非常满意与满意共
 * 707份」, 「前两项合计459份」.
 */
export function namedSums(sentence: Sentence): Claim[] {
  return sentence.mentions.flatMap((sum, at) => {
    if (roleOf(sum) !== 'plain' || !addsSome(sum)) return []
    const list = sentence.mentions
      .slice(0, at)
      .filter((each) => sameKind(each, sum) && roleOf(each) === 'plain' && !addsSome(each))
    const parts = named(sum, list) ?? counted(sum, list)
    return parts ? [summedUp(sentence, sum, parts, addsUp(sum, parts))] : []
  })
}

function named(sum: Mention, list: readonly Mention[]): readonly Mention[] | undefined {
  const names = byName
    .exec(clauseOf(sum.lead))?.[1]
    ?.replace(/[“”]/g, '')
    .split(/[与和及、]/)
  const parts = names?.map((name) => list.findLast(({ label }) => label.replace(/[“”]/g, '') === name))
  return parts && parts.every((each) => each !== undefined) && new Set(parts).size === parts.length ? parts : undefined
}

/** The first so many of the list that stands right before: from the last number that no mark joins to one before it. */
function counted(sum: Mention, list: readonly Mention[]): readonly Mention[] | undefined {
  const count = counts[byCount.exec(clauseOf(sum.lead))?.[1] ?? '']
  const from = list.findLastIndex(
    ({ lead }) => /其中|包括|分别|[：:]/.test(lead) || !/^[、，,；;和及]/.test(lead.trim()),
  )
  const own = list.slice(from)
  return count && from >= 0 && own.length > count ? own.slice(0, count) : undefined
}

function clauseOf(lead: string): string {
  return afterLast(lead, '，,；;。（(').trim()
}
