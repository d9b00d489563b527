/**
 * A text as XML 1.0 can hold it: control characters, halves of surrogate pairs and the two non-characters have no place
 * in it, and Word and Excel call a file with them damaged.
 */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
