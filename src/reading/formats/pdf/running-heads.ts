import { type Line, clustersOf } from './lines.ts'

export type PageLines = { readonly height: number; readonly lines: readonly Line[] }

const zone = 0.12
const pageNumber =
  /^(?:第\s*\d{1,4}\s*页\s*[,，/／]?\s*(?:共\s*\d{1,4}\s*页)?|[—–\-－·•~\s]+\d{1,4}[—–\-－·•~\s]+|\d{1,4}\s*[/／]\s*\d{1,4})$/

/**
 * The lines of each page without what is printed on every sheet: page numbers, and heads and feet that stand word for
 * word at the same height on another page. A bare number at the foot counts as one when it grows with the pages.
 */
export function withoutRunningHeads(pages: readonly PageLines[]): Line[][] {
  const seen = new Map<string, number>()
  for (const page of pages) for (const line of page.lines) if (inZone(line, page)) count(seen, headKey(line))
  const numbers = new Map<number, number>()
  for (const page of pages)
    for (const line of page.lines) if (isBareFoot(line, page)) count(numbers, Number(line.text) - line.page)
  return pages.map((page) =>
    page.lines.filter((line) => {
      if (!inZone(line, page)) return true
      if (pageNumber.test(line.text)) return false
      if (isBareFoot(line, page) && isCounted(line, numbers, pages.length)) return false
      return (seen.get(headKey(line)) ?? 0) < (/\d/.test(line.text) ? 3 : 2) || clustersOf(line).length > 2
    }),
  )
}

function inZone(line: Line, page: PageLines): boolean {
  return line.base < page.height * zone || line.base > page.height * (1 - zone)
}

function isBareFoot(line: Line, page: PageLines): boolean {
  return /^\d{1,4}$/.test(line.text) && line.base > page.height * (1 - zone) && line === page.lines.at(-1)
}

function isCounted(line: Line, numbers: ReadonlyMap<number, number>, pages: number): boolean {
  const offset = Number(line.text) - line.page
  return (numbers.get(offset) ?? 0) >= 2 || (pages === 1 && offset === 0)
}

function headKey(line: Line): string {
  return `${Math.round(line.base / 4)} ${line.text}`
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
