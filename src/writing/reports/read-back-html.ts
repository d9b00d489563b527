import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { PrintedText } from './read-back.ts'
import { factTag } from './formats/facts/fact-tag.ts'

/** The numbers of a page written by writeReportHtml, in document order, by their data-fact. Deep pages are read to 500 levels. */
export function readBackHtml(bytes: Uint8Array): PrintedText[] {
  const found: PrintedText[] = []
  const walk = (node: DefaultTreeAdapterTypes.Node, depth: number): void => {
    if (depth > 500 || !('childNodes' in node)) return
    const fact = 'attrs' in node ? node.attrs.find(({ name }) => name === 'data-fact')?.value : undefined
    if (fact !== undefined) found.push({ tag: factTag(fact), fact, text: textOf(node) })
    else for (const child of node.childNodes) walk(child, depth + 1)
  }
  walk(parse(new TextDecoder().decode(bytes)), 0)
  return found
}

function textOf(node: DefaultTreeAdapterTypes.ParentNode): string {
  return node.childNodes
    .map((child) => ('value' in child ? child.value : 'childNodes' in child ? textOf(child) : ''))
    .join('')
}
