/** Two characters in, three of 「附件：」, two of 「1.」 or 「10.」 and the room behind it. */
const [indent, word, number] = [2, 3, 2]

/** Where a line of 附件说明 stands, in characters: `left` of the name, and how far before it the label begins. */
export function attachmentIndents(label: string): { readonly left: number; readonly hanging: number } {
  const numbered = /\d/.test(label)
  const opens = label.startsWith('附件')
  return { left: indent + word + (numbered ? number : 0), hanging: (opens ? word : 0) + (numbered ? number : 0) }
}
