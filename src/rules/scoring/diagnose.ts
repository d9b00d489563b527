import { Big } from 'big.js'
import type { Diagnosis, DiagnosticRatio } from '#domain/diagnostic.ts'
import type { FactBook } from '../ledger/facts/fact-book.ts'
import { plain } from './points.ts'

type Sum = { readonly value: Big; readonly words: string } | { readonly missing: string }

/**
 * Works out the ratios from a ledger's facts. A figure that is not in the ledger makes a ratio undetermined, never 0.
 *
 * names   what measures are called, by id
 */
export function diagnose(
  ratios: readonly DiagnosticRatio[],
  book: FactBook,
  year: number,
  names: ReadonlyMap<string, string>,
): Diagnosis[] {
  return ratios.map((ratio) => diagnosis(ratio, (terms) => sumOf(terms, book, year, names)))
}

function diagnosis(ratio: DiagnosticRatio, sum: (terms: readonly string[]) => Sum): Diagnosis {
  const top = sum(ratio.numerator)
  const bottom = sum(ratio.denominator)
  if ('missing' in top) return { ratio, working: `账本里没有${top.missing}` }
  if ('missing' in bottom) return { ratio, working: `账本里没有${bottom.missing}` }
  if (bottom.value.eq(0))
    return top.value.eq(0)
      ? { ratio, working: `${top.words}、${bottom.words}都是0，不适用` }
      : { ratio, working: `分母${bottom.words}，比率无法计算` }
  const value = top.value.times(100).div(bottom.value).round(2, Big.roundHalfUp)
  const points = pointsOf(ratio, top.value.times(100).div(bottom.value))
  const working = `${top.words} ÷ ${bottom.words} = ${plain(value)}%，按旧评分表得${plain(points)}分（满分${plain(ratio.full)}分）`
  return { ratio, value, points, working }
}

const phaseWords: Readonly<Record<string, string>> = { original: '年初预算', final: '全年预算', actual: '决算' }

function sumOf(terms: readonly string[], book: FactBook, year: number, names: ReadonlyMap<string, string>): Sum {
  let value = new Big(0)
  const words: string[] = []
  for (const term of terms) {
    const isTaken = term.startsWith('-')
    const [measure = '', phase = 'none', when] = term.replace(/^-/, '').split('@')
    const own = when === 'prior' ? year - 1 : year
    const fact = book.find({ measure, year: own, phase })
    if (!fact) return { missing: `${own}年的${names.get(measure) ?? measure}${phaseWords[phase] ?? ''}` }
    value = isTaken ? value.minus(fact.quantity.value) : value.plus(fact.quantity.value)
    words.push(`${words.length > 0 ? (isTaken ? ' − ' : ' + ') : ''}${fact.title}${plain(fact.quantity.value)}`)
  }
  return { value, words: words.length > 1 ? `（${words.join('')}）` : words.join('') }
}

/** A step begun counts whole: 100.2 % is one point beyond 100 %. */
function pointsOf(ratio: DiagnosticRatio, value: Big): Big {
  if (ratio.scale === 'steps') return ratio.steps.find(({ upTo }) => value.lte(upTo))?.points ?? new Big(0)
  const off = ratio.scale === 'ceiling' ? value.minus(ratio.at) : ratio.at.minus(value)
  if (off.lte(0)) return ratio.full
  const steps = off.div(ratio.step).round(0, Big.roundUp)
  const left = ratio.full.minus(steps.times(ratio.lose))
  return left.lt(0) ? new Big(0) : left
}
