import { accounts } from '../nearby/rate-bottoms.ts'
import { given } from '../nearby/rate-tops.ts'
import type { Mention } from '../text/sentences.ts'
import { type Pair, clauseOf, fitsRate } from './rate-pairs.ts'

const ofBudget = /^(?:为|完成)(?:年初|全年|年度|当年|本年|调整后?)?预算数?的$/

/** 「支出13948亿元，完成预算的101%。其中养老金13458亿元，完成预算的101%」: each is of a budget of its own, which is not told. */
export function isOfOwnBudget(rate: Mention, pair: Pair, clause: string): boolean {
  const isGiven = given.test(clauseOf(pair.denominator).replace(accounts, ''))
  return ofBudget.test(clause.trim()) && !isGiven && !fitsRate(rate, pair)
}
