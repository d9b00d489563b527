import { allMatches } from '#domain/all-matches.ts'
import type { Rule, Verdict } from '../../rule.ts'
import { evidenceAt, linesOf, linesCued } from '../paragraphs.ts'
import { reported } from '../verdicts.ts'

const initial = /年初预算(?:数)?(?:安排)?(?:为|是)?\s*(\d+(?:\.\d+)?)\s*(?:万元|元)/g
const completed = /完成(?:了)?年初预算的?\s*\d+(?:\.\d+)?\s*[%％]/

/** I25: nothing of a budget of zero can be completed. Only within a sentence that names one initial budget. */
export const noInitialBudget: Rule = {
  id: 'I25',
  title: '年初预算为零的不写完成年初预算的百分之几',
  source: '部门决算公开口径：年初预算为零的，无法计算完成比例',
  judge: (reading) =>
    linesCued(linesOf(reading), /年初预算/g).flatMap((line) =>
      allMatches(line.text, /[^。！？；\n]+/g).flatMap((sentence): Verdict[] => {
        const rate = completed.exec(sentence[0])
        if (!rate) return []
        const budgets = allMatches(sentence[0], initial)
        if (budgets.length !== 1) return [{ outcome: 'undetermined', missing: '同一句里的年初预算数' }]
        if (Number(budgets[0]![1]) > 0) return [{ outcome: 'holds' }]
        const start = sentence.index + rate.index
        const message = `年初预算为0，不能写「${rate[0]}」，请改写为年初没有安排预算及决算数形成的原因`
        return [reported('I25', 'error', message, [evidenceAt(line, start, start + rate[0].length)])]
      }),
    ),
}
