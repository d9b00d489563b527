import { meets } from '#domain/arithmetic.ts'
import type { Place } from '#domain/document.ts'
import type { Fact } from '#domain/fact.ts'
import { intervalOf } from '#domain/quantity.ts'
import { isSlip } from '#domain/slip.ts'
import { judgeEqual } from '../claims/judge-simple.ts'
import type { Rule, Verdict } from '../rule.ts'
import { countedFacts } from './counted-facts.ts'

/** Shorter names are words of the trade, not names of projects. */
const shortestName = 4

/**
 * The amount that the overall report gives for a project stands in that project's own report (I21). Budget or spending
 * may be meant: only a number one slip away from one of them, and equal to none, is reported, as a warning.
 */
export const projectsListed: Rule = {
  id: 'I21',
  title: '整体报告列出的项目金额与项目报告一致',
  source: '本系统核对规则（整体与项目一致）',
  judge(reading) {
    const byProject = Map.groupBy(
      reading.facts.filter((fact) => fact.entity !== '' && isMoney(fact) && !fact.measure.startsWith('count:')),
      (fact) => fact.entity,
    )
    if (byProject.size === 0) return [{ outcome: 'not-applicable' }]
    const projects = [...byProject].map(([name, facts]) => ({ name, told: plainName(name), facts }))
    return countedFacts(reading.facts).flatMap(({ fact, thing }) =>
      fact.entity === '' && isMoney(fact) && thing.length >= shortestName ? judge(fact, thing, projects) : [],
    )
  },
}

/** A project with its amounts; `told`: its name as a list may tell it. */
type Project = { readonly name: string; readonly told: string; readonly facts: readonly Fact[] }

function judge(listed: Fact, thing: string, projects: readonly Project[]): Verdict[] {
  const told = plainName(thing)
  const named = told.length < shortestName ? [] : projects.filter((each) => each.told.endsWith(told))
  const [project] = named
  if (!project || named.length > 1) return []
  const { name, facts: own } = project
  const same = own.filter(
    (fact) =>
      (fact.year === listed.year || fact.year === undefined) && !isSamePlace(fact.figure.place, listed.figure.place),
  )
  const amount = intervalOf(listed.figure.quantity)
  if (same.some((fact) => meets(amount, intervalOf(fact.figure.quantity))))
    return [{ outcome: 'holds', figures: [listed.figure.id] }]
  const near = same.filter((fact) => isSlip(fact.figure.printed, listed.figure.printed))
  if (new Set(near.map((fact) => fact.figure.printed)).size !== 1)
    return [{ outcome: 'undetermined', missing: `“${name}”所列金额是预算还是支出` }]
  const terms = [listed.figure, near[0]!.figure].map((figure) => ({ name, figure }))
  const form = { is: 'equal', terms } as const
  const because = '与项目报告中的数只差一处笔误'
  return [judgeEqual({ rule: 'I21', form, certain: false, because, quote: listed.figure.place }, form)]
}

/** A number the overall report tells by the project's name is no other place. */
function isSamePlace(one: Place, other: Place): boolean {
  return one.block === other.block && one.row === other.row && one.cell === other.cell && one.start === other.start
}

/** 「“会议费”项目」 and 「会议费」 are one. */
function plainName(name: string): string {
  return name.replaceAll(/[“”]/g, '').replace(/项目$/, '')
}

function isMoney(fact: Fact): boolean {
  return fact.figure.quantity.unit.kind === 'money'
}
