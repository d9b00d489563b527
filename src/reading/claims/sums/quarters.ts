import type { Claim } from '#domain/claim.ts'
import { clauseOf } from '../rates/rate-pairs.ts'
import { inPlaceOf } from '../text/in-place-of.ts'
import { roleOf } from '../text/mention-role.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

const quarter = /^[^一二三四1-4]{0,8}第?([一二三四1-4])季度[\p{Script=Han}]{0,6}$/u
const several = /(上半年|下半年|前三个?季度|[一1]至[三3]季度)[\p{Script=Han}]{0,8}$/u
const quartersOf: Readonly<Record<string, readonly number[]>> = { 上半年: [1, 2], 下半年: [3, 4] }
const other = /上年|去年|同期|比|较|均|计划|目标|每|占/

/**
 * What was told, with what the quarters of a paragraph make in place of what the same total was taken for: 「一季度支出9846.25万元，
 * 二季度支出15732.18万元，三季度…；上半年累计支出25578.43万元」.
 */
export function overQuarters(told: readonly Claim[], sentences: readonly Sentence[]): readonly Claim[] {
  return inPlaceOf(told, quarters(sentences), totalOf)
}

function totalOf({ form }: Claim): number | undefined {
  return form.is === 'sum' ? form.total.figure.id : undefined
}

function quarters(sentences: readonly Sentence[]): Claim[] {
  return [...Map.groupBy(sentences, ({ block, row, cell }) => `${block} ${row} ${cell}`).values()].flatMap((own) => {
    const mentions = own.flatMap((sentence) => sentence.mentions.map((mention) => ({ sentence, mention })))
    return mentions.flatMap(({ sentence, mention: total }) => {
      const name = isPlain(total) ? several.exec(clauseOf(total).trim())?.[1] : undefined
      if (!name) return []
      const alike = mentions.flatMap(({ mention }) => (sameKind(mention, total) ? [mention] : []))
      const parts = (quartersOf[name] ?? [1, 2, 3]).map((wanted) => onlyOne(alike, wanted))
      if (!parts.every((part) => part !== undefined)) return []
      return [
        {
          rule: 'sum.parts-of-whole',
          form: { is: 'sum', total: termOf(total), parts: parts.map(termOf), relation: 'equals' },
          certain: false,
          because: '按各季度的数相加',
          quote: quoteOf(sentence, Math.max(sentence.start, parts[0]!.start), total.end),
        } as const,
      ]
    })
  })
}

/** The one number of a quarter; undefined where there are several. */
function onlyOne(mentions: readonly Mention[], wanted: number): Mention | undefined {
  const found = mentions.filter((each) => isPlain(each) && quarterOf(each) === wanted)
  return found.length === 1 ? found[0] : undefined
}

function quarterOf(mention: Mention): number | undefined {
  const [, sign] = quarter.exec(clauseOf(mention).trim()) ?? []
  return sign === undefined ? undefined : Number.isNaN(Number(sign)) ? '一二三四'.indexOf(sign) + 1 : Number(sign)
}

function isPlain(mention: Mention): boolean {
  const { unit, looseness } = mention.figure.quantity
  return (
    looseness === 'exact' &&
    /^(?:money|count|area|length|weight)$/.test(unit.kind) &&
    roleOf(mention) === 'plain' &&
    !other.test(clauseOf(mention))
  )
}
