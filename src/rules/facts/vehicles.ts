import { allMatches } from '#domain/all-matches.ts'
import type { Rule } from '../rule.ts'
import { evidenceAt, linesOf, linesCued } from '../wording/paragraphs.ts'
import { reported } from '../wording/verdicts.ts'
import { certainFacts } from './certain-facts.ts'

const kept = /公务用车(?:实有|年末)?保有(?:数?量|数)(?:为|是|共|：|:)?\s*(\d+)\s*辆/g

/** I50: a unit that keeps no official vehicle has none to run. */
export const vehicles: Rule = {
  id: 'I50',
  title: '公务用车保有量为零时没有运行维护费',
  source: '三公经费口径：公务用车运行维护费是保有车辆的支出',
  judge(reading) {
    const stated = linesCued(linesOf(reading), /保有/g).flatMap((line) =>
      allMatches(line.text, kept).map((match) => ({ line, match })),
    )
    const running = certainFacts(reading, 'three-public.vehicle-running', 'actual')
    if (stated.length === 0 && running.length === 0) return [{ outcome: 'not-applicable' }]
    const [first] = stated
    if (!first) return [{ outcome: 'undetermined', missing: '公务用车保有量' }]
    const fact = running[0]
    if (!fact) return [{ outcome: 'undetermined', missing: '公务用车运行维护费决算数' }]
    // Several units, or two dates, may each state their own.
    if (stated.some(({ match }) => match[1] !== first.match[1]) || running.length > 1)
      return [{ outcome: 'undetermined', missing: '唯一的公务用车保有量和运行维护费' }]
    if (Number(first.match[1]) > 0 || fact.figure.quantity.value.eq(0)) return [{ outcome: 'holds' }]
    const { line, match } = first
    const evidence = [{ figure: fact.figure }, evidenceAt(line, match.index, match.index + match[0].length)]
    const message = `公务用车保有量为0，却有运行维护费${fact.figure.text}，请核对保有量，或说明是租用、年内处置的车辆。`
    return [reported('I50', 'warning', message, evidence)]
  },
}
