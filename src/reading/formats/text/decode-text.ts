import iconv from 'iconv-lite'

/**
 * Bytes to text: byte order mark, strict UTF-8, UTF-16 told by its zero bytes, GB18030, and Big5 where GB18030 gives
 * rubbish. Returns undefined for what is no text at all.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return iconv.decode(buffer.subarray(2), 'utf-16le')
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return iconv.decode(buffer.subarray(2), 'utf-16be')
  const wide = wideOrder(buffer)
  if (wide) return iconv.decode(buffer, wide)
  const utf8 = strictUtf8(buffer)
  if (utf8 !== undefined) return isText(utf8) ? utf8.replace(/^\uFEFF/, '') : undefined
  const candidates = ['gb18030', 'big5'].map((name) => iconv.decode(buffer, name)).filter(isText)
  return candidates.toSorted((left, right) => score(right) - score(left))[0]
}

function strictUtf8(buffer: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer)
  } catch {
    return undefined
  }
}

/** UTF-16 without a mark: many zero bytes (digits, spaces, line ends), all on one side. */
function wideOrder(buffer: Buffer): string | undefined {
  const sample = buffer.subarray(0, 4096)
  if (sample.length < 4) return undefined
  const zeros = (side: number) => sample.filter((byte, at) => byte === 0 && at % 2 === side).length
  const even = zeros(0)
  const odd = zeros(1)
  if (odd > sample.length / 40 && even < odd / 8) return 'utf-16le'
  if (even > sample.length / 40 && odd < even / 8) return 'utf-16be'
  return undefined
}

/** Text has almost no control characters and no run of replacement signs. */
function isText(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const strange = [...sample].filter((sign) => (sign < ' ' && !'\n\r\t\f\v'.includes(sign)) || sign === '\uFFFD').length
  return strange <= sample.length / 200
}

/** How much a text looks like Chinese prose: the commonest characters of the field. */
function score(text: string): number {
  const sample = text.slice(0, 20_000)
  return (sample.match(/[的年度支出预算项目绩效情况万元、，。部门預項績況萬門]/g) ?? []).length
}
