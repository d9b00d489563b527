import { afterLast } from '#domain/clauses.ts'
import { roleOf } from './mention-role.ts'
import type { Mention, Sentence } from './sentences.ts'
import { sameKind } from './terms.ts'

/**
 * The amounts that open their sentences, nearest last: what a sentence is about, not what it lists.
 *
 * earlier   mentions of the same part in order
 */
export function headsOf(earlier: readonly Mention[]): Mention[] {
  return earlier.filter((mention, at) => {
    const before = earlier[at - 1]
    const follows =
      before?.figure.place.block === mention.figure.place.block && before.end === mention.start - mention.lead.length
    return !follows && mention.depth === 0 && roleOf(mention) === 'plain'
  })
}

/** 「有效问卷中，…」「“三公”经费支出决算中，…」: the words before 中. */
function topicOf(text: string): string | undefined {
  return /^\s*(?:[（(]?[一二三四五六七八九十\d]+[)）、.．])?([^，,。；;：:]{2,30})[中里][，,：:]/
    .exec(text)?.[1]
    ?.replace(/[“”"‘’「」\s]/g, '')
}

/**
 * The amount of a sentence before this one that this one takes apart: the one it names (「有效问卷中，」), or the one
 * the sentence before opened with, where this one begins with 其中.
 *
 * like   a number of the kind wanted
 */
export function carriedTotal(sentence: Sentence, earlier: readonly Mention[], like: Mention): Mention | undefined {
  const near = earlier.slice(-12).filter((each) => sameKind(each, like) && /plain|risen/.test(roleOf(each)))
  const topic = topicOf(sentence.text)
  if (topic) {
    const meant = core(topic)
    const named = near.filter((each) => !isOfOtherYear(each, topic))
    const tells = ({ lead }: Mention) => core(afterLast(lead, '，,；;。：:')).endsWith(meant)
    return (
      named.findLast(
        (each) =>
          (each.label.length >= 2 && bare(topic).endsWith(bare(each.label))) || (meant.length >= 4 && tells(each)),
      ) ??
      // 「累计支付4386.52万元，占…。支付资金中，」: a short name means what the sentence right before opened with.
      (meant.length >= 2
        ? headsOf(earlier.slice(-8)).findLast(
            (each) =>
              sameKind(each, like) && isJustBefore(each, sentence) && tells(each) && !isOfOtherYear(each, topic),
          )
        : undefined)
    )
  }
  if (!/^\s*其中/.test(sentence.text)) return undefined
  return headsOf(earlier.slice(-8)).findLast((each) => sameKind(each, like) && isJustBefore(each, sentence))
}

/** 「2021年预算280万元，2022年预算265万元。2021年预算中，…」: what is told of another year than the one named. */
function isOfOtherYear({ lead }: Mention, topic: string): boolean {
  const [named, told] = [topic, lead].map((text) => text.match(/(?<!\d)20\d\d(?=年)/g)?.at(-1))
  return named !== undefined && told !== undefined && named !== told
}

function bare(name: string): string {
  return name.replace(/^(?:20\d\d年?度?|本年度?|全年)/, '').replace(/[“”"‘’「」\s]/g, '')
}

/** 「2024年安排的资金」 and 「2024年安排」 are one, 「三公经费」 and 「三公经费支出合计」. */
function core(name: string): string {
  return name.replace(/[的“”"‘’「」\s]|资金|了/g, '').replace(/(?:支出|收入|决算|预算)*(?:合计|总计|总额|总数)?$/, '')
}

function isJustBefore(mention: Mention, sentence: Sentence): boolean {
  const { text } = sentence.paragraph
  if (mention.figure.place.block !== sentence.block) return sentence.block - mention.figure.place.block === 1
  return (text.slice(mention.end, sentence.start).match(/[。！？]/g) ?? []).length <= 1
}
