import assert from 'node:assert/strict'
import { Big } from 'big.js'
import type { Finding } from '#domain/finding.ts'
import type { Ledger } from '#domain/ledger/ledger.ts'
import type { PrintedNumber, ReportSet } from '#domain/report/printed-report.ts'
import { auditDocument } from '#operations/audits/audit-document.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { bindSet } from '#writing/reports/compose/bind-set.ts'
import { type Redundant, otherNumber, redundantNumbers, withNumber } from './change-number.ts'
import { type Format, identified, write } from './law-package.ts'

/** A choice of what to change: which redundant number, which of its digits, by how much; any natural numbers. */
export type Choice = { readonly number: number; readonly digit: number; readonly by: number }
/** missed: what a person sees of a change no finding shows. */
export type Mutations = { readonly changed: number; readonly shown: number; readonly missed: readonly string[] }

/**
 * Mutation law: change one redundant number of a written report and a finding shows it, in each format. Every change is
 * also told by the identity the number carries in docx, xlsx and html: that holds without exception.
 */
export async function checkMutations(ledger: Ledger, choices: readonly Choice[], format: Format): Promise<Mutations> {
  const { set } = prepareReports(ledger)
  const redundant = redundantNumbers(set, format === 'xlsx')
  let [changed, shown] = [0, 0]
  const missed: string[] = []
  for (const { number, digit, by } of redundant.length === 0 ? [] : choices) {
    const target = redundant[number % redundant.length]!
    const text = otherNumber(target.number.text, digit, 1 + (by % 8))
    if (target.allows(new Big(text.replace(/[%,]/g, '')))) continue
    changed += 1
    const { findings, told } = await auditChanged(set, target, text, format)
    const carriesIdentity = format === 'xlsx' ? fillsCell(set, target.number) : format !== 'pdf'
    assert.deepEqual(told, carriesIdentity ? [target.number.fact] : [], '按标识只认出改动的这一个数')
    if (findings.some((finding) => pointsAt(finding, text))) shown += 1
    else missed.push(`${format} ${ledger.year} ${target.number.fact} ${target.number.text}→${text}`)
  }
  return { changed, shown, missed }
}

async function auditChanged(set: ReportSet, { at }: Redundant, text: string, format: Format) {
  const mutated = withNumber(set, at, text)
  const { name, bytes } = await write(format, bindSet(mutated), mutated)
  const audit = await auditDocument({ name, bytes })
  const told = format === 'pdf' ? [] : await toldByIdentity(format, bytes, set)
  return { findings: audit.findings.filter(({ severity }) => severity !== 'info'), told }
}

/** A workbook names cells: a number with words around it, 「≥39期」, is told by reading alone. */
function fillsCell(set: ReportSet, number: PrintedNumber): boolean {
  const cells = bindSet(set).blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
  return cells.some(({ runs }) => runs.length === 1 && runs[0] === number && number.unit === '')
}

/** Facts of the numbers that a file holds now as the set, written anew, does not. */
async function toldByIdentity(format: Format, bytes: Uint8Array, set: ReportSet): Promise<(string | undefined)[]> {
  const [before, now] = [
    await identified(format, (await write(format, bindSet(set), set)).bytes),
    await identified(format, bytes),
  ]
  return now.flatMap(({ fact, text }, index) => (text === before[index]?.text ? [] : [fact]))
}

/** The finding shows the changed number among its figures, itself or as a consequence, and says what is wrong. */
function pointsAt(finding: Finding, text: string): boolean {
  const value = new Big(text.replace(/[%,]/g, ''))
  return [finding, ...(finding.consequences ?? [])].some(
    ({ message, evidence }) =>
      message !== '' &&
      evidence.some((each) => ('figure' in each ? new Big(each.figure.printed).eq(value) : each.text.includes(text))),
  )
}
