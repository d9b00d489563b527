import { SaxesParser } from 'saxes'
import { UnsafeArchive } from './unzip.ts'

/** The texts of a workbook's cells, told by their number in it. */
export type SharedStrings = { at(index: number): string }

const page = 1024 * 1024
const mostBytes = 256 * 1024 * 1024

/**
 * Reads the list of shared texts. A million of them are kept as bytes, not as a million texts, and made into text when a
 * cell asks. throws UnsafeArchive beyond 256 MB; an error on what is no XML
 */
export async function sharedStrings(chunks: AsyncIterable<Uint8Array>): Promise<SharedStrings> {
  const kept = byteList()
  let text = ''
  let depth = 0
  let isOwn = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    if (isNamed(name, 'si')) text = ''
    else if (isNamed(name, 'rPh')) depth += 1
    else if (isNamed(name, 't')) isOwn = depth === 0
  })
  parser.on('text', (part) => {
    if (isOwn) text += part
  })
  parser.on('closetag', ({ name }) => {
    if (isNamed(name, 't')) isOwn = false
    else if (isNamed(name, 'rPh')) depth -= 1
    else if (isNamed(name, 'si')) kept.add(unescaped(text))
  })
  await parsed(parser, chunks)
  return { at: kept.at }
}

/** An element's name with or without a prefix. */
export function isNamed(name: string, local: string): boolean {
  return name === local || name.endsWith(`:${local}`)
}

/** Signs that XML can't hold stand as _x000D_. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}

/** Hands a stream of bytes to a parser. */
export async function parsed(parser: SaxesParser, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const decoder = new TextDecoder()
  for await (const chunk of chunks) parser.write(decoder.decode(chunk, { stream: true }))
  parser.write(decoder.decode()).close()
}

/** Texts laid one behind the other in pages; of each, where it begins. */
function byteList() {
  const pages: Buffer[] = []
  let starts = new Uint32Array(1024)
  let count = 0
  let end = 0
  return {
    add(text: string): void {
      const length = Buffer.byteLength(text)
      if (end + length > mostBytes) throw new UnsafeArchive('文字超过 256 MB')
      const bytes = Buffer.from(text)
      for (let from = 0; from < length;) {
        const at = (end + from) % page
        const into = (pages[Math.floor((end + from) / page)] ??= Buffer.allocUnsafe(page))
        from += bytes.copy(into, at, from, Math.min(length, from + page - at))
      }
      if (count + 1 >= starts.length) {
        const wider = new Uint32Array(starts.length * 2)
        wider.set(starts)
        starts = wider
      }
      end += length
      starts[++count] = end
    },
    at(index: number): string {
      if (index < 0 || index >= count) return ''
      const [from, to] = [starts[index] ?? 0, starts[index + 1] ?? 0]
      const [first, last] = [Math.floor(from / page), Math.floor(Math.max(from, to - 1) / page)]
      if (first === last) return pages[first]?.toString('utf8', from % page, (from % page) + to - from) ?? ''
      return Buffer.concat(pages.slice(first, last + 1)).toString('utf8', from % page, (from % page) + to - from)
    },
  }
}
