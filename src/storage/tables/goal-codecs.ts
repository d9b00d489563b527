import type { Big } from 'big.js'
import type { ActualSource, IndicatorEntry, Scope } from '#domain/ledger/goal.ts'
import { type Cell, type Codec, codecs } from './codec.ts'

const { text, decimal, date, list } = codecs

/** The whole department, or 'project:' and the project's id. */
export const scopeCodec: Codec<Scope> = {
  columns: (name) => [{ name }],
  write: (scope) => (scope === 'department' ? ['department'] : text.write(`project:${scope.project}`)),
  read: ([cell = null]) => {
    if (cell === null) return undefined
    return cell === 'department' ? 'department' : { project: cell.slice('project:'.length) }
  },
}

/** A number, or words: one of two columns is filled. */
export const numberOrWordsCodec: Codec<Big | string> = {
  columns: (name) => [{ name: `${name}_number`, exact: true }, { name: `${name}_words` }],
  write: (value) => (typeof value === 'string' ? [null, ...text.write(value)] : [...decimal.write(value), null]),
  read: ([number = null, words = null]) => decimal.read([number]) ?? text.read([words]),
}

const entered = { number: 1, words: 2, evidence: 3 }
const width = 10

/** Where an actual value comes from, and the columns of that way; those of the others are null. */
export const actualCodec: Codec<ActualSource> = {
  columns: (name) =>
    [
      ['from', 'number', 'words', 'evidence'],
      ['kind', 'count', 'since', 'until'],
      ['measure', 'phase'],
    ]
      .flat()
      .map((part) => ({ name: `${name}_${part}`, list: part === 'evidence', exact: part === 'number' })),
  write: (source) => {
    const cells: Cell[] = [source.from, ...Array.from({ length: width - 1 }, () => null)]
    if (source.from === 'entered') {
      const evidence = source.evidence ? list.write(source.evidence) : [null]
      cells.splice(entered.number, 3, ...numberOrWordsCodec.write(source.value), ...evidence)
    } else if (source.from === 'counted') {
      const days = [...date.write(source.since), ...date.write(source.until)]
      cells.splice(4, 4, ...text.write(source.kind), ...text.write(source.count), ...days)
    } else {
      cells.splice(8, 2, ...text.write(source.measure), ...text.write(source.phase))
    }
    return cells
  },
  read: (cells) => {
    const at = (index: number) => cells[index] ?? ''
    if (cells[0] === 'counted') return { from: 'counted', kind: at(4), count: at(5), since: at(6), until: at(7) }
    if (cells[0] === 'fact') return { from: 'fact', measure: at(8), phase: at(9) }
    const value = numberOrWordsCodec.read([cells[entered.number] ?? null, cells[entered.words] ?? null])
    if (value === undefined) return undefined
    const evidence = list.read([cells[entered.evidence] ?? null])
    return { from: 'entered', value, ...(evidence ? { evidence } : {}) }
  },
}

/** Points set by hand, and why. */
export const overrideCodec: Codec<NonNullable<IndicatorEntry['override']>> = {
  columns: (name) => [{ name: `${name}_points`, exact: true }, { name: `${name}_reason` }],
  write: ({ points, reason }) => [...decimal.write(points), ...text.write(reason)],
  read: ([number = null, reason = null]) => {
    const points = decimal.read([number])
    return points && { points, reason: reason ?? '' }
  },
}
