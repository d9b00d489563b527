import { Zip, ZipDeflate } from 'fflate'
import { always } from './fixed-zip.ts'

/**
 * An archive of files as they come, piece by piece: no more than one of them is held. The same bytes for the same files
 * in the same order.
 */
export async function* streamedZip(
  files: AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array }>,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const taken = () => {
    const chunks = ready
    ready = []
    return chunks
  }
  for await (const { name, bytes } of files) {
    const file = new ZipDeflate(name, { level: 4 })
    file.mtime = always
    file.os = 0
    zip.add(file)
    file.push(bytes, true)
    yield* taken()
  }
  zip.end()
  yield* taken()
}
