import { Big } from 'big.js'
import { allMatches } from '#domain/all-matches.ts'
import type { RulePack } from '#domain/pack.ts'
import type { Verdict } from '../rule.ts'
import { type Line, evidenceAt } from '../wording/paragraphs.ts'
import { contradiction } from './indicator-finding.ts'

type Grades = RulePack['grades']

/** 「综合得分86.4分，评定等级为“良”」 */
const scored =
  /(?:评价|自评|绩效|综合|评审|复评)(?:综合|总)?(?:得分|评分|总分)(?:为|是)?\s?(\d{1,3}(?:\.\d+)?)分[，,、（(](?:绩效|综合|自评)*(?:评[价定]|结果)*(?:等[级次]|档次)(?:评定)?(?:为|是|：)?\s?[“"「]?(优|良|中|差)[秀好等]?(?!\p{Script=Han})/gu
/** 「90分（含）以上为优」「80分（含）至90分为良」 */
const band =
  /(\d{2,3})分?(?:[（(]含[）)])?分?(?:及?以上|[-—－~～至到]+(?:\d{2,3})分?(?:[（(]不?含[）)])?分?)(?:的)?(?:评?定?为|是)?[“"「]?(优|良|中|差)/gu
/** Fewer bands told are no scale. */
const fewest = 2

/**
 * A score with the grade told right behind it, by the bands the part itself tells, or else those that hold where nothing
 * is told (I64).
 *
 * usual   the bands of the place, the best first
 * known   the scores that were judged already
 */
export function toldGrades(lines: readonly Line[], usual: Grades, known: ReadonlySet<string>): Verdict[] {
  const cued = lines.filter(({ text }) => /等[级次]|档次/.test(text) && /分/.test(text))
  if (cued.length === 0) return []
  const own = lines.flatMap(({ text }) => (text.includes('分') ? allMatches(text, band) : []))
  const told = own.map(([, from, name]) => ({ name: name!, from: new Big(from!) }))
  const isScale = told.length >= fewest && new Set(told.map(({ name }) => name)).size === told.length
  const grades = isScale ? told.toSorted((one, two) => two.from.cmp(one.from)) : usual
  const names = new Set(grades.map(({ name }) => name))
  return cued.flatMap((line) =>
    allMatches(line.text, scored).flatMap((match): Verdict[] => {
      const [whole, printed, word] = match
      if (known.has(printed!)) return []
      const due = grades.find(({ from }) => new Big(printed!).gte(from))?.name
      // Below the lowest band that is told the grade may be any other.
      if (due === undefined ? !names.has(word!) : due === word) return [{ outcome: 'holds' }]
      const belongs = due === undefined ? '不在这一档' : `属于「${due}」`
      const message = `得分${printed}分${belongs}，文中等级写的是「${word}」，请核对得分或等级。`
      return [contradiction('I64', 'warning', message, [evidenceAt(line, match.index, match.index + whole.length)])]
    }),
  )
}
