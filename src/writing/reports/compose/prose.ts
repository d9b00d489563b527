import type { PrintedNumber, Run } from '#domain/report/printed-report.ts'
import { type Setting, inCell, inText } from './setting.ts'

/** Prose with its numbers bound: paragraphs, and what a person must still settle. */
export type BoundProse = { readonly paragraphs: readonly (readonly Run[])[]; readonly faults: readonly string[] }

const token = /\{\{([^{}]+)\}\}/g
/** Digits that state a quantity: not years, dates, paper numbers, list numbers or bracketed ordinals. */
const loose = /\d[\d,.]*\s*(?:余|多)?(?:个百分点|%|万?亿?[元件期次篇条个人名户家项台套例笔起张处场份届天类])/g
const dates = /\d{4}年(?:度)?(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|〔\d{4}〕\d+号/g

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
  for (const [number] of text.replace(dates, '').matchAll(loose))
    faults.push(`「${number}」没有绑定账本里的数，也没有注明佐证材料`)
}

function bound(inner: string, setting: Setting, entity: string, faults: string[]): Run[] {
  const [what = '', proof] = inner.split('|')
  if (proof !== undefined) {
    const id = proof.replace(/^evidence:/, '')
    const known =
      setting.ledger.evidence.some((one) => one.id === id) || setting.ledger.papers.some((one) => one.id === id)
    if (!known) faults.push(`「${what}」注明的佐证材料「${id}」账本里没有`)
    return [what]
  }
  const fact = setting.facts.get(factIdOf(what, setting, entity))
  if (fact) return [bare(what) ? inCell(fact) : inText(fact)]
  faults.push(`「{{${what}}}」在账本里找不到对应的数`)
  return [`{{${what}}}`]
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
