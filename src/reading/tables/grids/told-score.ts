import { type FoundNumber, findNumbers } from '../../numbers.ts'

const points = String.raw`\d{1,3}(?:\.\d+)?`
const before = String.raw`(?:共|实|自评|执行|综合|项目|部门)?(?:合计|小计|总计|总分|总得分|得分|总)?得?(?:分(?:数|值)?)?[:：]?`
const full = String.raw`(?:[/／]\s*${points}\s*分?|[（(]\s*满分\s*(?:为|值)?\s*${points}\s*分?\s*[）)])`
const told = new RegExp(String.raw`^\s*(?:${before})\s*${points}\s*分?\s*${full}?\s*$`)

/** The points of a cell that says besides what they are or out of how many: 「总得分97.40」「得9.29分」「11.5（满分12）」「得38.82／40」. */
export function toldScore(text: string): FoundNumber | undefined {
  if (text.length > 24 || !told.test(text)) return undefined
  return findNumbers(text)[0]
}
