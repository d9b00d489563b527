import { phaseNames } from '#domain/fact.ts'

/** What numbers that a text binds are called, where they are known: a count by 'kind.rule', a measure by its id. */
export type NumberNames = {
  readonly countOf: (rule: string) => string | undefined
  readonly measureOf: (id: string) => string | undefined
}

/**
 * A text as people read it: {{count:meeting.total}} stands as 【召开会议】, {{spending.total@actual}} as 【支出合计（执行）】,
 * {{200次|evidence:minutes}} as 【200次，见 minutes】. What has no name stays as it is.
 */
export function numbersInWords(text: string, { countOf, measureOf }: NumberNames): string {
  return text.replaceAll(/\{\{([^{}]+)\}\}/g, (whole, inner: string) => {
    const [what = '', proof] = inner.split('|evidence:')
    if (proof !== undefined) return `【${what}，见 ${proof}】`
    const [, bound = '', bare] = /^(.*?)(#?)$/.exec(what) ?? []
    const name = bound.startsWith('count:') ? countOf(bound.slice('count:'.length)) : measureSaid(bound, measureOf)
    return name === undefined ? whole : `【${name}${bare ? '·不带单位' : ''}】`
  })
}

function measureSaid(bound: string, measureOf: NumberNames['measureOf']): string | undefined {
  const [measure = '', phase = '', entity] = bound.split('@')
  const name = measureOf(measure)
  if (name === undefined) return undefined
  const within = [phaseNames[phase as keyof typeof phaseNames] ?? phase, entity].filter(Boolean)
  return within.length > 0 ? `${name}（${within.join('，')}）` : name
}
