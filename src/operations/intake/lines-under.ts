import type { Part } from '#domain/document.ts'
import type { Intake } from './intake.ts'
import { isHeading } from './draft-sections.ts'

/** The paragraphs of a part behind its title, each trimmed. */
export function linesOf({ reading }: Intake, { from, to }: Part): string[] {
  return reading.document.blocks
    .slice(from + 1, to)
    .flatMap((block) => (block.kind === 'paragraph' && block.role !== 'header' ? block.text.trim() : []))
    .filter((line) => line !== '')
}

/** What stands under the headings that match, up to the next heading of any kind. */
export function linesUnder(lines: readonly string[], wanted: RegExp): string[] {
  let isUnder = false
  return lines.filter((line) => {
    const head = line.replace(/[。：:]$/, '')
    if (!isHeading(head)) return isUnder
    isUnder = wanted.test(head)
    return false
  })
}
