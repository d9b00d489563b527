import { onceFor } from '#domain/once-for.ts'
import type { Reading } from '#domain/reading.ts'
import type { Rule, Verdict } from '../../rule.ts'
import { headingOf } from '../headings/headings.ts'
import { areAlike, mayBeAlike, shingles } from './likeness.ts'
import { type Line, byPart, evidenceOf, linesOf } from '../paragraphs.ts'
import { placesOf, reported } from '../verdicts.ts'

const shortest = 30
const alike = 0.9
/** Texts compared pairwise: bounds the time of files with hundreds of project reports. */
const mostTexts = 500
const shortestGoal = 8

/**
 * Paragraphs shared by several project reports (I84): five-sign shingles with a Jaccard index of 0.9 or more, a note.
 * A goal that repeats the project's profile word for word is a warning; any other long paragraph that stands twice in
 * one report is a note.
 */
export const alikeParagraphs: Rule = {
  id: 'I84',
  title: '各项目报告不套用同一段文字',
  source: '本系统核对规则',
  judge(reading) {
    const lines = linesOf(reading).filter(({ text }) => !/^\s*[（(]?(?:注|备注|说明|附注)[）)]?[：:\d]/.test(text))
    const long = lines.filter((line) => line.text.length >= shortest && bare(line).length >= shortest)
    const goals = goalsLikeProfiles(reading, lines)
    const told = new Set(goals.flatMap(({ goal, profile }) => [goal, profile]))
    const verdicts = [
      ...shared(long),
      ...goals.map(({ goal, profile }) =>
        reported(
          'I84',
          'warning',
          `“${goal.part.title}”的绩效目标与项目简介一字不差，目标应写清要达到的数量、质量、时限和效益`,
          [evidenceOf(goal, 60), evidenceOf(profile, 60)],
        ),
      ),
      ...repeated(long.filter((line) => !told.has(line))),
    ]
    if (verdicts.length > 0) return verdicts
    return [{ outcome: long.length > 1 ? 'holds' : 'not-applicable' }]
  },
}

function shared(lines: readonly Line[]): Verdict[] {
  const groups = groupsOf(lines.filter((line) => line.part.kind === 'project-report'))
  if (groups.length === 0) return []
  const evidence = groups.flatMap((group) => group.map((line) => evidenceOf(line)))
  const reports = new Set(groups.flat().map((line) => line.part.index)).size
  return [
    reported(
      'I84',
      'info',
      `有${groups.length}段文字在${reports}份项目报告里一字不差或几乎相同${placesOf(evidence)}，应按各项目实际分别撰写`,
      evidence,
    ),
  ]
}

/** A text with the lines that have it word for word. */
type Text = { readonly words: string; readonly members: readonly Line[] }

/** Most texts have no other of their length to be compared with. */
const gramsOf = onceFor(({ words }: Text) => shingles(words))

/** Paragraphs of two or more reports that are alike, each in one group. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const texts = [...Map.groupBy(lines, (line) => bare(line))]
    .slice(0, mostTexts)
    .map(([words, members]): Text => ({ words, members }))
    .toSorted((left, right) => left.words.length - right.words.length)
  const taken = new Set<number>()
  const groups: Line[][] = []
  for (const [at, text] of texts.entries()) {
    if (taken.has(at)) continue
    const members = [...text.members]
    for (let next = at + 1; next < texts.length; next++) {
      const other = texts[next]!
      if (other.words.length * alike > text.words.length) break
      if (taken.has(next) || !mayBeAlike(text.words, other.words, alike)) continue
      if (!areAlike(gramsOf(text), gramsOf(other), alike)) continue
      taken.add(next)
      members.push(...other.members)
    }
    if (new Set(members.map((line) => line.part.index)).size > 1) groups.push(members)
  }
  return groups
}

function goalsLikeProfiles(reading: Reading, lines: readonly Line[]): { goal: Line; profile: Line }[] {
  return byPart(reading, lines).flatMap(([part, own]) => {
    if (part.kind !== 'project-report') return []
    const goal = textUnder(own, /绩效目标/)
    const profile = textUnder(own, /简介|基本情况|项目概况/)
    if (!goal || !profile || goal === profile) return []
    return bare(goal).length >= shortestGoal && bare(goal) === bare(profile) ? [{ goal, profile }] : []
  })
}

/** The first paragraph under the first heading that fits, when it is no heading itself. */
function textUnder(lines: readonly Line[], heading: RegExp): Line | undefined {
  const at = lines.findIndex((line, index) => {
    const found = headingOf(line)
    const next = lines[index + 1]
    return found?.bare === true && heading.test(found.name) && next !== undefined && !headingOf(next)
  })
  return at < 0 ? undefined : lines[at + 1]
}

function repeated(lines: readonly Line[]): Verdict[] {
  return [...Map.groupBy(lines, (line) => `${line.part.index} ${bare(line)}`).values()].flatMap((group): Verdict[] => {
    if (group.length < 2) return []
    const evidence = group.map((line) => evidenceOf(line, 60))
    return [
      reported(
        'I84',
        'info',
        `“${group[0]!.part.title}”中有两段文字完全相同${placesOf(evidence)}，请核对是否重复粘贴`,
        evidence,
      ),
    ]
  })
}

/** A line's words alone, without spaces and stops. */
const bare = onceFor(({ text }: Line): string => text.replace(/[\s，。；、：]/g, ''))
