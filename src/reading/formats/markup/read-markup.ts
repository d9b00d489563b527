/** XML that may not be read: a document type or entity declaration has no place in Word files. */
export class UnsafeXml extends Error {}

/**
 * What a reader of a Word part is told, in the order of the text.
 *
 * open       a tag begins; `attribute` looks one of its attributes up, undefined where it has none of that name
 * close      it ends; told of `<w:br/>` too
 * text       characters between tags, entities resolved
 */
export type MarkupReader = {
  open(name: string, attribute: (name: string) => string | undefined): void
  close?(name: string): void
  text?(text: string): void
}

/* The lookahead keeps a name from being tried again at every shorter length: an unclosed tag of a megabyte is one pass. */
const openTag = /<[^\s"'<>/=!?]+(?=[\s/>])(?:\s+[^\s"'<>/=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>/y
const nameEnd = /[\s/>]/g
const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const [less, slash, greater, question, exclamation] = ['<', '/', '>', '?', '!'].map((sign) => sign.charCodeAt(0))

/**
 * An opening tag that was found well formed.
 *
 * ends     it closes itself
 * length   its signs, from `<` to `>`
 * written  those signs, where it is kept
 * next     the tag that last followed it, of those kept
 */
type Tag = {
  readonly name: string
  readonly ends: boolean
  readonly length: number
  readonly attribute: (wanted: string) => string | undefined
  written: string
  next: Tag | undefined
}
/**
 * Word writes the same few tags a thousand times over, and mostly in the same order: what they say is kept by how they
 * are written, and the tag that followed the last one is looked for first.
 */
type Tags = { readonly known: Map<string, Tag>; last: Tag | undefined }
/** Longer ones carry ids of their own: they do not come again. */
const longestKept = 60

/** Characters no XML document may hold. */
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/

/**
 * Reads the XML of a Word part, whole or in pieces that begin with a tag, from tag to tag. A full XML parser looks at
 * each character and builds the attributes of each tag; a Word part has hundreds of tags to a page, and hardly an
 * attribute is asked for.
 * Throws on a document type (`UnsafeXml`), an unknown entity, a character XML forbids, a tag that is no tag, tags that
 * do not close in order, and anything but one root.
 */
export function readMarkup(xml: string | Iterable<string>, reader: MarkupReader): void {
  const state: State = { reader, open: [], tags: { known: new Map(), last: undefined }, roots: 0 }
  for (const piece of typeof xml === 'string' ? [xml] : xml) readPiece(piece, state)
  if (state.open.length > 0) throw new Error(`not closed: ${state.open.at(-1)}`)
  if (state.roots === 0) throw new Error('no root')
}

/** How far a part is read: the tags open, those met so far, and how many stood in no other. */
type State = { readonly reader: MarkupReader; readonly open: string[]; readonly tags: Tags; roots: number }

function readPiece(xml: string, state: State): void {
  if (forbidden.test(xml)) throw new Error('forbidden character')
  const { reader, open, tags } = state
  let at = 0
  for (let tag = tagFrom(xml, at); tag >= 0; tag = tagFrom(xml, at)) {
    if (tag > at) tell(reader, xml.slice(at, tag), open)
    const sign = xml.charCodeAt(tag + 1)
    if (sign === slash) at = closeAt(xml, tag, reader, open)
    else if (sign === question) at = endOf(xml, '?>', tag)
    else if (sign === exclamation) at = declarationAt(xml, tag, reader, open)
    else {
      if (open.length === 0 && ++state.roots > 1) throw new Error('a second root')
      at = openAt(xml, tag, reader, open, tags)
    }
  }
  if (at < xml.length) tell(reader, xml.slice(at), open)
}

/** Where the next tag begins: as a rule right here. */
function tagFrom(xml: string, at: number): number {
  return xml.charCodeAt(at) === less ? at : xml.indexOf('<', at)
}

function openAt(xml: string, at: number, reader: MarkupReader, open: string[], tags: Tags): number {
  const tag = tagAt(xml, at, tags)
  reader.open(tag.name, tag.attribute)
  if (tag.ends) reader.close?.(tag.name)
  else open.push(tag.name)
  return at + tag.length
}

function tagAt(xml: string, at: number, tags: Tags): Tag {
  const { last } = tags
  if (last?.next && xml.startsWith(last.next.written, at)) return (tags.last = last.next)
  const length = xml.indexOf('>', at) + 1 - at
  if (length > longestKept) return readTag(xml, at)
  const written = xml.slice(at, at + Math.max(0, length))
  const tag = tags.known.get(written) ?? readTag(xml, at)
  // A `>` within a value is not where the tag ends: what follows may differ.
  if (tag.length !== length) return tag
  if (tag.written === '') {
    tag.written = written
    tags.known.set(written, tag)
  }
  if (last) last.next = tag
  return (tags.last = tag)
}

function readTag(xml: string, at: number): Tag {
  // Tested, not taken apart: of most tags nothing but the name is asked for.
  openTag.lastIndex = at
  if (!openTag.test(xml)) throw new Error(`no tag at ${at}`)
  const end = openTag.lastIndex
  nameEnd.lastIndex = at
  nameEnd.test(xml)
  const from = nameEnd.lastIndex - 1
  const values = new Map<string, string | undefined>()
  return {
    name: xml.slice(at + 1, from),
    ends: xml.charCodeAt(end - 2) === slash,
    length: end - at,
    written: '',
    next: undefined,
    attribute(wanted) {
      if (!values.has(wanted)) values.set(wanted, attributeIn(xml.slice(from, end - 1), wanted))
      return values.get(wanted)
    },
  }
}

function closeAt(xml: string, at: number, reader: MarkupReader, open: string[]): number {
  const last = open.pop()
  // As a rule it closes the tag opened last, and nothing stands behind the name.
  if (last !== undefined && xml.startsWith(last, at + 2) && xml.charCodeAt(at + 2 + last.length) === greater) {
    reader.close?.(last)
    return at + last.length + 3
  }
  const end = endOf(xml, '>', at)
  const name = xml.slice(at + 2, end - 1).trimEnd()
  if (last !== name) throw new Error(`closed out of order: ${name}`)
  reader.close?.(name)
  return end
}

/** A comment is passed over, a CDATA section is text as it stands; nothing else begins with `<!` in a Word part. */
function declarationAt(xml: string, at: number, reader: MarkupReader, open: readonly string[]): number {
  if (xml.startsWith('<!--', at)) return endOf(xml, '-->', at + 4)
  if (!xml.startsWith('<![CDATA[', at)) throw new UnsafeXml('含有文档类型声明')
  if (open.length === 0) throw new Error('text outside the root')
  const end = endOf(xml, ']]>', at)
  reader.text?.(xml.slice(at + 9, end - 3))
  return end
}

function endOf(xml: string, sign: string, from: number): number {
  const at = xml.indexOf(sign, from)
  if (at < 0) throw new Error(`no ${sign} after ${from}`)
  return at + sign.length
}

function tell(reader: MarkupReader, text: string, open: readonly string[]): void {
  if (open.length > 0) reader.text?.(resolved(text))
  else if (text.trim() !== '') throw new Error('text outside the root')
}

function attributeIn(attributes: string, wanted: string): string | undefined {
  if (!attributes.includes(wanted)) return undefined
  attribute.lastIndex = 0
  for (let match = attribute.exec(attributes); match; match = attribute.exec(attributes))
    if (match[1] === wanted) return resolved(match[2] ?? match[3] ?? '').replace(/\s/g, ' ')
  return undefined
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** The text with its entities resolved and its line ends as '\n'. */
function resolved(text: string): string {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
  if (!plain.includes('&')) return plain
  return plain.replace(/&([^;&]*;?)/g, (_, entity: string) => signOf(entity))
}

function signOf(entity: string): string {
  const [, hex, decimal] = /^#(?:x([\da-f]+)|(\d+));$/i.exec(entity) ?? []
  if (hex || decimal) {
    const sign = String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
    if (forbidden.test(sign)) throw new Error(`forbidden character ${entity}`)
    return sign
  }
  const sign = entity.endsWith(';') ? named.get(entity.slice(0, -1)) : undefined
  if (sign === undefined) throw new Error(`unknown entity ${entity}`)
  return sign
}
