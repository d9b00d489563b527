import type { Document } from '#domain/document.ts'
import { type Problem, problemOf } from '#domain/problem.ts'
import { docBlocks } from './blocks.ts'
import { openDoc } from './file.ts'

const mostBytes = 100 * 1024 * 1024

/**
 * Reads a Word 97–2003 file: paragraphs, tables with their merged cells, text boxes, footnotes, headers
 * and footers.
 *
 * problems  file-empty · file-encrypted · file-unreadable · file-too-large over 100 MiB ·
 *           format-unknown for RTF named .doc (all fatal)
 * throws    never
 */
export async function readDoc(input: {
  name: string
  bytes: Uint8Array
}): Promise<{ document?: Document; problems: Problem[] }> {
  const { name, bytes } = input
  const fatal = (code: Problem['code'], detail?: string) => ({ problems: [problemOf(code, name, true, detail)] })
  if (bytes.length === 0) return fatal('file-empty')
  if (bytes.length > mostBytes) return fatal('file-too-large')
  if (String.fromCharCode(...bytes.subarray(0, 5)) === '{\\rtf') {
    return fatal('format-unknown', '内容是 RTF，请用 WPS 或 Word 打开后另存为 docx')
  }
  if (bytes[0] !== 0xd0 || bytes[1] !== 0xcf) return fatal('file-unreadable')
  try {
    const text = await openDoc(bytes)
    if (text === 'encrypted') return fatal('file-encrypted')
    return { document: { file: name, format: 'doc', blocks: docBlocks(text) }, problems: [] }
  } catch {
    return fatal('file-unreadable')
  }
}
