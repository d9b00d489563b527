import { Big } from 'big.js'
import { type Scale, type Unit, unitOf } from '../unit.ts'

/**
 * A number from outside the ledger, as a text marks it: 「{{150万余元|evidence:paper-1}}」.
 *
 * text     the number as printed, with its percent sign: '150', '9.75%'
 * before   words before it, `after` what is printed behind it: '万余元'
 * proof    id of the paper or evidence that proves it
 * value    exact; `decimals` as printed
 */
export type OutsideNumber = {
  readonly text: string
  readonly before: string
  readonly after: string
  readonly proof: string
  readonly value: Big
  readonly decimals: number
  readonly unit: Unit
}

const shape = /^([^\d]*)(\d[\d,]*(?:\.(\d+))?)([%‰]?)(.*)$/s
const scaled = /^(万亿|千万|百万|十|百|千|万|亿)?(.*)$/s
const loose = /余|多|来|几/g

/** The inside of a token in a clerk's text as a number from outside; undefined where it holds no number or names no proof. */
export function outsideNumber(inner: string): OutsideNumber | undefined {
  const [what = '', proof] = inner.split('|')
  const [, before = '', digits, fraction = '', sign = '', after = ''] = shape.exec(what) ?? []
  if (proof === undefined || digits === undefined) return undefined
  const [, scale = '', name = ''] = scaled.exec(sign === '' ? after.replace(loose, '') : '') ?? []
  return {
    text: digits + sign,
    before,
    after,
    proof: proof.replace(/^evidence:/, '').trim(),
    value: new Big(digits.replaceAll(',', '')),
    decimals: fraction.length,
    unit: sign === '' ? unitOf(name, scale as Scale) : unitOf(sign),
  }
}

/** The measure such a number goes by: its proof and its words tell it apart from all others of the report. */
export function outsideMeasure({ before, text, after, proof }: OutsideNumber): string {
  return `outside.${proof}/${before}${text}${after}`
}
