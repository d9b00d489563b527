import type { Document, Part } from '#domain/document.ts'
import { compact } from '../tables/grids/labels.ts'

const label = /^(?:项目|专项)(?:[(（]专项[)）])?名称$/

/**
 * 「老旧小区改造项目支出绩效评价报告」 may be of 老旧小区改造 or of 老旧小区改造项目: where a form of the file has 「老旧小区改造项目」 beside
 * 「项目名称」, and none has the shorter name, the part is of the longer one.
 */
export function withNamesOfForms(parts: readonly Part[], { blocks }: Document): Part[] {
  const names = new Set(
    blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.rows.slice(0, 6).flatMap((row) => {
            const at = row.findIndex(({ text }) => label.test(compact(text)))
            const named = at < 0 ? undefined : row[at + 1]?.text
            return named ? [compact(named)] : []
          })
        : [],
    ),
  )
  return parts.map((part) => {
    const longer = `${part.project}项目`
    const isLonger =
      part.project !== undefined &&
      names.has(longer) &&
      !names.has(part.project) &&
      compact(part.title).includes(longer)
    return isLonger ? { ...part, project: longer } : part
  })
}
