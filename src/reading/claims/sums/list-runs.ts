import { roleOf } from '../text/mention-role.ts'
import type { Mention } from '../text/sentences.ts'

/** Signs that may stand between two items, and before the first. */
const longestStretch = 44
/** What is no item of a list. */
const noItem = /每|均|占|比(?!例)|较|同比|目标|标准|应|其中|共|合计|总|累计|平均|最|至|限|（$|\($/
/** What lists are of. */
export const kinds = /^(?:money|count|area|length|weight|score|time)$/

/** The words of its own clause. */
export function clause({ lead }: Mention): string {
  return lead.replace(/^.*[，；。：,;]/su, '')
}

/** Whether a number may be one of a list. */
export function isItem(mention: Mention): boolean {
  return (
    roleOf(mention) === 'plain' &&
    mention.figure.quantity.looseness === 'exact' &&
    kinds.test(mention.figure.quantity.unit.kind) &&
    !noItem.test(clause(mention)) &&
    !/^[/／]/.test(mention.after)
  )
}

const marks = ['、', '，', '；']

/** Numbers one after the other, each with words of its own, parted by no heavier mark than the first two are. */
export function runFrom(text: string, alike: readonly Mention[]): readonly Mention[] {
  const [first, ...others] = alike
  const run = [first!]
  let heaviest: number | undefined
  for (const each of others) {
    const stretch = stretchBefore(text, each, run.at(-1))
    const weight = weightOf(stretch)
    if (weight === undefined || stretch.length > longestStretch || !isItem(each) || each.depth !== first!.depth) break
    if (heaviest !== undefined && weight > heaviest) break
    heaviest ??= weight
    run.push(each)
  }
  return run
}

/** What stands between a number and the one before; '' where none is. */
export function stretchBefore(text: string, each: Mention, last: Mention | undefined): string {
  return last ? text.slice(last.end, each.start) : ''
}

/** The heaviest mark in a stretch; undefined where none parts the two. */
function weightOf(stretch: string): number | undefined {
  const plain = stretch
    .replace(/[（(][^（()）]*[）)]/g, '')
    .replaceAll(',', '，')
    .replaceAll(';', '；')
  if (/[。]/.test(plain)) return undefined
  const weight = Math.max(-1, ...marks.map((mark, at) => (plain.includes(mark) ? at : -1)))
  return weight >= 0 || !/[和及]/.test(plain) ? (weight >= 0 ? weight : undefined) : 0
}
