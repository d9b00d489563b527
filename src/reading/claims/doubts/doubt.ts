import type { Claim } from '#domain/claim.ts'

/** How sure a reading is that arithmetic binds. `meets`: how the numbers agree when one is put right: 相等, 相符. */
export function doubtOf(certain: boolean, meets: '相等' | '相符' = '相等'): Pick<Claim, 'certain' | 'because'> {
  return { certain, ...(certain ? {} : { because: `改动一个数字正好${meets}，可能是笔误` }) }
}
