const firstIdeograph = 0x4e00
const lastIdeograph = 0x9fff

/**
 * The text behind the last of these marks, the whole where none stands in it: as `text.split(/[，；]/).at(-1)`, which
 * takes the whole text apart. No mark may be an ideograph.
 */
export function afterLast(text: string, marks: string): string {
  for (let at = text.length - 1; at >= 0; at--) if (isMark(text.charCodeAt(at), marks)) return text.slice(at + 1)
  return text
}

/** The text before the first of these marks, the whole where none stands in it. No mark may be an ideograph. */
export function beforeFirst(text: string, marks: string): string {
  for (let at = 0; at < text.length; at++) if (isMark(text.charCodeAt(at), marks)) return text.slice(0, at)
  return text
}

function isMark(code: number, marks: string): boolean {
  if (code >= firstIdeograph && code <= lastIdeograph) return false
  for (let at = 0; at < marks.length; at++) if (marks.charCodeAt(at) === code) return true
  return false
}
