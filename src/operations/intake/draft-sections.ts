import type { Part } from '#domain/document.ts'
import type { Scope } from '#domain/ledger/goal.ts'
import type { Section } from '#domain/ledger/ledger.ts'
import type { Chapter, Outline } from '#domain/report/outline.ts'
import type { Outlines } from '../packs/load-outlines.ts'
import type { Intake, ScopeOf } from './intake.ts'

const heading =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.、．])\s*([^。；;]{2,40})/
const fillers = /项目|部门|整体|情况|分析|的|主要|工作|简介|[：:，,、\s]/g

/**
 * The prose of the reports, filed under the chapters of the outline whose headings it stands under: of the outlines
 * `known`, the one that is nearest to the report. Chapters that are
 * written from facts are left out: they will be written anew.
 */
export function draftSections({ reading }: Intake, known: readonly Outlines[], scopeOf: ScopeOf): Section[] {
  const sections = new Map<string, { scope: Scope; outline: string; lines: string[] }>()
  for (const part of reading.parts) {
    const outline = nearestOutline(reading, part, known)
    if (!outline) continue
    const prose = outline.chapters.filter(({ say }) => say.includes('prose'))
    let chapter: Chapter | undefined
    for (let block = part.from + 1; block < part.to; block++) {
      const paragraph = reading.document.blocks[block]
      if (paragraph?.kind !== 'paragraph' || paragraph.role === 'header') continue
      const text = paragraph.text.trim()
      const unnumbered = isUnnumberedHeading(text, outline.chapters)
      const title = unnumbered ? text : heading.exec(text)?.[1]
      const next = title && chapterOf(title, prose)
      if (next) chapter = next
      // A heading no chapter of the outline answers to: what stands below it belongs to none of them.
      else if (unnumbered || isHeading(text)) chapter = undefined
      const body = unnumbered ? '' : next ? text.replace(heading, '').replace(/^[。：:]/, '') : text
      if (!chapter || body === '' || chapter.say.length > 1) continue
      const scope = scopeOf(part)
      const key = `${JSON.stringify(scope)} ${chapter.id}`
      const section = sections.get(key) ?? { scope, outline: chapter.id, lines: [] }
      section.lines.push(body)
      sections.set(key, section)
    }
  }
  return [...sections.values()].map(({ lines, ...section }) => ({ ...section, text: lines.join('\n') }))
}

/** A line that only heads what follows: 「五、绩效评价工作开展情况」, not 「一是……。」. */
export function isHeading(text: string): boolean {
  return /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])[^。；;：:，,]{2,30}$/.test(text)
}

/** 「效益性分析」 on a line of its own, its number left out: word for word what the outline calls a chapter. */
function isUnnumberedHeading(text: string, chapters: readonly Chapter[]): boolean {
  return (
    text.length >= 4 && chapters.some((chapter) => chapter.heading.replaceAll(/\s/g, '') === text.replaceAll(/\s/g, ''))
  )
}

/** The outline most of whose chapters the report's headings name; the first of equals. */
function nearestOutline({ document }: Intake['reading'], part: Part, known: readonly Outlines[]): Outline | undefined {
  const which = { 'department-report': 'department', 'project-report': 'project' }[part.kind as string]
  if (which !== 'department' && which !== 'project') return undefined
  const titles = document.blocks.slice(part.from + 1, part.to).flatMap((block) => {
    const title = block.kind === 'paragraph' ? heading.exec(block.text.trim())?.[1] : undefined
    return title === undefined ? [] : [title]
  })
  let [best, most] = [known[0]?.[which], -1]
  for (const { [which]: outline } of known) {
    const named = new Set(titles.map((title) => chapterOf(title, outline.chapters)?.id))
    named.delete(undefined)
    if (named.size > most) [best, most] = [outline, named.size]
  }
  return best
}

/** The chapter whose heading says the same, filler words aside. */
function chapterOf(title: string, chapters: readonly Chapter[]): Chapter | undefined {
  const bare = title.replace(fillers, '')
  if (bare.length < 2) return undefined
  return (
    chapters.find((chapter) => chapter.heading.replace(fillers, '') === bare) ??
    chapters.find((chapter) => {
      const own = chapter.heading.replace(fillers, '')
      return own.length >= 2 && (bare.startsWith(own) || own.startsWith(bare))
    })
  )
}
