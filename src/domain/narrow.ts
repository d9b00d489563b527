const apart = 0xfee0

/** Full-width letters, digits and signs (！ to ～) that `signs` finds made narrow, character for character: 「９５．５％」 → 「95.5%」. */
export function narrowed(text: string, signs: RegExp): string {
  return text.replace(signs, (sign) => String.fromCharCode(sign.charCodeAt(0) - apart))
}
