const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' }

/** Marks as the field writes them, and digits narrow; no offset moves. */
export function fullWidth(text: string): string {
  return text
    .replace(/[,;:()]/g, (mark) => wide[mark]!)
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}
