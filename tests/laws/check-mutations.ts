import assert from 'node:assert/strict'
import { Big } from 'big.js'
import type { Finding } from '#domain/finding.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { ReportSet } from '#domain/report/printed-report.ts'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { type Redundant, otherNumber, redundantNumbers, withNumber } from './change-number.ts'
import { identified, numbersOf, write } from './law-package.ts'

/** A choice of what to change: which redundant number, which of its digits, by how much; any natural numbers. */
export type Choice = { readonly number: number; readonly digit: number; readonly by: number }
/** missed: what a person sees of a change no finding shows. */
export type Mutations = { readonly changed: number; readonly shown: number; readonly missed: readonly string[] }

/**
 * Mutation law: change one redundant number of a written report and a finding shows it. Every change is also told by
 * the identity the number carries: that holds without exception.
 */
export async function checkMutations(ledger: Ledger, choices: readonly Choice[]): Promise<Mutations> {
  const { set } = prepareReports(ledger)
  const redundant = redundantNumbers(set)
  let [changed, shown] = [0, 0]
  const missed: string[] = []
  for (const { number, digit, by } of choices) {
    const target = redundant[number % redundant.length]!
    const text = otherNumber(target.number.text, digit, 1 + (by % 8))
    if (withinRounding(target, text)) continue
    changed += 1
    const { findings, told } = await auditChanged(set, target, text)
    assert.deepEqual(told, [target.number.fact], '按标识只认出改动的这一个数')
    if (findings.some((finding) => pointsAt(finding, text))) shown += 1
    else missed.push(`${ledger.year} ${target.number.fact} ${target.number.text}→${text}`)
  }
  return { changed, shown, missed }
}

/** Nothing else in the report contradicts a change smaller than the rounding of what it is held against. */
function withinRounding({ number, slack }: Redundant, text: string): boolean {
  return amount(text).minus(amount(number.text)).abs().lte(slack)
}

async function auditChanged(set: ReportSet, { at }: Redundant, text: string) {
  const report = withNumber(set, at, text)
  const { name, bytes } = await write('docx', report, set)
  const audit = await auditDocument({ name, bytes })
  const printed = numbersOf(bindSet(set))
  const numbers = await identified('docx', bytes)
  const told = numbers.flatMap(({ fact, text: now }, index) => (now === printed[index]?.text ? [] : [fact]))
  return { findings: audit.findings.filter(({ severity }) => severity !== 'info'), told }
}

/** The finding shows the changed number among its places, itself or as a consequence, and says what is wrong. */
function pointsAt(finding: Finding, text: string): boolean {
  const all = [finding, ...(finding.consequences ?? [])]
  const value = text.replace(/[%,]/g, '')
  return all.some((each) => each.message !== '' && JSON.stringify(each).includes(value))
}

function amount(text: string): Big {
  return new Big(text.replace(/[%,]/g, ''))
}
