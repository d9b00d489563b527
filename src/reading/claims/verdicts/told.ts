import type { Claim, ClaimForm, Term } from '#domain/claim.ts'
import type { Figure } from '#domain/fact.ts'
import type { Mention, Sentence } from '../text/sentences.ts'
import { quoteOf, sameKind, termOf } from '../text/terms.ts'

/** A goal may be told as a bound; what is held against it is its number. */
export function exactTerm(mention: Mention): Term {
  const { figure } = mention
  if (figure.quantity.looseness === 'exact') return termOf(mention)
  const exact: Figure = { ...figure, quantity: { ...figure.quantity, looseness: 'exact' } }
  return { ...termOf(mention), figure: exact }
}

export function isExact({ figure }: Mention): boolean {
  return figure.quantity.looseness === 'exact'
}

/** Whether one may be held against the other: of one kind, and both by the piece or neither. */
export function isLike(one: Mention, other: Mention): boolean {
  return sameKind(one, other) && one.figure.quantity.unit.kind !== 'points'
}

/** What is laid down is its very number, and not what was rounded to it: 「达到90%的目标」. */
export function laidDown(mention: Mention): Mention {
  const { figure } = mention
  return { ...mention, figure: { ...figure, quantity: { ...figure.quantity, decimals: exactly } } }
}
/** More decimals than anything is printed with. */
const exactly = 12

/** The words of a sentence behind a number. */
export function behind({ text, start }: Sentence, { end }: Mention): string {
  return text.slice(end - start)
}

/** A number whose words are those that tell how it compares: they are no name of it. */
export function unnamed(mention: Mention): Mention {
  return { ...mention, label: '' }
}

type Bound = Omit<Extract<ClaimForm, { is: 'at-most' }>, 'is' | 'lesser' | 'greater'>

/** The claim that words call one number no greater than the other; `isRound`: they do not reckon it to the last digit. */
export function told(sentence: Sentence, lesser: Mention, greater: Mention, bound: Bound, isRound = false): Claim {
  return claimOf(sentence, [lesser, greater], {
    is: 'at-most',
    lesser: isRound ? roundTerm(lesser) : exactTerm(lesser),
    greater: exactTerm(greater),
    ...bound,
  })
}

function roundTerm(mention: Mention): Term {
  const { figure } = mention
  return { ...termOf(mention), figure: { ...figure, quantity: { ...figure.quantity, looseness: 'about' } } }
}

/** The claim that words call two numbers the same. */
export function toldSame(sentence: Sentence, [first, second]: readonly [Mention, Mention], said: string): Claim {
  const terms = [first, second].map((each) => ({ ...exactTerm(each), name: first.label || second.label }))
  return claimOf(sentence, [first, second], { is: 'equal', terms, said })
}

function claimOf(sentence: Sentence, mentions: readonly Mention[], form: ClaimForm): Claim {
  const [from, to] = [Math.min(...mentions.map(({ start }) => start)), Math.max(...mentions.map(({ end }) => end))]
  return {
    rule: 'I86',
    form,
    certain: false,
    firm: true,
    because: '用语所指是哪两个数请看上下文',
    quote: quoteOf(sentence, from, to),
  }
}
