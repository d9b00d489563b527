import type { PrintedBlock } from '#domain/report/printed-report.ts'

/** Blocks that stand on pages of the same turn. */
export type PageSection = { readonly landscape: boolean; readonly blocks: readonly PrintedBlock[] }

const few = 4

/**
 * A report cut where the page turns. A form that needs a turned page takes its title with it, and the closing lines
 * after it: a heading alone on an upright page before the form would print an empty sheet. Each title opens a page: a
 * bound set holds several reports.
 */
export function pageSections(blocks: readonly PrintedBlock[]): PageSection[] {
  const sections: { landscape: boolean; blocks: PrintedBlock[] }[] = []
  for (const block of blocks) {
    const landscape = block.kind === 'table' && block.landscape === true
    const last = sections.at(-1)
    const opens = block.kind === 'title' && last !== undefined && last.blocks.some(({ kind }) => kind !== 'title')
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
  return sections
}

function joinBefore(sections: { landscape: boolean; blocks: PrintedBlock[] }[]): void {
  const last = sections.at(-1)
  const before = sections.at(-2)
  if (!last || !before?.landscape) return
  before.blocks.push(...last.blocks)
  sections.pop()
}

function isTitleOnly(blocks: readonly PrintedBlock[]): boolean {
  return (
    blocks.length <= few &&
    blocks[0]?.kind === 'title' &&
    blocks.every((block, at) => at === 0 || (block.kind === 'paragraph' && block.indent === false))
  )
}

function isClosing(blocks: readonly PrintedBlock[]): boolean {
  return (
    blocks.length <= few &&
    blocks.every((block) => block.kind === 'signature' || (block.kind === 'paragraph' && block.indent === false))
  )
}
