import { faultText } from '#domain/imports/import-result.ts'
import type { ImportOutcome } from './import-file.ts'

const marks = { error: '错误', warning: '提醒' }

/** What an import came to, as lines for a person: counts and changes, and every fault at its cell. */
export function outcomeLines({ table, tally, faults, stored, preview }: ImportOutcome): {
  readonly lines: readonly string[]
  readonly faults: readonly string[]
} {
  const told = faults.map((fault) => `${marks[fault.severity]} ${faultText(fault)}`)
  const more = tally.errors + tally.warnings - faults.length
  if (more > 0) told.push(`另有 ${more} 处没有列出。`)
  const left = [
    [tally.totals, '行合计'],
    [tally.examples, '行示例'],
  ].flatMap(([count, what]) => (Number(count) > 0 ? [`${count} ${what}`] : []))
  const passed = left.length > 0 ? `（略过 ${left.join('、')}）` : ''
  if (!stored)
    return {
      lines: [`${table.zh}：${tally.rows} 行里有 ${tally.errors} 处错误，一行也没有导入。请改正后再试。`],
      faults: told,
    }
  const done = preview ? '预览，没有改动账本：将' : '已'
  const counts = `新增 ${stored.new}，更改 ${stored.changed}，未变 ${stored.unchanged}`
  return {
    lines: [
      `${table.zh}：读到 ${tally.rows} 行${passed}，${done}${counts}。`,
      ...changeLines(stored),
      ...unlisted(stored),
    ],
    faults: told,
  }
}

function unlisted({ changed, changes }: NonNullable<ImportOutcome['stored']>): string[] {
  const more = changed - changes.length
  return more > 0 ? [`  另有 ${more} 处更改没有列在这里。`] : []
}

function changeLines({ changes }: NonNullable<ImportOutcome['stored']>): string[] {
  return changes.map(
    ({ target, before, after }) =>
      `  更改 ${target.split('/').slice(2).join('/')}：${changedFields(before ?? {}, after ?? {}).join('；')}`,
  )
}

type Content = Readonly<Record<string, unknown>>

/** The fields in which two contents of an entry differ: 「amount 1 → 2」. */
export function changedFields(before: Content, after: Content): string[] {
  return Object.keys({ ...before, ...after })
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => `${name} ${shown(before[name])} → ${shown(after[name])}`)
}

function shown(value: unknown): string {
  if (value === undefined) return '（空）'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
