/**
 * The longest text that is decoded at once: one of more than about sixty thousand characters is given memory of its
 * own, and to get that takes forty times as long as to decode it.
 */
const longest = 32 * 1024
const [less, exclamation, question] = ['<', '!', '?'].map((sign) => sign.charCodeAt(0)) as [number, number, number]
const decoder = new TextDecoder()

/** XML in UTF-8, piece by piece, what is broken as �. Each piece but the first begins with a tag. */
export function* markupPieces(bytes: Uint8Array): Generator<string> {
  // Within a comment, a CDATA section or an instruction a `<` begins no tag.
  const isPlain = !holds(bytes, exclamation, 0) && !holds(bytes, question, 4)
  for (let at = 0; at < bytes.length;) {
    const tag = isPlain ? bytes.indexOf(less, at + longest) : -1
    const end = tag < 0 ? bytes.length : tag
    yield decoder.decode(bytes.subarray(at, end))
    at = end
  }
}

/** Whether the sign stands behind a `<`. Single bytes are found faster than a look at each. */
function holds(bytes: Uint8Array, sign: number, from: number): boolean {
  for (let at = bytes.indexOf(sign, from); at > 0; at = bytes.indexOf(sign, at + 1))
    if (bytes[at - 1] === less) return true
  return false
}
