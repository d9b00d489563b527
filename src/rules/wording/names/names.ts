import { allMatches } from '#domain/all-matches.ts'
import type { Part } from '#domain/document.ts'
import type { Rule, Verdict } from '../../rule.ts'
import { nearMisses } from './near-miss.ts'
import { type Line, byPart, evidenceAt, wordsOf } from '../paragraphs.ts'
import { orHolds, placesOf, reported } from '../verdicts.ts'

const shortestProject = 5
const shortestUnit = 7
const shortestOther = 4
const projectMoney = /20\d\d年度?([^，。；]{2,40}?)(?:项目)*(?:专项)?(?:经费|资金)/g

/**
 * One project, one unit, one name (I81): a project's or unit's name one sign away from the usual one is a warning,
 * and so is another project's name where a report names its own.
 */
export const names: Rule = {
  id: 'I81',
  title: '单位名称、项目名称前后一致',
  source: '本系统核对规则',
  judge(reading) {
    const lines = wordsOf(reading)
    const known = new Set(reading.parts.flatMap((part) => part.project ?? []))
    const projects = byPart(reading, lines).filter(([part]) => (part.project ?? '').length >= shortestProject)
    const units = [...new Set(reading.parts.flatMap((part) => unitOf(part) ?? []))]
    if (projects.length === 0 && units.length === 0) return [{ outcome: 'not-applicable' }]
    return orHolds([
      ...projects.flatMap(([part, own]) => misspelled('项目名称', part.project!, own, [...known])),
      ...units.flatMap((unit) => misspelled('单位名称', unit, lines, units)),
      ...projects.flatMap(([part, own]) => strangers(part, own, known)),
    ])
  },
}

function unitOf(part: Part): string | undefined {
  const name = part.entity
  return name && name.length >= shortestUnit && /(?:政府|办公室|委员会|管理局|中心)$/.test(name) ? name : undefined
}

/** Places where a name stands with one sign changed or two swapped, unless the words are another known name. */
function misspelled(what: string, name: string, lines: readonly Line[], known: readonly string[]): Verdict[] {
  const generic = what === '单位名称'
  const found = lines.flatMap((line) =>
    nearMisses(line.text, name, generic).map((at) => ({ line, at, words: line.text.slice(at, at + name.length) })),
  )
  const wrong = found.filter(({ words }) => !known.some((each) => each !== name && each.includes(words)))
  return [...Map.groupBy(wrong, ({ words }) => words)].flatMap(([words, places]): Verdict[] => {
    if (places.length > 2) return []
    const evidence = places.map(({ line, at }) => evidenceAt(line, at, at + name.length))
    return [
      reported('I81', 'warning', `${what}“${words}”${placesOf(evidence)}与别处的“${name}”差一个字，请核对`, evidence, {
        suggestion: name,
      }),
    ]
  })
}

/** 「对2023年丙项目经费开展绩效自评」 in the report on another project. */
function strangers(part: Part, lines: readonly Line[], known: ReadonlySet<string>): Verdict[] {
  const own = part.project!
  return lines.flatMap((line): Verdict[] => {
    if (line.text.includes(own)) return []
    return allMatches(line.text, projectMoney).flatMap((match): Verdict[] => {
      const name = match[1]!
      if (!known.has(name) || name.length < shortestOther || own.includes(name) || name.includes(own)) return []
      const start = match.index + match[0].indexOf(name)
      const evidence = [evidenceAt(line, start, start + name.length)]
      return [
        reported(
          'I81',
          'warning',
          `“${own}”的报告里写着另一个项目“${name}”的经费，像是沿用了别的报告的文字，请核对`,
          evidence,
        ),
      ]
    })
  })
}
