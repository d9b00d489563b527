import type { Claim } from '#domain/claim.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'
import { isOneAmount } from './one-amount.ts'

const atEnd = /(20\d\d)年?年?(?:末|底|终)([\p{Script=Han}]{2,8}?)(?:为|共计?|合计|有|余额)*$/u
const atStart = /(20\d\d)年?年?(?:初|期初)([\p{Script=Han}]{2,8}?)(?:为|共计?|合计|有|余额)*$/u
const stock = /结转|结余|余额|库存|存量|滚存|在册|实有/

/** What was left at the end of one year is there at the beginning of the next: 「2022年末结转48.6万元…2023年年初结转48.6万元」. */
export function carriedOver(sentences: readonly Sentence[]): Claim[] {
  const told = sentences.flatMap((sentence) => sentence.mentions.map((mention) => ({ sentence, mention })))
  return told.flatMap(({ sentence, mention: again }) => {
    const [, year, noun] = atStart.exec(clauseOf(again)) ?? []
    if (!year || !noun || !stock.test(noun)) return []
    const ends = told.filter(
      ({ sentence: other, mention }) =>
        other.block === sentence.block &&
        other.row === sentence.row &&
        other.cell === sentence.cell &&
        mention !== again &&
        sameKind(mention, again) &&
        isEndOf(mention, Number(year) - 1, noun),
    )
    const [first] = ends
    if (!first || ends.length > 1 || !isOneAmount(first.mention.figure, again.figure)) return []
    return [
      {
        rule: 'fact.restated',
        form: { is: 'equal', terms: [termOf(first.mention), termOf(again)] },
        certain: false,
        firm: true as const,
        because: '上年末的数结转为下年初的数，是否调整过请看上下文',
        quote: quoteOf(sentence, again.start, again.end),
      } satisfies Claim,
    ]
  })
}

function isEndOf(mention: Mention, year: number, noun: string): boolean {
  const [, own, thing] = atEnd.exec(clauseOf(mention)) ?? []
  return (
    own !== undefined && Number(own) === year && (thing!.endsWith(noun.slice(-4)) || noun.endsWith(thing!.slice(-4)))
  )
}

function clauseOf({ lead, figure }: Mention): string {
  return figure.quantity.looseness === 'exact' ? lead.replace(/^.*[，；。：]/u, '').trim() : ''
}
