/**
 * Radicals of the supplement block that stand for a simplified character, radical and character in turn. The
 * Kangxi block needs no list: each of its signs has a compatibility mapping.
 */
const supplement =
  '⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟'
const written = new Map(
  [...supplement].flatMap((sign, index, all) => (index % 2 === 0 ? [[sign, all[index + 1]!] as const] : [])),
)
/** Two Kangxi radicals are mapped to forms the mainland does not write. */
const mainland = new Map([
  ['戶', '户'],
  ['靑', '青'],
])

/**
 * 「⼀⽀⾦⻢」 → 「一支金马」: many programs that print to PDF name a glyph by the radical that shares its shape, so
 * that what reads 资金 is stored as 资⾦. One character stays one character.
 */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2E80-\u2FDF]/g, (sign) => {
    const plain = written.get(sign) ?? sign.normalize('NFKC')
    return mainland.get(plain) ?? plain
  })
}
