import { type Attributes, attributeWalk, behindSpace, nameEnd, unfinished } from './xml-attributes.ts'

/** What is told of the XML as it passes: names without their prefix; of an empty element both its beginning and its end. */
export type XmlEvents = {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  /** Text with its entities resolved; of a long one some at a time. */
  text(text: string): void
}

/** Longer than any honest tag or comment. */
const longestTag = 256 * 1024
const cdata = '<![CDATA['
const longestEntity = 16
const deepest = 256
const mostNames = 1000
// Signs that no XML may hold, tabs and line ends excepted.
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/

/**
 * Takes XML in pieces and tells what it holds. It knows elements, texts, comments, CDATA and the five entities of XML
 * itself, which is all a worksheet may hold: a document type, other entities, tags left open or closed wrongly, and more
 * than 256 elements within each other are refused. throws an error on what is no such XML
 */
export function xmlScanner(events: XmlEvents): { take(text: string): void; end(): void } {
  const elements = openElements(events)
  let held = ''
  /** Behind the mark-up that begins at `from`; `unfinished` where the text ends before it does. */
  const marked = (text: string, from: number): number => {
    const code = text.charCodeAt(from + 1)
    if (code === 47) return elements.close(text, from + 2)
    if (code === 63) return behind(text, '?>', from + 2)
    if (code !== 33) return elements.open(text, from + 1)
    if (text.startsWith('<!--', from)) return behind(text, '-->', from + 4)
    if (!text.startsWith(cdata, from)) {
      if (text.length - from >= cdata.length) throw new Error('a declaration')
      return unfinished
    }
    const end = behind(text, ']]>', from + cdata.length)
    if (end !== unfinished) elements.say(withPlainEnds(text.slice(from + cdata.length, end - 3)))
    return end
  }
  return {
    take(piece) {
      if (forbidden.test(piece)) throw new Error('a sign that XML does not know')
      const text = held + piece
      let at = 0
      for (;;) {
        const mark = text.indexOf('<', at)
        const end = mark < 0 ? wholeText(text, at) : mark
        if (end > at) elements.say(resolved(text.slice(at, end)))
        at = end
        const next = mark < 0 || mark === text.length - 1 ? unfinished : marked(text, mark)
        if (next === unfinished) break
        at = next
      }
      held = at < text.length ? text.slice(at) : ''
      if (held.length > longestTag) throw new Error('a tag too long')
    },
    end() {
      if (held.trim() !== '' || !elements.areWhole()) throw new Error('the XML ends too early')
    },
  }
}

type Element = { readonly name: string; readonly local: string }

/** Each name is taken apart once. */
function elementNames(): (name: string) => Element {
  const known = new Map<string, Element>()
  return (name) => {
    const before = known.get(name)
    if (before) return before
    const element = { name, local: name.slice(name.indexOf(':') + 1) }
    if (known.size < mostNames) known.set(name, element)
    return element
  }
}

/** The elements that stand open. Beginnings and ends are told as they are met, with the place behind them. */
function openElements(events: XmlEvents) {
  const stack: Element[] = []
  const named = elementNames()
  const attributes = attributeWalk()
  let hasRoot = false
  return {
    areWhole: () => hasRoot && stack.length === 0,
    say(text: string): void {
      if (text === '') return
      if (stack.length > 0) events.text(text)
      else if (text.trim() !== '') throw new Error('text outside the elements')
    },
    open(text: string, from: number): number {
      const end = nameEnd(text, from)
      const tag = attributes.walk(text, end)
      if (tag.at === unfinished) return unfinished
      if (end === from || (hasRoot && stack.length === 0)) throw new Error('an element that may not stand here')
      hasRoot = true
      const element = named(text.slice(from, end))
      events.open(element.local, attributes)
      if (tag.isEmpty) events.close(element.local)
      else if (stack.push(element) > deepest) throw new Error('elements too deep within each other')
      return tag.at
    },
    close(text: string, from: number): number {
      const element = stack.at(-1)
      if (!element) throw new Error('an end tag that ends nothing')
      const at = behindSpace(text, from + element.name.length)
      if (at >= text.length) return unfinished
      if (text.charCodeAt(at) !== 62 || !text.startsWith(element.name, from)) throw new Error('an end tag for another')
      stack.pop()
      events.close(element.local)
      return at + 1
    },
  }
}

/** The end of the text that can be told now: an entity or a line end that may not be whole yet waits. */
function wholeText(text: string, from: number): number {
  const entity = text.lastIndexOf('&')
  if (entity >= from && text.length - entity < longestEntity && !text.includes(';', entity)) return entity
  return text.endsWith('\r') && text.length > from ? text.length - 1 : text.length
}

function behind(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from)
  return end < 0 ? unfinished : end + mark.length
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function withPlainEnds(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}

/** A text with its entities resolved and its line ends as \n. throws an error on an entity XML itself does not know */
function resolved(text: string): string {
  const plain = withPlainEnds(text)
  if (!plain.includes('&')) return plain
  return plain.replaceAll(/&([^;&]*;?)/g, (_, name: string) => {
    const code = /^#(?:(\d{1,7})|x([\dA-Fa-f]{1,6}));$/.exec(name)
    const sign = code ? signOf(code[1] ? Number(code[1]) : Number.parseInt(code[2]!, 16)) : entities[name.slice(0, -1)]
    if (sign === undefined || !name.endsWith(';')) throw new Error('an entity that XML does not know')
    return sign
  })
}

function signOf(code: number): string | undefined {
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined
  const sign = String.fromCodePoint(code)
  return forbidden.test(sign) ? undefined : sign
}
