/**
 * The text behind the last of these marks, the whole where none stands in it: as `text.split(/[，；]/).at(-1)`, which
 * takes the whole text apart.
 */
export function afterLast(text: string, marks: string): string {
  const { last } = searchesFor(marks)
  last.lastIndex = 0
  return last.test(text) ? text.slice(last.lastIndex) : text
}

/** The text before the first of these marks, the whole where none stands in it. */
export function beforeFirst(text: string, marks: string): string {
  const at = text.search(searchesFor(marks).first)
  return at < 0 ? text : text.slice(0, at)
}

type Searches = { readonly last: RegExp; readonly first: RegExp }

function searchesFor(marks: string): Searches {
  let found = searches.get(marks)
  if (!found) {
    const any = `[${marks.replace(/[\\\]^-]/g, String.raw`\$&`)}]`
    found = { last: new RegExp(`[^]*${any}`, 'y'), first: new RegExp(any) }
    searches.set(marks, found)
  }
  return found
}

/** By their marks, which a handful of places in the code name. */
const searches = new Map<string, Searches>()
