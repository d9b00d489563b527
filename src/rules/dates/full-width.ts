import { narrowed } from '#domain/narrow.ts'

const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' }

/** Marks as the field writes them, and digits narrow; no offset moves. */
export function fullWidth(text: string): string {
  return narrowed(
    text.replace(/[,;:()]/g, (mark) => wide[mark]!),
    /[０-９]/g,
  )
}
