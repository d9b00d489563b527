import type { Claim } from '#domain/claim.ts'
import type { Verdict } from '../rule.ts'
import { judgeBound } from './judge-bound.ts'
import { judgeChange } from './judge-change.ts'
import { judgeCompound } from './judge-compound.ts'
import { judgeMean } from './judge-mean.ts'
import { judgePriced } from './judge-priced.ts'
import { judgeRatio } from './judge-ratio.ts'
import { judgeScore } from './judge-score.ts'
import { judgeSum } from './judge-sum.ts'
import { judgeBalance } from './judge-balance.ts'
import { judgeCount, judgeDifference, judgeEqual, judgeProduct } from './judge-simple.ts'

/** Does the arithmetic of a claim and says what comes of it. */
export function judgeClaim(claim: Claim, finest?: number): Verdict {
  const { form } = claim
  switch (form.is) {
    case 'sum':
      return judgeSum(claim, form, finest)
    case 'balance':
      return judgeBalance(claim, form)
    case 'ratio':
      return judgeRatio(claim, form)
    case 'change':
      return judgeChange(claim, form)
    case 'mean':
      return judgeMean(claim, form)
    case 'compound':
      return judgeCompound(claim, form)
    case 'product':
      return judgeProduct(claim, form)
    case 'priced':
      return judgePriced(claim, form)
    case 'difference':
      return judgeDifference(claim, form)
    case 'count':
      return judgeCount(claim, form)
    case 'equal':
      return judgeEqual(claim, form)
    case 'at-most':
      return judgeBound(claim, form)
    case 'score':
      return judgeScore(claim, form)
  }
}
