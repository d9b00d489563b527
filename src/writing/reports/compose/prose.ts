import type { PrintedNumber, Run } from '#domain/report/printed-report.ts'
import { outsideMeasure, outsideNumber } from '#domain/ledger/outside-number.ts'
import { type Setting, inCell, inText } from './setting.ts'
import { typedNumbers } from './typed-numbers.ts'

/** Prose with its numbers bound: paragraphs, and what a person must still settle. */
export type BoundProse = { readonly paragraphs: readonly (readonly Run[])[]; readonly faults: readonly string[] }

const token = /\{\{([^{}]+)\}\}/g

/**
 * The clerk's own text of one chapter. `{{measure@phase}}` prints a fact of this entity, `{{measure@phase@entity}}`
 * of another, `{{count:kind.rule}}` a count over a work ledger, `{{2人|evidence:id}}` a number from outside with the
 * evidence that proves it. A number typed without any of these is printed and listed as unbound.
 */
export function boundProse(setting: Setting, entity: string, chapter: string): BoundProse {
  const { ledger } = setting
  const own = ledger.sections.find(
    ({ scope, outline }) =>
      outline === chapter &&
      (scope === 'department'
        ? entity === ''
        : ledger.projects.some(({ id, name }) => id === scope.project && name === entity)),
  )
  if (!own) return { paragraphs: [], faults: [] }
  const faults: string[] = []
  const paragraphs = own.text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => boundLine(line, setting, entity, faults))
  return { paragraphs, faults }
}

function boundLine(line: string, setting: Setting, entity: string, faults: string[]): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const match of line.matchAll(token)) {
    words(line.slice(from, match.index), runs, faults)
    runs.push(...bound(match[1] ?? '', setting, entity, faults))
    from = match.index + match[0].length
  }
  words(line.slice(from), runs, faults)
  return runs
}

function words(text: string, runs: Run[], faults: string[]): void {
  if (text === '') return
  runs.push(text)
  for (const number of typedNumbers(text)) faults.push(`「${number}」没有绑定账本里的数，也没有注明佐证材料`)
}

function bound(inner: string, setting: Setting, entity: string, faults: string[]): Run[] {
  const [what = '', proof] = inner.split('|')
  if (proof !== undefined) return outside(inner, what, setting, entity, faults)
  const fact = setting.facts.get(factIdOf(what, setting, entity))
  if (fact) return [bare(what) ? inCell(fact) : inText(fact)]
  faults.push(`「{{${what}}}」在账本里找不到对应的数`)
  return [`{{${what}}}`]
}

/** A number from outside the ledger: with its identity where its proof is known, else as it was typed and listed. */
function outside(inner: string, what: string, { ledger, facts }: Setting, entity: string, faults: string[]): Run[] {
  const number = outsideNumber(inner)
  const proof = number?.proof ?? inner.split('|')[1]?.replace(/^evidence:/, '') ?? ''
  const known = [...ledger.evidence, ...ledger.papers].some(({ id }) => id === proof)
  if (!known) faults.push(`「${what}」注明的佐证材料「${proof}」账本里没有`)
  const fact = number && facts.get(`${outsideMeasure(number)}|${entity}|${ledger.year}|none`)
  if (!number || !fact) return [what]
  const { before, text, after } = number
  return [before, { fact: fact.id, text, unit: after, quantity: fact.quantity }].filter((run) => run !== '')
}

/** A trailing # asks for the number without its unit: 「{{count:hotline.handled#}}余件」. */
function bare(what: string): boolean {
  return what.endsWith('#')
}

function factIdOf(what: string, { ledger }: Setting, entity: string): string {
  const plain = what.replace(/#$/, '').trim()
  if (plain.startsWith('count:')) return `work.${plain.slice('count:'.length)}||${ledger.year}|none`
  const [measure = '', phase = 'none', other] = plain.split('@')
  return `${measure}|${other ?? entity}|${ledger.year}|${phase}`
}

/** Numbers of a run list, for callers that list what a report prints. */
export function numbersIn(runs: readonly Run[]): PrintedNumber[] {
  return runs.filter((run): run is PrintedNumber => typeof run !== 'string')
}
