import type { PrintedBlock } from '#domain/report/printed-report.ts'

/** Blocks that stand on pages of the same turn; `form`: forms with what is printed above and below them, no prose. */
export type PageSection = {
  readonly landscape: boolean
  readonly form: boolean
  readonly blocks: readonly PrintedBlock[]
}

const few = 4

/**
 * A report cut where the page turns. A form that needs a turned page takes its title with it, and the closing lines
 * after it: a heading alone on an upright page before the form would print an empty sheet. Each title, with the mark
 * above it, opens a page: a bound set holds several reports.
 */
export function pageSections(blocks: readonly PrintedBlock[]): PageSection[] {
  const sections: { landscape: boolean; blocks: PrintedBlock[] }[] = []
  for (const block of blocks) {
    const landscape = block.kind === 'table' && block.landscape === true
    const last = sections.at(-1)
    const opens = last !== undefined && opensPage(block, last.blocks)
    if (opens) sections.push({ landscape: false, blocks: [block] })
    else if (last?.landscape === landscape) last.blocks.push(block)
    else if (landscape && last && isTitleOnly(last.blocks)) {
      last.landscape = true
      last.blocks.push(block)
      joinBefore(sections)
    } else sections.push({ landscape, blocks: [block] })
  }
  const last = sections.at(-1)
  const before = sections.at(-2)
  if (before?.landscape && last && isClosing(last.blocks)) {
    before.blocks.push(...last.blocks)
    sections.pop()
  }
  return sections.map((section) => ({ ...section, form: isForm(section.blocks) }))
}

function isForm(blocks: readonly PrintedBlock[]): boolean {
  const ofForms = ['table', 'title', 'attachment-mark', 'signature']
  return (
    blocks.some(({ kind }) => kind === 'table') &&
    blocks.every((block) => ofForms.includes(block.kind) || (block.kind === 'paragraph' && block.indent === false))
  )
}

function opensPage({ kind }: PrintedBlock, before: readonly PrintedBlock[]): boolean {
  if (kind === 'attachment-mark') return true
  return kind === 'title' && before.some((block) => block.kind !== 'title' && block.kind !== 'attachment-mark')
}

function joinBefore(sections: { landscape: boolean; blocks: PrintedBlock[] }[]): void {
  const last = sections.at(-1)
  const before = sections.at(-2)
  if (!last || !before?.landscape || last.blocks[0]?.kind === 'attachment-mark') return
  before.blocks.push(...last.blocks)
  sections.pop()
}

function isTitleOnly(blocks: readonly PrintedBlock[]): boolean {
  return (
    blocks.length <= few &&
    (blocks[0]?.kind === 'title' || blocks[0]?.kind === 'attachment-mark') &&
    blocks.every(
      (block, at) => at === 0 || block.kind === 'title' || (block.kind === 'paragraph' && block.indent === false),
    )
  )
}

function isClosing(blocks: readonly PrintedBlock[]): boolean {
  return (
    blocks.length <= few &&
    blocks.every((block) => block.kind === 'signature' || (block.kind === 'paragraph' && block.indent === false))
  )
}
