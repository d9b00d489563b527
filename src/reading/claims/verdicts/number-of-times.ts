const numbers: Readonly<Record<string, number>> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5 }

/** 「一」「两」「3」 as a number. */
export function numberOfTimes(text: string): number {
  return numbers[text] ?? Number(text)
}
