import { SaxesParser } from 'saxes'

/** The attributes of the element just opened, their entities resolved. */
export type Attributes = { get(name: string): string | undefined }

/** What is told of the XML as it passes: names without their prefix; of an empty element both its beginning and its end. */
export type XmlEvents = {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(text: string): void
}

/** Longer than any honest tag, text or comment. */
const longest = 512 * 1024
const deepest = 256

/**
 * Takes XML in pieces and tells what it holds. A document type, other entities than those of XML itself, tags left open or
 * closed wrongly, mark-up without an end and more than 256 elements within each other are refused. throws an error on what
 * is no such XML
 */
export function xmlReader(events: XmlEvents): { take(text: string): void; end(): void } {
  const parser = new SaxesParser()
  let depth = 0
  let since = 0
  let attributes: Readonly<Record<string, string>> = {}
  const own = { get: (name: string) => attributes[name] }
  const said = (text: string): void => {
    since = 0
    if (depth > 0) events.text(text)
  }
  parser.on('doctype', () => {
    throw new Error('a document type')
  })
  parser.on('opentag', (tag) => {
    since = 0
    if (++depth > deepest) throw new Error('elements too deep within each other')
    attributes = tag.attributes
    events.open(localOf(tag.name), own)
  })
  parser.on('closetag', ({ name }) => {
    since = 0
    depth -= 1
    events.close(localOf(name))
  })
  parser.on('text', said)
  parser.on('cdata', said)
  return {
    take(text) {
      parser.write(text)
      since += text.length
      if (since > longest) throw new Error('mark-up without an end')
    },
    end: () => void parser.close(),
  }
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
