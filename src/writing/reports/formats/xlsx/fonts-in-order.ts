const fontOrder = [
  'b',
  'i',
  'strike',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
]

/** The styles of a workbook with the parts of each font in the order of Office's schema: the library has one of its own. */
export function fontsInOrder(styles: string): string {
  return styles.replace(/<font>(.*?)<\/font>/gs, (_font, inside: string) => {
    const place = (part: string) => fontOrder.indexOf(/^<(\w+)/.exec(part)?.[1] ?? '')
    const parts = inside.match(/<[^>]+\/>/g) ?? []
    return `<font>${parts.toSorted((left, right) => place(left) - place(right)).join('')}</font>`
  })
}
