/** The attributes of the element just opened: `get` gives the value as it is written in the file, entities and all. */
export type Attributes = { get(name: string): string | undefined }
/** Behind the end of a tag, and whether it ends with />; where the text ends before the tag does, `at` is `unfinished`. */
export type TagEnd = { readonly at: number; readonly isEmpty: boolean }

export const unfinished = -1
const cut: TagEnd = { at: unfinished, isEmpty: false }
const [quote, apostrophe, slash, equals, less, more, ampersand] = [34, 39, 47, 61, 60, 62, 38]

/**
 * Walks through the attributes of one opening tag after the other and remembers where they stand: of millions of tags
 * few are asked for more than one or two. throws an error on what is no list of attributes
 */
export function attributeWalk(): Attributes & { walk(text: string, from: number): TagEnd } {
  /** Of each attribute: where its name begins and ends, where its value begins and ends. */
  const places: number[] = []
  let tag = ''
  return {
    get(name) {
      for (let index = 0; index < places.length; index += 4) {
        const begin = places[index]!
        if (places[index + 1]! - begin === name.length && tag.startsWith(name, begin))
          return tag.slice(places[index + 2], places[index + 3])
      }
      return undefined
    },
    walk(text, from) {
      places.length = 0
      tag = text
      for (let before = from; ;) {
        const at = behindSpace(text, before)
        const code = text.charCodeAt(at)
        if (at >= text.length) return cut
        if (code === more) return { at: at + 1, isEmpty: false }
        if (code === slash) return emptyEnd(text, at)
        if (at === before) throw new Error('no space before an attribute')
        before = attributeEnd(text, at, places)
        if (before === unfinished) return cut
      }
    },
  }
}

function emptyEnd(text: string, at: number): TagEnd {
  if (at + 1 === text.length) return cut
  if (text.charCodeAt(at + 1) !== more) throw new Error('a slash within a tag')
  return { at: at + 2, isEmpty: true }
}

/** Behind the attribute that begins at `from`; its places are added to the others. */
function attributeEnd(text: string, from: number, places: number[]): number {
  const name = nameEnd(text, from)
  const sign = behindSpace(text, name)
  if (sign >= text.length) return unfinished
  if (name === from || text.charCodeAt(sign) !== equals) throw new Error('an attribute without a value')
  const open = behindSpace(text, sign + 1)
  if (open >= text.length) return unfinished
  const mark = text.charCodeAt(open)
  if (mark !== quote && mark !== apostrophe) throw new Error('a value without quotation marks')
  const close = text.indexOf(mark === quote ? '"' : "'", open + 1)
  if (close < 0) return unfinished
  places.push(from, name, open + 1, close)
  return close + 1
}

/** Behind the name that begins at `from`. throws an error on a sign that no name has */
export function nameEnd(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === more || code === slash || code === equals || isSpace(code)) break
    if (code === less || code === ampersand || code === quote || code === apostrophe) throw new Error('no name')
  }
  return at
}

export function behindSpace(text: string, from: number): number {
  let at = from
  while (isSpace(text.charCodeAt(at))) at++
  return at
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}
