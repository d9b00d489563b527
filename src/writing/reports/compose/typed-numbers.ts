import { narrowed } from '#domain/narrow.ts'

/**
 * What looks like a number and states no quantity: years and dates, months, paper numbers and titles, ordinals and list
 * numbers, hotlines and roads, round-the-clock service, codes of accounts.
 */
const noQuantity = new RegExp(
  [
    '《[^《》]*》',
    '〔\\d{4}〕第?\\d+号',
    '\\d{4}(?:[-—～~至]\\d{4})?年(?:度|初|底|末)?(?:\\d{1,2}月(?:\\d{1,2}日)?)?',
    '\\d{1,2}(?:[-—～~至]\\d{1,2})?月(?:\\d{1,2}日)?(?:份|底|初)?',
    '第(?:\\d+|[〇零一二三四五六七八九十百]+)',
    '[（(]\\d{1,2}[）)]',
    '^\\s*\\d{1,2}[.、．](?!\\d)',
    '(?:12345|12315|12388|110|119|120)(?=[热政便平投举])',
    '(?:7[×xX*])?24小时',
    '[A-Za-z]+\\d[\\dA-Za-z.]*|\\d+(?!k[mg]|m[²³])[A-Za-z]+',
    '(?<!\\d)\\d{7}(?=[\\u4e00-\\u9fff])',
  ].join('|'),
  'gm',
)
const measureWords = [
  '[万千百亿十]*元|[％%‰]|个?百分点|个?千分点|㎡|m²|m³|km|kg',
  '平方公里|平方米|立方米|公顷|公里|千米|公斤|千克|千瓦时?|人次|人天|人民币',
  '个|件|期|次|篇|条|人|名|户|家|项|台|套|例|笔|起|张|处|场|份|届|天|类|批|班|所|栋|座|口|间|艘|架|部|枚|幅|册|本|版|页|字|单|宗|桩|组|支|队|位|周|只|头|株|棵|盏|辆|亩|吨|米|倍|成|分|轮|种|度|箱|袋|瓶|根|片|段|节|课|道|门|站|村|户次|车次|班次|小时|分钟|工作日|学时',
].join('|')
const typed = new RegExp(
  `\\d[\\d,]*(?:\\.\\d+)?\\s*(?:余|多|来|几)?[万千百亿十]*(?:余|多)?\\s*(?:${measureWords})|\\d[\\d,]*\\.\\d+|\\d{2,}[余多]?[万亿]?(?=\\s*(?:[，。；、）)]|$))`,
  'gm',
)

/**
 * Quantities written out in words: 一百二十人, 百分之九十八, 八成以上. A number below ten, or one only hinted at (十余次), is a manner
 * of speaking; 届 counts congresses.
 */
const spelled = new RegExp(
  `百分之[〇零一二三四五六七八九十百点]+|[二两三四五六七八九]成(?=以上|以下|左右|[，。；、]|$)|[一二两三四五六七八九][十百千万亿][〇零一二三四五六七八九十百千万亿]*[余多]?(?:${measureWords.replace('|届', '')})`,
  'gm',
)

/** Numbers typed into a text that state a quantity, as they stand: 「300件」 「95.5%」 「３５０亩」 「一百二十人」. */
export function typedNumbers(text: string): string[] {
  const plain = narrowed(text, /[０-９．％]/g)
  const quantities = plain.replace(noQuantity, (cut) => ' '.repeat(cut.length))
  return [...quantities.matchAll(typed), ...quantities.matchAll(spelled)]
    .toSorted((left, right) => left.index - right.index)
    .map(({ index, 0: found }) => text.slice(index, index + found.length).trim())
}
