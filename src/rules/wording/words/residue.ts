import type { Rule, Verdict } from '../../rule.ts'
import { cellsOf, linesOf } from '../paragraphs.ts'
import { placesMatching } from './patterns.ts'
import { firstText, orHolds, placesOf, reported } from '../verdicts.ts'

/** A cell that holds a sentence: the others are labels, in which 「占 %」 is a unit and 「……」 a filler row. */
const sentence = /^(?=[^]{15})[^]*[，。；]/

/** Template text left in (I83, P21): guidance paragraphs, placeholders, blank slots. One finding a pattern. */
export const residue: Rule = {
  id: 'I83',
  title: '没有残留的模板说明、占位符和空格子',
  source: '绩效自评报告模板填写要求',
  judge(reading, knowledge) {
    const lines = [...linesOf(reading), ...cellsOf(reading).filter(({ text }) => sentence.test(text))]
    const verdicts = knowledge.wording.residue.flatMap((entry): Verdict[] => {
      const evidence = placesMatching(lines, entry)
      if (evidence.length === 0) return []
      const message = `${entry.title}${placesOf(evidence)}：“${firstText(evidence)}”，请补全或删去`
      return [reported('I83', entry.severity, message, evidence)]
    })
    return orHolds(verdicts)
  },
}
