import { allMatches } from '#domain/all-matches.ts'
import type { Wording } from '#domain/knowledge.ts'
import type { Evidence } from '#domain/finding.ts'
import { onceFor } from '#domain/once-for.ts'
import type { Rule, Verdict } from '../../rule.ts'
import { type Line, evidenceAt, linesWith, wholeOf, wordsOf } from '../paragraphs.ts'
import { placesMatching } from './patterns.ts'
import { firstText, orHolds, placesOf, reported } from '../verdicts.ts'

type Slip = Wording['slips'][number]

/**
 * The field's common slips of the pen, from data/wording.yaml: one finding a slip, with every place it stands in.
 * Of two that overlap the longer one, or the one the table has first, is told.
 */
export const slips: Rule = {
  id: 'wording.slip',
  title: '没有常见错别字和误用词',
  source: '本系统用语词表',
  judge(reading, { wording }) {
    const lines = wordsOf(reading)
    const bySlip = new Map<Slip, Evidence[]>()
    const present = slipsPresent(wholeOf(lines), wording.slips)
    const ordered = present.toSorted((left, right) => right.wrong.length - left.wrong.length)
    const words = present.map(({ wrong }) => wrong)
    for (const line of linesWith(lines, words))
      for (const [slip, evidence] of slipsIn(line, ordered)) bySlip.set(slip, [...(bySlip.get(slip) ?? []), evidence])
    const found = present.flatMap((slip) => {
      const evidence = bySlip.get(slip)
      return evidence ? [slipFound(slip, evidence)] : []
    })
    return orHolds([...found, ...usages(lines, wording.usages ?? [])])
  },
}

/** The slips that stand in a text at all. It is read once for the signs that give them away; most stand nowhere. */
function slipsPresent(text: string, table: readonly Slip[]): readonly Slip[] {
  const isTelling = tellingSigns(table)
  const seen = new Set<number>()
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (isTelling[sign]) seen.add(sign)
  }
  return table.filter((slip) => seen.has(tellingSign(slip)) && text.includes(slip.wrong))
}

/** Which signs give a slip of the table away, by their code. */
const tellingSigns = onceFor((table: readonly Slip[]): Uint8Array => {
  const signs = new Uint8Array(0x10000)
  for (const slip of table) signs[tellingSign(slip)] = 1
  return signs
})

/** The sign of a slip that its right spelling does not have, else its first. */
const tellingSign = onceFor(({ wrong, right }: Slip): number => {
  const at = [...wrong].findIndex((sign) => !right.includes(sign))
  return wrong.charCodeAt(Math.max(0, at))
})

function slipsIn(line: Line, ordered: readonly Slip[]): [Slip, Evidence][] {
  const taken: (readonly [start: number, end: number])[] = []
  return ordered.flatMap((slip) =>
    occurrences(line.text, slip).flatMap((start): [Slip, Evidence][] => {
      const end = start + slip.wrong.length
      if (taken.some((each) => start < each[1] && end > each[0])) return []
      taken.push([start, end])
      return [[slip, evidenceAt(line, start, end)]]
    }),
  )
}

/** Where a slip stands in a text; a place inside words in which it is right is none. */
function occurrences(text: string, { wrong, unless }: Slip): number[] {
  const found: number[] = []
  for (let at = text.indexOf(wrong); at >= 0; at = text.indexOf(wrong, at + 1)) found.push(at)
  if (found.length === 0 || !unless) return found
  const lawful = allMatches(text, new RegExp(unless, 'gu')).map(
    (match) => [match.index, match.index + match[0].length] as const,
  )
  return found.filter((at) => !lawful.some(([start, end]) => start <= at && at + wrong.length <= end))
}

function slipFound({ wrong, right, note, severity }: Slip, evidence: readonly Evidence[]): Verdict {
  const reason = note ? `：${note}` : ''
  return reported(
    'wording.slip',
    severity ?? 'warning',
    `“${wrong}”疑为“${right}”之误${reason}${placesOf(evidence)}`,
    evidence,
    {
      suggestion: right,
    },
  )
}

function usages(lines: readonly Line[], table: NonNullable<Wording['usages']>): Verdict[] {
  return table.flatMap((entry): Verdict[] => {
    const evidence = placesMatching(lines, entry)
    if (evidence.length === 0) return []
    const message = `${entry.title}：“${firstText(evidence)}”${placesOf(evidence)}，${entry.mend}`
    return [reported('wording.slip', entry.severity, message, evidence)]
  })
}
