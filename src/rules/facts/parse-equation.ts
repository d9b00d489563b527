import type { Phase } from '#domain/fact.ts'

/** A name in an identity: 'spending.basic', or 'fund.total@final' when it is bound to a phase. */
export type Operand = { readonly measure: string; readonly phase?: Phase | 'any' }

/** left = Σ right · left = right[0] ÷ right[1] · left = right[0] · left ≤ right[0]. */
export type Equation = {
  readonly left: Operand
  readonly right: readonly Operand[]
  readonly operator: 'sum' | 'ratio' | 'equal' | 'at-most'
}

/** Reads 'a = b + c', 'a = b / c', 'a = b' and 'a <= b'; throws on anything else, so that no identity is silently lost. */
export function parseEquation(text: string): Equation {
  const bound = text.split(' <= ')
  if (bound.length === 2) return { left: operand(bound[0]!), right: [operand(bound[1]!)], operator: 'at-most' }
  const [left, right, ...rest] = text.split(' = ')
  if (!left || !right || rest.length > 0) throw new Error(`勾稽关系写法不认识：${text}`)
  if (right.includes(' / ')) return { left: operand(left), right: right.split(' / ').map(operand), operator: 'ratio' }
  const terms = right.split(' + ').map(operand)
  return { left: operand(left), right: terms, operator: terms.length > 1 ? 'sum' : 'equal' }
}

function operand(text: string): Operand {
  const [measure, phase] = text.trim().split('@')
  if (!measure || /\s/.test(measure)) throw new Error(`勾稽关系写法不认识：${text}`)
  return phase ? { measure, phase: phase as Phase | 'any' } : { measure }
}
