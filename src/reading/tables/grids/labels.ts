import { narrowed } from '#domain/narrow.ts'

const wide = /[（）：％，．；～０-９]/g
const toNarrow = /[\s（）：％，．；～０-９]/

/** A label without whitespace, its brackets, colons and digits narrowed: 「规  模⏎控制率」 → 规模控制率. */
export function compact(text: string): string {
  return toNarrow.test(text) ? narrowed(text.replace(/\s+/g, ''), wide) : text
}

const numbering = /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d)|[①-⑳])/
const subset = /^(?:其中|其中项|含|包括)[:、]?/

/** Most labels have nothing to take off. */
const toTakeOff = /["“”'‘’「」*★(:;,、.①-⑳]|^(?:其中|含|包括)/

/** A label's words: without numbering, 「其中：」, quotes, bracketed units and a closing colon. */
export function bareLabel(text: string): string {
  if (!toTakeOff.test(text)) return text
  const plain = text
    .replace(/["“”'‘’「」*★]/g, '')
    .replace(subset, '')
    .replace(numbering, '')
    .replace(subset, '')
  return plain.replace(/\([^()]*\)/g, '').replace(/[:;,、]+$/, '')
}

/** Whether a label announces a subset of what stands above it. */
export function isSubset(text: string): boolean {
  return subset.test(text.replace(numbering, ''))
}

/** How deep a label's numbering stands: 一、 1 · （一） 2 · 1. 3 · (1) 4 · none 0. */
export function depthOf(label: string): number {
  const text = label.replace(subset, '')
  if (/^[一二三四五六七八九十]{1,3}[、.]/.test(text)) return 1
  if (/^\([一二三四五六七八九十]{1,3}\)/.test(text)) return 2
  if (/^\d{1,2}[、.](?!\d)/.test(text)) return 3
  return /^(?:\(\d{1,2}\)|[①-⑳])/.test(text) ? 4 : 0
}

/** The year a head or caption names: 「2022年决算数」 → 2022. */
export function yearIn(text: string): number | undefined {
  const match = /(?<!\d)(20\d{2})年/.exec(text)
  return match ? Number(match[1]) : undefined
}
