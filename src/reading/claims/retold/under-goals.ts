import { beforeFirst } from '#domain/clauses.ts'
import type { Document } from '#domain/document.ts'

const heading =
  /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|\d{1,2}[.．、]|[（(]\d{1,2}[）)]|第[一二三四五六七八九十]+[章节部])/
const goals = /目标|任务|工作(?:计划|要点|安排)/
const results = /完成|落实|推进|实现|达成|分析|情况|评价|偏离|未达|自评/
/** As many blocks a section of goals is long. */
const farthest = 8

/** Whether a block stands under a heading that names goals: what is counted there is wanted, not done. */
export function isUnderGoals(document: Document, block: number): boolean {
  for (let at = block; at >= Math.max(0, block - farthest); at--) {
    const found = document.blocks[at]
    if (found?.kind !== 'paragraph') continue
    const text = found.text.trim()
    if (!heading.test(text)) continue
    const isItem = at !== block && /[。；;]$/.test(text)
    const title = beforeFirst(text, '。：:')
    if (isItem || (at === block && title.length > 20) || title.length > 30) continue
    if (goals.test(title)) return !results.test(title)
    // An item of a list has its own heading above; a heading proper ends the search.
    if (at !== block) return false
  }
  return false
}
