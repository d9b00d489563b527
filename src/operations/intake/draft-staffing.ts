import type { Fact } from '#domain/fact.ts'
import type { QuotaKind, StaffLine } from '#domain/ledger/staffing.ts'
import { baseValue } from '#domain/quantity.ts'
import { type Intake, assume, noteFigure, placeOf, shownOf, take } from './intake.ts'

/** What the words before a number of posts say of their kind; 事业编制 alone does not say who pays for it. */
const kinds: readonly (readonly [said: RegExp, kind: QuotaKind, what: string])[] = [
  [/后勤|工勤/, 'logistics', '机关后勤（工勤）编制'],
  [/参公|参照公务员/, 'civil-servant-managed', '参公编制'],
  [/差额/, 'part-funded', '差额拨款事业编制'],
  [/全额/, 'full-funded', '全额拨款事业编制'],
  [/事业/, 'other', '事业编制'],
  [/行政/, 'administrative', '行政编制'],
]
/** 「县金融事务中心编制9个」 after the department's own: posts of a unit under it, of a kind not told. */
const ofUnit = /(?:中心|所|站|队|院|校|馆|社|机构|单位)[^，。；]{0,4}编制$/
type Posts = { readonly kind: QuotaKind; readonly what: string; readonly fact: Fact; readonly posts: number }

/** Posts by kind as far as the report tells them apart; what is left of the printed total stands under 其他. */
export function draftStaffing(intake: Intake, organisation: string): StaffLine[] {
  const path = 'staffing.0'
  const count = (measure: string, what: string) =>
    take(intake, { measures: [measure], phases: ['none'] }, path, what)
      ?.round(0)
      .toNumber()
  const { total, listed } = postsOf(intake)
  for (const { what, fact } of listed) note(intake, path, what, [fact])
  const known = listed.reduce((sum, { posts }) => sum + posts, 0)
  if (total) noteTotal(intake, path, total, listed, known)
  const rest = (total ? postsIn(total) : known) - known
  if (rest > 0) assume(intake, path, '其他编制（编制总数减去已知各类）', `${rest}人`)
  const onPost = count('staff.on-post', '在职人数')
  const retired = count('staff.retired', '退休人数')
  if (total === undefined && known === 0 && onPost === undefined) return []
  const posts = Map.groupBy(
    [...listed, ...(rest > 0 ? [{ kind: 'other' as const, posts: rest }] : [])],
    ({ kind }) => kind,
  )
  const quotas = [...posts].map(([kind, each]) => ({ kind, posts: each.reduce((sum, one) => sum + one.posts, 0) }))
  return [{ organisation, quotas, onPost: onPost ?? 0, retired: retired ?? 0 }]
}

/** The total of posts, of a table before a sentence, and the posts by kind that one paragraph lists. */
function postsOf({ reading, year }: Intake): { readonly total: Fact | undefined; readonly listed: readonly Posts[] } {
  const facts = reading.facts.filter(
    ({ measure, entity, year: of }) => measure.startsWith('staff.quota') && entity === '' && (of ?? year) === year,
  )
  const first = facts.find(({ from }) => from === 'sentence')?.figure.place.block
  const said = facts.filter(({ from, figure }) => from === 'sentence' && figure.place.block === first)
  const listed = said.flatMap((fact, at): Posts[] => {
    const words = wordsBefore(reading.document.blocks, fact)
    const named = kinds.find(([pattern]) => pattern.test(words))
    if (named) return [{ kind: named[1], what: named[2], fact, posts: postsIn(fact) }]
    return at > 0 && ofUnit.test(words) ? [{ kind: 'other', what: '所属单位编制', fact, posts: postsIn(fact) }] : []
  })
  const isListed = new Set(listed.map(({ fact }) => fact))
  const others = said.filter((fact) => !isListed.has(fact) && fact.measure === 'staff.quota')
  const table = facts.find(({ from, measure }) => from === 'table' && measure === 'staff.quota')
  return { total: table ?? others.toSorted((one, two) => postsIn(two) - postsIn(one))[0], listed }
}

/** The clause in front of a number: 「机关工勤编制」 of 「行政编制26名、机关工勤编制4名」. */
function wordsBefore(blocks: Intake['reading']['document']['blocks'], { figure: { place } }: Fact): string {
  const block = blocks[place.block]
  const text = block?.kind === 'paragraph' ? block.text.slice(0, place.start) : ''
  return /[^，。；、：,;:\d]*$/.exec(text)?.[0] ?? ''
}

function postsIn({ figure }: Fact): number {
  return baseValue(figure.quantity).round(0).toNumber()
}

function note(intake: Intake, path: string, what: string, facts: readonly Fact[]): void {
  const [first] = facts
  noteFigure(intake, {
    path,
    what,
    shown: facts.map(({ figure }) => shownOf(figure.text, figure.unit)).join(' + '),
    confidence: first?.certain ? 'certain' : 'likely',
    places: facts.map((fact) => placeOf(intake, fact)),
  })
}

/** The total, beside the sum of the kinds where that says something else. */
function noteTotal(intake: Intake, path: string, total: Fact, listed: readonly Posts[], known: number): void {
  // A sentence need not list every kind of the total it states; a table says it a second time.
  const isDisputed = listed.length > 1 && (total.from === 'table' ? known !== postsIn(total) : known > postsIn(total))
  const own = shownOf(total.figure.text, total.figure.unit)
  const places = [total, ...(isDisputed ? listed.map(({ fact }) => fact) : [])].map((fact) => placeOf(intake, fact))
  noteFigure(intake, {
    path,
    what: isDisputed ? '编制数（正文所列各类之和是后一个）' : '编制数',
    shown: isDisputed ? `${own} / ${known}` : own,
    confidence: isDisputed ? 'disputed' : total.certain ? 'certain' : 'likely',
    places: [...new Set(places)],
  })
}
