import type { EntryField } from '#domain/ledger/entry-keys.ts'
import type { Chapter, Outline } from '#domain/report/outline.ts'
import type { PrintedBlock, Run } from '#domain/report/printed-report.ts'
import { boundProse } from './prose.ts'
import {
  basicSpending,
  completion,
  evaluatedProjects,
  income,
  projectSpending,
  spendingByAccount,
  threePublic,
} from './sentences/budget-sentences.ts'
import { evaluationBasis, goalResults, goals, score } from './sentences/evaluation-sentences.ts'
import { indicatorResults, missedIndicators, reachedIndicators } from './sentences/indicator-sentences.ts'
import { functions, offices, staffing } from './sentences/organisation-sentences.ts'
import { projectBasis, projectFunds, projectSpent, projectSummary } from './sentences/project-sentences.ts'
import type { Setting } from './setting.ts'

/** A sentence written from facts: its runs, or nothing where a fact it needs is missing. */
type Sentence = (setting: Setting, entity: string) => Run[] | undefined
/** Several paragraphs; `words` is what stands behind the colon of 「indicators:产出指标、效益指标」. */
type Paragraphs = (setting: Setting, entity: string, words: string) => Run[][]

const paragraphs: Record<string, Paragraphs> = {
  goals,
  'goal-results': goalResults,
  indicators: (setting, entity, words) => indicatorResults(setting, entity, words.split('、')),
}

const sentences: Record<string, Sentence> = {
  offices,
  staffing,
  functions,
  income,
  'spending-by-account': spendingByAccount,
  completion,
  'basic-spending': basicSpending,
  'three-public': threePublic,
  'project-spending': projectSpending,
  'evaluated-projects': evaluatedProjects,
  'evaluation-basis': evaluationBasis,
  score,
  'project-basis': projectBasis,
  'project-summary': projectSummary,
  'project-funds': projectFunds,
  'project-spent': projectSpent,
  'project-score': score,
  'reached-indicators': reachedIndicators,
  'missed-indicators': missedIndicators,
}

/** Whether an outline may say this: the clerk's prose, or a sentence that is written from facts. */
export function isSentence(id: string): boolean {
  return id === 'prose' || Object.hasOwn(sentences, id) || Object.hasOwn(paragraphs, id.split(':')[0] ?? '')
}

/**
 * A chapter that has nothing to say, or a number in prose that nothing backs; `from`: where it is put right, with an empty
 * key the list into which nothing was entered.
 */
export type Gap = {
  readonly report: string
  readonly chapter: string
  readonly message: string
  readonly from?: EntryField
}
export type Composed = { readonly blocks: readonly PrintedBlock[]; readonly gaps: readonly Gap[] }

/** The chapters of a report in the outline's order, numbered 一、（一）1. as GB/T 9704 has it. */
export function chaptersOf(outline: Outline, setting: Setting, entity: string, report: string): Composed {
  const blocks: PrintedBlock[] = outline.opening.flatMap((id) => paragraphsOf(id, setting, entity))
  const gaps: Gap[] = []
  const numbers = [0, 0, 0]
  for (const [at, chapter] of outline.chapters.entries()) {
    const said = bodyOf(chapter, setting, entity, report)
    // A heading over nothing is left out, unless it heads others or somebody has yet to write under it.
    if (said.blocks.length === 0 && chapter.say.length > 0 && !chapter.required && !heads(outline.chapters, at))
      continue
    numbers[chapter.level - 1] = (numbers[chapter.level - 1] ?? 0) + 1
    numbers.fill(0, chapter.level)
    blocks.push({ kind: 'heading', level: chapter.level, runs: [numberOf(chapter.level, numbers) + chapter.heading] })
    blocks.push(...said.blocks)
    gaps.push(...said.gaps)
    if (chapter.required && said.blocks.length === 0)
      gaps.push({
        report,
        chapter: chapter.heading,
        message: `「${chapter.heading}」一节还没有写`,
        ...(chapter.say.includes('prose') ? { from: textOf(setting, entity, chapter.id) } : {}),
      })
  }
  return { blocks, gaps }
}

function heads(chapters: readonly Chapter[], at: number): boolean {
  return (chapters[at + 1]?.level ?? 1) > (chapters[at]?.level ?? 1)
}

function bodyOf(chapter: Chapter, setting: Setting, entity: string, report: string): Composed {
  const blocks: PrintedBlock[] = []
  const gaps: Gap[] = []
  for (const id of chapter.say) {
    if (id !== 'prose') {
      blocks.push(...paragraphsOf(id, setting, entity))
      continue
    }
    const prose = boundProse(setting, entity, chapter.id)
    const from = textOf(setting, entity, chapter.id)
    blocks.push(...prose.paragraphs.map((runs) => ({ kind: 'paragraph', runs, from }) as const))
    gaps.push(...prose.faults.map((message) => ({ report, chapter: chapter.heading, message, from })))
  }
  return { blocks, gaps }
}

/** The clerk's text of a chapter, whether it is written yet or not. */
function textOf({ ledger }: Setting, entity: string, chapter: string): EntryField {
  const project = ledger.projects.find(({ name }) => name === entity)
  return { list: 'sections', key: [project ? `project:${project.id}` : 'department', chapter], field: 'text' }
}

function paragraphsOf(id: string, setting: Setting, entity: string): PrintedBlock[] {
  const [name = '', words = ''] = id.split(':')
  const several = paragraphs[name]
  if (several) return several(setting, entity, words).map((runs) => ({ kind: 'paragraph', runs }))
  const runs = sentences[id]?.(setting, entity)
  return runs && runs.length > 0 ? [{ kind: 'paragraph', runs }] : []
}

const digits = '一二三四五六七八九十'

/** 一、 （一） 1. — chapters number at most ninety-nine. */
function numberOf(level: 1 | 2 | 3, numbers: readonly number[]): string {
  const number = numbers[level - 1] ?? 1
  if (level === 3) return `${number}.`
  return level === 1 ? `${chinese(number)}、` : `（${chinese(number)}）`
}

function chinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  const head = tens === 0 ? '' : (tens === 1 ? '' : digits[tens - 1]) + '十'
  return head + (ones === 0 ? '' : digits[ones - 1])
}
