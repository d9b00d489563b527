const numeral = /[\d一二三四五六七八九十甲乙丙丁东南西北中上下前后左右大小新老省市县区乡镇州]/
const han = /\p{Script=Han}/u
const genericWords = ['人民政府', '办公室', '委员会', '管理局', '服务中心', '管理中心']

/**
 * Where a text has a name with one Han sign changed or two neighbours swapped, as offsets. A changed sign that tells
 * names apart lawfully (numerals, directions, levels of government) is no miss. With `genericOnly` a changed sign
 * counts only inside words that every office's name has (人民政府, 办公室): the rest may be another office's name.
 */
export function nearMisses(text: string, name: string, genericOnly: boolean): number[] {
  const found: number[] = []
  const [first, second] = [name.charCodeAt(0), name.charCodeAt(1)]
  for (let at = 0; at + name.length <= text.length; at++) {
    // It begins as the name does, or with its first two signs swapped: nearly all places do neither.
    const sign = text.charCodeAt(at)
    if (sign !== first && sign !== second) continue
    if (isNearMiss(text, at, name, genericOnly) && !overlaps(text, name, at)) found.push(at)
  }
  return found
}

/** Whether the text from `start` on reads like the name, but for one sign or two swapped. */
function isNearMiss(text: string, start: number, name: string, genericOnly: boolean): boolean {
  const first = nextDifference(text, start, name, 0)
  if (first === name.length) return false
  const second = nextDifference(text, start, name, first + 1)
  if (second < name.length) {
    if (second !== first + 1 || nextDifference(text, start, name, second + 1) < name.length) return false
    return text[start + first] === name[second] && text[start + second] === name[first]
  }
  const [was, is] = [name[first]!, text[start + first]!]
  if (!han.test(was) || !han.test(is) || numeral.test(was) || numeral.test(is)) return false
  if (first === 0 || first === name.length - 1) return false
  return !genericOnly || genericWords.some((word) => insideWord(name, word, first))
}

/** Where text and name next differ, as an offset in the name; the name's length where they do not. */
function nextDifference(text: string, start: number, name: string, from: number): number {
  let at = from
  while (at < name.length && text.charCodeAt(start + at) === name.charCodeAt(at)) at++
  return at
}

function insideWord(name: string, word: string, at: number): boolean {
  const start = name.indexOf(word)
  return start >= 0 && at >= start && at < start + word.length
}

function overlaps(text: string, name: string, at: number): boolean {
  const exact = text.indexOf(name, Math.max(0, at - name.length + 1))
  return exact >= 0 && exact < at + name.length
}
