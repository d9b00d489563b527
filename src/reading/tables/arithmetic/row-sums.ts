import { Big } from 'big.js'
import type { Claim, Term } from '#domain/claim.ts'
import type { Figure } from '#domain/fact.ts'
import type { Body, Line } from '../grids/body.ts'
import type { Column } from '../grids/columns.ts'
import type { Sheet } from '../grids/sheet.ts'
import { type Guess, type Strength, judgeSums, onlyThis, outcomeOf } from './sums.ts'
import { unmarkedGroups } from './unmarked-groups.ts'
import { type Gathering, type Hypothesis, nestedWays, waysToGather } from './ways-to-gather.ts'

const mostTotals = 40
const pageBreak = '表格可能跨页，前页的行不一定都读到了'

/**
 * Sums down the columns: 合计 and 小计 rows, account codes (201 = Σ 20103 …), numbering (一、 = Σ （一）…) and 「其中」.
 * How a total gathers rows is not printed; the reading under which most columns add up is taken,
 * and where none does, only a plain list under one 合计 is held to its sum.
 */
export function rowSums(sheet: Sheet, body: Body): Claim[] {
  const amounts = body.columns.filter((column) => column.role === 'amount')
  const lines = body.lines.filter(
    (line) =>
      line.part &&
      amounts.some((column) => line.slot(column)?.kind === 'number' || line.slot(column)?.kind === 'unread'),
  )
  const columns = amounts.filter((column) => !hasMixedUnits(lines, column))
  if (body.broken) return []
  if (columns.length === 0) return groupSums(sheet, amounts, lines, [])
  const codes = codeTree(lines)
  const nested = codes
    ? [judge(sheet, columns, 'I18', codes, 'likely', 1)]
    : numberingTrees(lines).map((tree) => judge(sheet, columns, 'table.subtotal', tree, 'likely', 2))
  const subsets = codes ? [] : subsetSums(sheet, columns, lines)
  const read = [...nested.flat(), ...subsets, ...totalSums(sheet, columns, lines, codes !== undefined)]
  return [...read, ...(codes ? [] : groupSums(sheet, amounts, lines, read))]
}

/** Sums over groups of rows that nothing marks, of totals that nothing else was read of. */
function groupSums(sheet: Sheet, columns: readonly Column[], lines: readonly Line[], read: readonly Claim[]): Claim[] {
  const told = new Set(
    read.flatMap(({ form }) => (form.is === 'sum' && form.relation === 'equals' ? [form.total.figure.id] : [])),
  )
  const guessesOf = (group: Gathering) => guessesFor(sheet, columns, [group]).flatMap(inOneUnit)
  return unmarkedGroups(columns, lines, guessesOf)
    .flatMap((group) => judgeSums('table.subtotal', guessesOf(group), 'likely'))
    .map((claim) => ({ ...claim, certain: false, because: onlyThis }))
    .filter(({ form }) => form.is === 'sum' && !told.has(form.total.figure.id))
}

/** 头 and 只 in one column are no sum. */
function hasMixedUnits(lines: readonly Line[], column: Column): boolean {
  const kinds = new Set(
    lines
      .flatMap((line) => line.figure(column)?.quantity.unit ?? [])
      .filter((unit) => unit.name !== '')
      .map((unit) => `${unit.kind}:${unit.kind === 'money' ? '' : unit.name}`),
  )
  return kinds.size > 1
}

function judge(
  sheet: Sheet,
  columns: readonly Column[],
  rule: string,
  tree: Hypothesis,
  strength: Strength,
  least: number,
): Claim[] {
  return judgeSums(
    rule,
    guessesFor(
      sheet,
      columns,
      tree.filter((each) => each.parts.length >= least),
    ),
    strength,
  )
}

/** Of fewer a slip makes the mean. */
const fewestOfMean = 3

function guessesFor(sheet: Sheet, columns: readonly Column[], tree: Hypothesis): Guess[] {
  return tree.flatMap(({ whole, parts }) => {
    const alive = parts.filter((part) => columns.some((column) => part.figure(column)))
    return columns.flatMap((column) => {
      const total = whole.figure(column)
      if (!total || parts.some((part) => part.slot(column)?.kind === 'unread')) return []
      const terms: Term[] = alive.flatMap((part) => {
        const figure = part.figure(column)
        return figure ? [{ name: part.text, figure }] : []
      })
      if (isMeanScore(column, total, terms) || isMean(total, terms)) return []
      const name = columns.length > 1 ? `${column.path.at(-1) ?? ''}${whole.text}` : whole.text
      return [
        {
          total: { name, figure: total },
          parts: terms,
          missing: alive.length - terms.length,
          quote: sheet.quote(whole.label),
        },
      ]
    })
  })
}

/** What stands beside 合计 is the mean of the column, to its last digit: 「分差…合计10.33」. */
function isMean({ quantity }: Figure, terms: readonly Term[]): boolean {
  if (terms.length < fewestOfMean || quantity.decimals === 0) return false
  const sum = terms.reduce((all, { figure }) => all.plus(figure.quantity.value), new Big(0))
  return !sum.eq(0) && sum.div(terms.length).round(quantity.decimals, 1).eq(quantity.value)
}

/** 得分 of projects out of a hundred each: what stands beside 合计 is their mean, weighted or not. */
function isMeanScore(column: Column, total: Figure, terms: readonly Term[]): boolean {
  if (terms.length < 2 || !/得分|评分|分数/.test(column.path.at(-1) ?? '')) return false
  const values = terms.map(({ figure }) => figure.quantity.value)
  const [least, most] = [
    values.reduce((one, other) => (other.lt(one) ? other : one)),
    values.reduce((one, other) => (other.gt(one) ? other : one)),
  ]
  return total.quantity.value.gte(least) && total.quantity.value.lte(most) && least.times(2).gt(most)
}

/** Lines under the line whose code is their nearest printed prefix; undefined where codes repeat or most lines have none. */
function codeTree(lines: readonly Line[]): Hypothesis | undefined {
  const coded = lines.filter((line) => line.code)
  const others = lines.filter((line) => !line.code && !line.total)
  const byCode = new Map(coded.map((line) => [line.code!, line]))
  if (coded.length < 2 || byCode.size !== coded.length || others.length > 0) return undefined
  const children = new Map<Line, Line[]>()
  for (const line of coded) {
    const parent = byCode.get(line.code!.slice(0, 5)) ?? byCode.get(line.code!.slice(0, 3))
    const above = parent === line ? byCode.get(line.code!.slice(0, 3)) : parent
    if (above && above !== line) children.set(above, [...(children.get(above) ?? []), line])
  }
  return [...children].map(([whole, parts]) => ({ whole, parts }))
}

/** One tree a depth of numbering: the lines of the next printed depth below a line, up to its equal. */
function numberingTrees(lines: readonly Line[]): Hypothesis[] {
  return [1, 2, 3].map((depth) =>
    lines.flatMap((whole, at) => {
      if (whole.depth !== depth) return []
      const end = lines.findIndex(
        (line, index) => index > at && (line.total !== undefined || (line.depth > 0 && line.depth <= depth)),
      )
      const below = lines.slice(at + 1, end < 0 ? lines.length : end).filter((line) => line.depth > depth)
      const next = Math.min(...below.map((line) => line.depth))
      const parts = below.filter((line) => line.depth === next)
      return [{ whole: namedRightAbove(lines, parts[0]) ?? whole, parts }]
    }),
  )
}

/** 「三、支出 / 其中：基本支出 / 项目支出 / 1.甲 2.乙」: what is numbered takes apart the line without number right above it. */
function namedRightAbove(lines: readonly Line[], first: Line | undefined): Line | undefined {
  const above = first && lines[lines.indexOf(first) - 1]
  return above?.depth === 0 && !above.total ? above : undefined
}

/**
 * 「其中」: where two columns or more show how far the list goes on, those lines are all its parts; else no more than that the
 * lines it surely introduces stay within the whole. Signed changes of a part may exceed those of the whole.
 */
function subsetSums(sheet: Sheet, columns: readonly Column[], lines: readonly Line[]): Claim[] {
  const trees = subsetTree(lines).map((each) => ({ ...each, all: wholeList(sheet, columns, lines, each) }))
  const listed = trees.flatMap(({ all }) => all ?? [])
  const open = trees.filter(({ all }) => !all).map((each) => ({ ...each, parts: unnested(columns, each) }))
  const unsigned = columns.filter((column) => !lines.some((line) => line.figure(column)?.quantity.value.lt(0)))
  return [
    ...listed.flatMap((each) => judge(sheet, columns, 'table.subtotal', [each], 'likely', 2)),
    ...judge(sheet, unsigned, 'table.subtotal', open, 'subset', 1),
  ]
}

/** 「其中：财政资金68 / 其中：上级资金44」: lines that together exceed the whole, where one holds the next, are not of one list. */
function unnested(columns: readonly Column[], { whole, parts }: Gathering): readonly Line[] {
  const [first, second] = parts
  const isNested = columns.some((column) => {
    const [all, one, two] = [whole, first, second].map((line) => line?.figure(column)?.quantity.value)
    return all && one && two && one.lte(all) && two.lte(one) && one.plus(two).gt(all)
  })
  return isNested && parts.every(({ subset }) => subset) ? parts.slice(0, 1) : parts
}

/** The lines from 「其中」 on that add up in at least two columns, and fail in no more than one of three. */
function wholeList(
  sheet: Sheet,
  columns: readonly Column[],
  lines: readonly Line[],
  { whole, parts }: Gathering,
): Gathering | undefined {
  const from = lines.indexOf(parts[0]!)
  const end = lines.findIndex(
    (line, at) => at > from && (line.total !== undefined || line.subset || line.depth !== parts[0]!.depth),
  )
  const list = lines.slice(from, end < 0 ? lines.length : end)
  for (let length = 2; length <= list.length; length++) {
    const tree = { whole, parts: list.slice(0, length) }
    const guesses = guessesFor(sheet, columns, [tree]).filter(({ total }) => !total.figure.quantity.value.eq(0))
    const holds = guesses.filter(({ total, parts: terms }) => outcomeOf(total, terms) === 'fits').length
    if (holds >= 2 && (guesses.length - holds) * 2 <= holds) return tree
  }
  return undefined
}

/** 「其中」: the first line it introduces, and the ones after it that are numbered alike, or not at all below a numbered line. */
function subsetTree(lines: readonly Line[]): Hypothesis {
  return lines.flatMap((line, at) => {
    const whole = lines[at - 1]
    if (!line.subset || !whole || whole.subset) return []
    const end = lines.findIndex(
      (each, index) =>
        index > at &&
        (each.total !== undefined ||
          (each.depth > 0 && each.depth !== line.depth) ||
          (whole.depth === 0 && line.depth === 0 && !each.subset)),
    )
    return [{ whole, parts: lines.slice(at, end < 0 ? lines.length : end) }]
  })
}

/** 「支出合计（万元）」 over rows without a unit: they have that of their total. Rows of another unit are none of its parts. */
function inOneUnit(guess: Guess): Guess[] {
  const { unit } = guess.total.figure.quantity
  const others = guess.parts.filter(({ figure }) => figure.quantity.unit.kind !== unit.kind)
  if (others.some(({ figure }) => figure.quantity.unit.kind !== 'none')) return []
  const inUnit = (part: Term): Term =>
    others.includes(part)
      ? {
          ...part,
          figure: { ...part.figure, quantity: { ...part.figure.quantity, unit }, unit: guess.total.figure.unit },
        }
      : part
  return [{ ...guess, parts: guess.parts.map(inUnit) }]
}

function totalSums(sheet: Sheet, columns: readonly Column[], lines: readonly Line[], coded: boolean): Claim[] {
  const subs = lines.filter((line) => line.total === 'sub')
  const grands = lines.filter((line) => line.total === 'grand')
  if (subs.length + grands.length > mostTotals) return []
  const jobs = [...(subs.length > 0 ? [subs] : []), ...grands.map((line) => [line])]
  const plain = !coded && lines.every((line) => line.depth === 0 && !line.subset) && subs.length + grands.length === 1
  return jobs.flatMap((wholes) => {
    const hypotheses = [...waysToGather(lines, wholes), ...nestedWays(columns, lines, wholes)].map((tree) =>
      tree.filter((each) => each.parts.length >= (coded ? 1 : 2)),
    )
    const scored = hypotheses.map((tree) => ({ tree, score: scoreOf(guessesFor(sheet, columns, tree)) }))
    const best = scored.filter(({ score }) => score > 0).toSorted((left, right) => right.score - left.score)[0]
    if (best) return judge(sheet, columns, 'table.total', best.tree, 'total', 1)
    const plainOrKnown = plain ? hypotheses.find((tree) => tree.length > 0) : knownTotal(lines, wholes[0]!)
    if (!plainOrKnown) return []
    const claims = judge(sheet, columns, 'table.total', plainOrKnown, 'total', 2)
    return sheet.grid.pdf ? claims.map((claim) => ({ ...claim, certain: false, because: pageBreak })) : claims
  })
}

/** 收支总表: 本年收入合计 gathers the numbered rows above it, 总计 the 本年合计 and the rows between. */
function knownTotal(lines: readonly Line[], whole: Line): Hypothesis | undefined {
  const at = lines.indexOf(whole)
  const previous = lines.slice(0, at).findLastIndex((line) => line.total !== undefined)
  const between = lines.slice(previous + 1, at)
  if (/^本年(?:收入|支出)合计$/.test(whole.text) && previous < 0) {
    const numbered = between.filter((line) => line.depth === 1)
    return numbered.length >= 2 && between.every((line) => line.depth > 0) ? [{ whole, parts: numbered }] : undefined
  }
  const above = lines[previous]
  if (!/^(?:收入|支出)?总计$/.test(whole.text) || !above || !/^本年(?:收入|支出)合计$/.test(above.text))
    return undefined
  return between.length > 0 && between.every((line) => !line.subset)
    ? [{ whole, parts: [above, ...between] }]
    : undefined
}

/** How many columns add up, less those that do not; zeros prove nothing. */
function scoreOf(guesses: readonly Guess[]): number {
  return guesses.reduce((score, guess) => {
    if (guess.parts.length === 0 || guess.total.figure.quantity.value.eq(0)) return score
    const fits = outcomeOf(guess.total, guess.parts) === 'fits'
    return score + (fits ? 1 : guess.missing > 0 ? 0 : -0.75)
  }, 0)
}
