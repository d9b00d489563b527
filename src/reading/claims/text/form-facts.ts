import type { Part } from '#domain/document.ts'
import type { Fact, Phase } from '#domain/fact.ts'
import { onceFor } from '#domain/once-for.ts'
import { compact } from '../../tables/grids/labels.ts'
import type { Mention, Sentence } from './sentences.ts'

/** A number of a sentence and what it is of; the year is the report's. */
type Bound = {
  readonly mention: Mention | undefined
  readonly measure: string
  readonly phase: Phase
  readonly entity: string
  readonly certain: boolean
}

/**
 * Facts that a sentence tells in the words of the forms, though another report may mean other money by them:
 * 「全年预算A，全年执行B，预算执行率P」「财政收入A，其中：年初预算B」 of the department; and what it tells of one of the
 * document's projects by its name: 「“会议费”项目实际支出A，预算执行率P」, 「支出合计S：“会议费”项目A，…」.
 *
 * projects   names of the projects that reports and forms of the document are of
 */
export function formFacts(sentence: Sentence, part: Part, projects: readonly string[]): Fact[] {
  const bound = [
    ...(part.kind === 'department-report' ? [...fundsOf(sentence), ...initialBudget(sentence)] : []),
    ...(part.kind === 'department-report' || part.kind === 'project-report' ? ofProjects(sentence, projects) : []),
  ]
  return bound.flatMap(({ mention, ...fact }) =>
    mention && mention.figure.quantity.looseness === 'exact' && mention.depth === 0
      ? [{ ...fact, ...(part.year ? { year: part.year } : {}), figure: mention.figure, from: 'sentence' as const }]
      : [],
  )
}

const yearAhead = /^\s*(?:20\d\d年度?|本年度?)?[，,]?/

/** 「全年预算1286.05万元，全年执行1286.05万元，预算执行率100.00%」, with nothing before it that says of what. */
function fundsOf({ text, mentions }: Sentence): Bound[] {
  const words = text.replace(yearAhead, '')
  const [final, actual, rate] = mentions.slice(mentions[0]?.figure.quantity.unit.kind === 'money' ? 0 : 1)
  if (!/^全年预算数?(?:为|是)?\d/.test(words) || !final || !/^，全年执行数?(?:为|是)?$/.test(actual?.lead ?? ''))
    return []
  const told = { entity: '', certain: false } as const
  const isRate = /^，预算执行率(?:为|是)?$/.test(rate?.lead ?? '')
  return [
    { mention: final, measure: 'fund.total', phase: 'final', ...told },
    { mention: actual, measure: 'fund.total', phase: 'actual', ...told },
    { mention: isRate ? rate : undefined, measure: 'execution.rate', phase: 'none', ...told },
  ]
}

/** 「2023年度财政收入1286.05万元，其中：年初预算969.06万元，…」. */
function initialBudget({ text, mentions }: Sentence): Bound[] {
  const at = mentions.findIndex(({ lead }) => /^，其中：?年初预算(?:为|是)?$/.test(lead))
  if (!/^(?:20\d\d年度?)?财政收入/.test(text.trim()) || at < 1) return []
  return [{ mention: mentions[at], measure: 'fund.total', phase: 'original', entity: '', certain: false }]
}

const spentOn = /^(?:项目)?(?:资金)?(?:共|累计)?实际支出(?:为|是)?$/
/** What every sentence says that tells what was spent on a project by its name. */
const tellsSpending = /实际支出|支出合计/

/** The names with how they stand in a sentence. */
const namesOf = onceFor((projects: readonly string[]) => projects.map((name) => ({ name, told: plain(name) })))

function ofProjects(sentence: Sentence, projects: readonly string[]): Bound[] {
  if (projects.length === 0 || !tellsSpending.test(plain(sentence.text))) return []
  const names = namesOf(projects)
  let last: string | undefined
  return sentence.mentions.flatMap((mention): Bound[] => {
    const before = plain(sentence.text.slice(0, mention.start - sentence.start))
    // Of names one of which ends another the longest is meant.
    const named = names
      .filter(({ told }) => {
        const at = before.lastIndexOf(told)
        return at >= 0 && spentOn.test(before.slice(at + told.length))
      })
      .toSorted((one, two) => two.name.length - one.name.length)[0]?.name
    const quoted = /支出合计\d/.test(before) ? quotedIn(mention) : undefined
    const listed = names.find(({ told }) => told === quoted)?.name
    const entity = named ?? listed
    const isRate = last !== undefined && /^，预算执行率(?:为|是)?$/.test(mention.lead)
    const rateOf = isRate ? last : undefined
    last = entity
    if (rateOf !== undefined)
      return [{ mention, measure: 'execution.rate', phase: 'none', entity: rateOf, certain: true }]
    return entity === undefined || mention.figure.quantity.unit.kind !== 'money'
      ? []
      : [{ mention, measure: 'project.spent', phase: 'none', entity, certain: true }]
  })
}

/** 「“会议费、宣传费”项目30.00万元」: the name in quotation marks, and nothing between it and its number. */
function quotedIn({ lead }: Mention): string {
  return plain(/[“"]([^“”"]+)[”"](?:项目)?$/.exec(lead)?.[1] ?? '')
}

/** A name as it stands in a title, a form or a sentence, without quotation marks and the width of its marks. */
function plain(text: string): string {
  return compact(text).replace(/[“”"]/g, '').replaceAll('，', ',')
}
