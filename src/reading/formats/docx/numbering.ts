import { readMarkup } from '../markup/read-markup.ts'

type Level = { format: string; text: string; start: number }

/** Prints automatic numbers as Word shows them. */
export type Numbering = { next(numId: string, level: number): string }

/** Reads word/numbering.xml; without one nothing is numbered. */
export function readNumbering(xml: string | Iterable<string> | undefined): Numbering {
  const abstracts = new Map<string, Map<number, Level>>()
  const numbers = new Map<string, string>()
  if (xml) parse(xml, abstracts, numbers)
  const counters = new Map<string, number[]>()
  return {
    next(numId, level) {
      const levels = abstracts.get(numbers.get(numId) ?? '')
      const own = levels?.get(level)
      if (!levels || !own || own.format === 'none' || own.format === 'bullet') return ''
      const key = numbers.get(numId)!
      const counts = counters.get(key) ?? []
      counts[level] = (counts[level] ?? own.start - 1) + 1
      counts.length = level + 1
      counters.set(key, counts)
      return own.text.replace(/%(\d)/g, (_, at: string) => {
        const index = Number(at) - 1
        const part = levels.get(index)
        return part ? printNumber(counts[index] ?? part.start, part.format) : ''
      })
    },
  }
}

function parse(
  xml: string | Iterable<string>,
  abstracts: Map<string, Map<number, Level>>,
  numbers: Map<string, string>,
): void {
  let abstract: Map<number, Level> | undefined
  let level: Level | undefined
  let num = ''
  readMarkup(xml, {
    open(name, attribute) {
      const value = attribute('w:val') ?? ''
      if (name === 'w:abstractNum') {
        abstract = new Map()
        abstracts.set(String(attribute('w:abstractNumId')), abstract)
      } else if (name === 'w:lvl' && abstract) {
        level = { format: 'decimal', text: '', start: 1 }
        abstract.set(Number(attribute('w:ilvl')), level)
      } else if (name === 'w:numFmt' && level) level.format = value
      else if (name === 'w:lvlText' && level) level.text = value
      else if (name === 'w:start' && level) level.start = Number(value) || 0
      else if (name === 'w:num') {
        num = String(attribute('w:numId'))
        abstract = undefined
        level = undefined
      } else if (name === 'w:abstractNumId' && num) numbers.set(num, value)
    },
  })
}

const counting = { digits: '零一二三四五六七八九', units: ['', '十', '百', '千'] }
const legal = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['', '拾', '佰', '仟'] }

/** A number in a Word number format: decimal, Chinese counting, 大写, circled, 甲乙丙, letters, roman. */
function printNumber(value: number, format: string): string {
  if (/^(?:chineseCounting|chineseCountingThousand|japaneseCounting|taiwaneseCountingThousand)$/.test(format))
    return inChinese(value, counting).replace(/^一十/, '十')
  if (format === 'chineseLegalSimplified') return inChinese(value, legal)
  if (format === 'ideographDigital')
    return [...String(value)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese')
    return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value)
  if (format === 'ideographTraditional') return '甲乙丙丁戊己庚辛壬癸'[value - 1] ?? String(value)
  if (format === 'upperLetter' || format === 'lowerLetter') {
    const letter = String.fromCodePoint((format === 'upperLetter' ? 65 : 97) + ((value - 1) % 26))
    return letter
  }
  if (format === 'upperRoman' || format === 'lowerRoman') {
    const roman = toRoman(value)
    return format === 'upperRoman' ? roman : roman.toLowerCase()
  }
  return String(value)
}

/** 105 → 一百零五; from ten thousand on in digits. */
function inChinese(value: number, { digits, units }: typeof counting): string {
  if (value >= 10_000 || value < 0) return String(value)
  if (value === 0) return digits[0]!
  const signs = [...String(value)].map(Number)
  const words = signs.map((digit, at) => (digit === 0 ? digits[0]! : digits[digit]! + units[signs.length - 1 - at]!))
  return words
    .join('')
    .replace(new RegExp(`${digits[0]}+$`), '')
    .replace(new RegExp(`${digits[0]}+`, 'g'), digits[0]!)
}

function toRoman(value: number): string {
  const table: [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ]
  let rest = value
  let text = ''
  for (const [worth, sign] of table) for (; rest >= worth; rest -= worth) text += sign
  return text
}
