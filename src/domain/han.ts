const han = /\p{Script=Han}/u
const known = new Uint8Array(0x10000)
const [isHan, isOther] = [1, 2]

/** Whether a text holds Han signs, at least so many: as matching `\p{Script=Han}`, which walks a hundred ranges a sign. */
export function hasHan(text: string, least = 1): boolean {
  let found = 0
  for (let at = 0; at < text.length && found < least; at++) {
    const code = text.charCodeAt(at)
    // A sign beyond the basic plane is told by both its halves.
    if (code >= 0xd800 && code <= 0xdbff) {
      if (han.test(text.slice(at, at + 2))) found++
      at++
    } else if ((known[code] ||= han.test(text[at]!) ? isHan : isOther) === isHan) found++
  }
  return found >= least
}
