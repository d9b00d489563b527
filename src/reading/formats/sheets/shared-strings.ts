import { UnsafeArchive } from '../archives/unsafe-archive.ts'
import { xmlReader } from '../markup/xml-events.ts'

/** The texts of a workbook's cells, told by their number in it. */
export type SharedStrings = { at(index: number): string }

const page = 1024 * 1024
const mostBytes = 256 * 1024 * 1024
/** Far longer than the 32,767 signs a cell may hold. */
export const longestText = 256 * 1024

/**
 * Reads the list of shared texts. A million of them are kept as bytes, not as a million texts, and made into text when a
 * cell asks. throws UnsafeArchive beyond 256 MB, or beyond what one cell may hold; an error on what is no XML
 */
export async function sharedStrings(chunks: AsyncIterable<Uint8Array>): Promise<SharedStrings> {
  const kept = byteList()
  let text = ''
  let spoken = 0
  let isOwn = false
  const xml = xmlReader({
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') spoken += 1
      else if (name === 't') isOwn = spoken === 0
    },
    close(name) {
      if (name === 't') isOwn = false
      else if (name === 'rPh') spoken -= 1
      else if (name === 'si') kept.add(unescaped(text))
    },
    text(part) {
      if (!isOwn) return
      text += part
      if (text.length > longestText) throw new UnsafeArchive('一格的文字过长')
    },
  })
  const decoder = new TextDecoder()
  for await (const chunk of chunks) xml.take(decoder.decode(chunk, { stream: true }))
  xml.take(decoder.decode())
  xml.end()
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

/** Texts laid one behind the other in pages; of each, where it begins. */
function byteList() {
  const pages: Buffer[] = []
  let starts = new Uint32Array(1024)
  let count = 0
  let end = 0
  const pageAt = (at: number) => (pages[Math.floor(at / page)] ??= Buffer.allocUnsafeSlow(page))
  /** Writes a text at the end, over as many pages as it takes, and gives its length in bytes. */
  const written = (text: string): number => {
    if (text.length * 3 <= page - (end % page)) return pageAt(end).write(text, end % page)
    const bytes = Buffer.from(text)
    for (let from = 0; from < bytes.length;) {
      const at = (end + from) % page
      from += bytes.copy(pageAt(end + from), at, from, Math.min(bytes.length, from + page - at))
    }
    return bytes.length
  }
  return {
    add(text: string): void {
      const length = written(text)
      if (end + length > mostBytes) throw new UnsafeArchive('文字超过 256 MB')
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
