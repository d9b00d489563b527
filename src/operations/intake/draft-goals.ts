import type { Table } from '#domain/document.ts'
import type { Goal } from '#domain/ledger/goal.ts'
import type { Intake, ScopeOf } from './intake.ts'
import { linesOf, linesUnder } from './lines-under.ts'

const plannedHead = /^(?:预期目标|年初设定目标|年度(?:总体|绩效)?目标|总体目标|预期总目标)/
const achievedHead = /^(?:实际完成情况|全年实际完成情况|年度目标完成情况|目标(?:实际)?完成情况)/

/** Goals as the forms print them, the cell below a heading of planned and of achieved; else as a report tells them. */
export function draftGoals(intake: Intake, scopeOf: ScopeOf): Goal[] {
  const { reading } = intake
  const goals = new Map<string, Goal>()
  const keep = (goal: Goal) => {
    const key = JSON.stringify([goal.scope, goal.term])
    if (!goals.has(key)) goals.set(key, goal)
  }
  const { blocks } = reading.document
  for (const part of reading.parts)
    for (let block = part.from; block < part.to; block++) {
      const table = blocks[block]
      if (table?.kind !== 'table') continue
      const planned = below(table, plannedHead)
      if (!planned) continue
      const achieved = below(table, achievedHead)
      keep({ scope: scopeOf(part, block), term: 'annual', planned, ...(achieved ? { achieved } : {}) })
    }
  for (const part of reading.parts)
    if (part.kind === 'department-report' || part.kind === 'project-report')
      for (const [term, planned] of toldGoals(linesOf(intake, part))) keep({ scope: scopeOf(part), term, planned })
  return [...goals.values()]
}

const goalHeading = /绩效目标(?:的?(?:设立|设定|制定))?(?:情况)?$/
const termed =
  /^(?:部门|单位|项目)?(?:整体|总体)?(中长期|中期|长期|年度|当年|20\d\d年度?)(?:总体|整体)?(?:绩效)?目标(?:为|是)?[：:]\s*(.{4,})$/

/** 「年度绩效目标：…」 wherever it stands; what else is told under a heading of goals is the year's. */
function toldGoals(lines: readonly string[]): [Goal['term'], string][] {
  const told = lines.flatMap((line): [Goal['term'], string][] => {
    const [, word = '', planned] = termed.exec(line) ?? []
    return planned === undefined ? [] : [[/长期|中期/.test(word) ? 'medium' : 'annual', planned]]
  })
  const others = linesUnder(lines, goalHeading).filter((line) => !termed.test(line))
  return others.length === 0 ? told : [...told, ['annual', others.join('\n')]]
}

function below(table: Table, head: RegExp): string | undefined {
  for (const [at, row] of table.rows.entries()) {
    const cell = row.find(({ text }) => head.test(text.replace(/\s/g, '')))
    if (!cell) continue
    const under =
      table.rows[at + 1]?.find(({ column }) => column === cell.column) ?? table.rows[at + 1]?.[row.indexOf(cell)]
    const text = under?.text.trim()
    if (text && text.length >= 4) return text
  }
  return undefined
}
