/** A paragraph that takes no room: Word wants one after a table. `section`: what ends with it, as XML. */
export function tinyParagraph(section = ''): string {
  return `<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>${section}</w:pPr></w:p>`
}
