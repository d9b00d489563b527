import type { Format } from '#domain/document.ts'
import { type Problem, problemOf } from '#domain/problem.ts'
import type { Input } from './read-document.ts'

/** The format the content shows, and a remark where the extension says otherwise; or why it can't be read. */
export type Detected = { readonly format: Format; readonly remark?: Problem } | { readonly problem: Problem }

const byExtension: Record<string, Format> = {
  docx: 'docx',
  docm: 'docx',
  doc: 'doc',
  wps: 'doc',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xls: 'xlsx',
  et: 'xlsx',
  pdf: 'pdf',
  html: 'html',
  htm: 'html',
  txt: 'text',
  csv: 'xlsx',
  text: 'text',
  md: 'text',
}

/** Tells the format by the file's first bytes and, in a zip or compound file, by the names of its streams. */
export function detectFormat(input: Input): Detected {
  const extension = /\.([^.]+)$/.exec(input.name)?.[1]?.toLowerCase() ?? ''
  const named = byExtension[extension]
  const found = formatOf(input, extension)
  if (typeof found !== 'string') return found
  const agrees = !named || named === found || (extension === 'csv' && found === 'text')
  return agrees ? { format: found } : { format: found, remark: problemOf('file-misnamed', input.name, false) }
}

function formatOf(input: Input, extension: string): Format | { problem: Problem } {
  const { bytes, name } = input
  const head = ascii(bytes.subarray(0, 1024))
  if (/^PK[\x03\x05]/.test(head)) return zipFormat(bytes, name)
  if (head.trimStart().startsWith('%PDF') || head.includes('%PDF-')) return 'pdf'
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    return compoundFormat(bytes, name)
  if (/^\s*\{\\rtf/.test(head))
    return { problem: problemOf('format-unknown', name, true, '这是 RTF，请在 WPS 或 Word 中另存为 docx') }
  if (/\.(?:png|jpe?g|gif|bmp|tiff?)$/i.test(name) || /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM)/.test(head))
    return { problem: problemOf('scan-without-text', name, true) }
  if (/<(?:!doctype html|html|head|body|table|meta|p|div)[\s>]/i.test(head)) return 'html'
  return extension === 'csv' ? 'xlsx' : 'text'
}

function zipFormat(bytes: Uint8Array, name: string): Format | { problem: Problem } {
  const ends = [bytes.subarray(-65_536), bytes.subarray(0, 65_536)].map(bufferOf)
  const names = (text: string) => ends.some((end) => end.includes(text))
  if (names('word/')) return 'docx'
  if (names('xl/') || names('opendocument.spreadsheet')) return 'xlsx'
  return { problem: problemOf('format-unknown', name, true, '压缩包请直接交给核对命令，里面的文件会逐个核对') }
}

/** OLE compound files: Word and Excel before 2007, and Office files under a password. */
function compoundFormat(bytes: Uint8Array, name: string): Format | { problem: Problem } {
  const has = (stream: string) => includesWide(bytes, stream)
  if (has('EncryptedPackage')) return { problem: problemOf('file-encrypted', name, true) }
  if (has('WordDocument')) return 'doc'
  if (has('Workbook') || has('Book')) return 'xlsx'
  return { problem: problemOf('file-unreadable', name, true) }
}

function includesWide(bytes: Uint8Array, text: string): boolean {
  const wide = Buffer.from(text, 'utf16le')
  return bufferOf(bytes).includes(wide)
}

function ascii(bytes: Uint8Array): string {
  return bufferOf(bytes).toString('latin1')
}

/** The same bytes, not a copy. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
