import type { Unit } from '#domain/unit.ts'
import { measureWords } from '../../measure-words.ts'
import type { Slot } from './grid.ts'
import { bareLabel } from './labels.ts'
import { notAdditive } from './lexicon.ts'
import type { Sheet } from './sheet.ts'
import { countedUnit, scoredUnit, unitInText } from './unit-in-text.ts'

/**
 * A column of a table of amounts.
 *
 * path    its heads from top to bottom, repeats left out
 * role    amount: may be added · rate: never added · plain: numbers that are neither · words
 * letter  the letter its head gives it for formulas: 「预算数（A）」
 */
export type Column = {
  readonly index: number
  readonly path: readonly string[]
  readonly head: string
  readonly role: 'amount' | 'rate' | 'plain' | 'words'
  readonly unit?: Unit
  readonly letter?: string
}

/** What is counted or measured is no money, whatever the table's unit. */
const countHead = /(?:数量|面积|里程|长度|工程量|床位|月数|天数|[户村人次个件台套辆场期座所项头只亩张位]数)$/
/** 「千瓦时/㎡」「（元/吨）」: so much for one of something. */
const perOne =
  /(?:^|[（(])(?:万?元|千瓦时|kWh|度|千?克|公斤|吨|吨标准?煤|升|立方米|m³)[/／](?:㎡|m²|平方米|立方米|m³|[人户亩吨床台辆件套座头只村]|公里|人次|百公里|千瓦时|度)[)）]?$/iu
const rateHead = /率|占比|比例|比重|百分比|%|增幅|增长|升降/

/** The column under these heads, told by its cells. */
export function columnOf(
  sheet: Sheet,
  index: number,
  path: readonly string[],
  slots: readonly (Slot | undefined)[],
): Column {
  const head = path.join('/')
  const leaf = path.at(-1) ?? ''
  const filled = slots.filter((slot) => slot && slot.kind !== 'nothing')
  const numbers = filled.filter((slot) => slot?.kind === 'number')
  const numeric = numbers.length > 0 && numbers.length * 5 >= filled.length * 3
  const bare = bareLabel(leaf)
  const share = numbers.length > 0 && numbers.every((slot) => slot?.number?.unit.kind === 'share')
  const isRate = share || rateHead.test(leaf)
  const role = !numeric
    ? 'words'
    : isRate
      ? 'rate'
      : notAdditive.test(bare) || perOne.test(leaf) || bare === ''
        ? 'plain'
        : 'amount'
  const unit =
    path
      .toReversed()
      .map(unitInText)
      .find((each) => each) ??
    countedUnit(bare) ??
    scoredUnit(bare) ??
    (role === 'amount' && !countHead.test(bare) ? sheet.unit : undefined)
  const letter = /[(（]([A-Z])[)）]/.exec(leaf)?.[1] ?? /^([A-Z])[、.]/.exec(leaf)?.[1]
  return { index, path, head, role, ...(unit ? { unit } : {}), ...(letter ? { letter } : {}) }
}

/** The column that prints the measure word of each row; 「单位」 may also head names of offices. */
export function unitColumn(
  columns: readonly Column[],
  slotsOf: (column: Column) => readonly Slot[],
): Column | undefined {
  return columns.find((column) => {
    if (column.role !== 'words' || !/^(?:计量|度量)?单位$/.test(column.path.at(-1) ?? '')) return false
    const words = slotsOf(column).filter((slot) => slot.kind === 'words')
    return words.every((slot) => slot.text.length <= 4 && (measureWords.includes(slot.text) || /元$/.test(slot.text)))
  })
}

/**
 * The columns, those of money (决算数, 支出) and of changes and remainders (增减, 差额, 结余 …) in the one unit of money of
 * the others where their own heads name none.
 */
export function inOneUnit(columns: readonly Column[]): readonly Column[] {
  const money = columns.flatMap(({ unit }) => (unit?.kind === 'money' ? unit : []))
  const scales = new Set(money.map(({ scale }) => scale))
  const [unit] = money
  if (!unit || scales.size !== 1) return columns
  return columns.map((column) =>
    column.role === 'amount' && !column.unit && isMoney(column.path.at(-1) ?? '') ? { ...column, unit } : column,
  )
}

function isMoney(leaf: string): boolean {
  return (
    remainder.test(leaf) ||
    /^(?:实际|累计|本年|全年|年初|调整后?|财政)*(?:预算|决算|支出|执行|支付|拨付|到位|下达)(?:数|金额|资金|总额)?$/.test(
      leaf,
    )
  )
}

/** Heads of columns that print what two others leave. */
export const remainder =
  /增减|增加额|变动|差额|差异|结余|剩余|余额|未支付|未支出|未到位|未拨付|未兑付|核减|核增|审减|节约额|节支|缺口|调整数|调整额|调减|调增|追加/
