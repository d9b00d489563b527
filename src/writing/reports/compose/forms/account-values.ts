import type { IndicatorEntry } from '#domain/ledger/goal.ts'
import type { Run } from '#domain/report/printed-report.ts'
import { boundProse } from '../prose.ts'
import { type Setting, asSentence, isSlow, slowChapter } from '../setting.ts'
import type { FormOf } from './form-values.ts'

/**
 * What forms say below and beside their grids, in the clerk's own words: how it was done, what went wrong, what is to be
 * mended. A chapter the report has is taken; else what the indicators say.
 */
export function accountValues(setting: Setting, { project, evaluated }: FormOf): Record<string, readonly Run[]> {
  const ids = new Set(evaluated?.rows.map(({ id }) => id))
  const entries = setting.ledger.indicators.filter(({ id }) => ids.has(id))
  const chapter = (id: string) => proseOf(setting, project?.name ?? '', id)
  const variances = said(entries, ({ varianceReason }) => varianceReason)
  const improvements = said(entries, ({ improvement }) => improvement)
  return {
    process: project
      ? [asSentence(project.summary ?? ''), ...chapter('organisation')]
      : firstSaid(chapter('organisation'), tasksOf(setting)),
    'slow-reason': isSlow(setting, project?.name ?? '') ? chapter(slowChapter(project?.name ?? '')) : [],
    problems: firstSaid(chapter('problems'), variances),
    improvements: firstSaid(chapter('improvements'), improvements),
    variances,
    conclusion: evaluated?.grade ? [`自评等级为${evaluated.grade}。`] : [],
  }
}

/** What the year's main tasks were, one a line: a department's form says by them what was done. */
function tasksOf({ ledger }: Setting): Run[] {
  const lines = ledger.tasks.map(({ name, content }) => `${name}：${asSentence(content)}`)
  return lines.length === 0 ? [] : [lines.join('\n')]
}

function proseOf(setting: Setting, entity: string, chapter: string): Run[] {
  const { paragraphs } = boundProse(setting, entity, chapter)
  return paragraphs.flatMap((runs, index) => (index === 0 ? [...runs] : ['\n', ...runs]))
}

/** 「县长热线办理满意率：少数工单…」, one indicator after another. */
function said(entries: readonly IndicatorEntry[], of: (entry: IndicatorEntry) => string | undefined): Run[] {
  const lines = entries.flatMap((entry) => {
    const text = of(entry)
    return text ? [`${entry.name}：${text}`] : []
  })
  return lines.length === 0 ? [] : [lines.join('\n')]
}

function firstSaid(...choices: readonly (readonly Run[])[]): readonly Run[] {
  return choices.find((runs) => runs.length > 0) ?? []
}
