import type { Account } from '#domain/knowledge.ts'
import { narrowed } from './heading.ts'
import { nearest } from './nearest.ts'
import type { Parsed } from './parse-cell.ts'

/** Which code table a column speaks of: function codes of seven digits, economic codes of three or five. */
export type CodeKind = 'function-code' | 'economic-code'

const shapes: Record<CodeKind, RegExp> = { 'function-code': /^\d{7}$/, 'economic-code': /^\d{3}(?:\d{2})?$/ }
const kinds: Record<CodeKind, readonly string[]> = {
  'function-code': ['function', 'function-fund'],
  'economic-code': ['econ-dept'],
}
const titles: Record<CodeKind, string> = { 'function-code': '功能科目', 'economic-code': '部门预算经济分类' }
const mends: Record<CodeKind, string> = {
  'function-code': '请填项级的七位数字，如 2010301。',
  'economic-code': '请填三位或五位数字，如 302、30217。',
}

/**
 * A code of the classification, alone or beside its name: 「2010301」「2010301 行政运行」「201-03-01」, or a name that only
 * one code bears. An unknown code is kept, with the nearest known ones in the warning.
 */
export function parseCode(text: string, kind: CodeKind, accounts: ReadonlyMap<string, Account>): Parsed {
  const plain = narrowed(text).trim()
  const parted = /^(\d{3})[-. ](\d{2})(?:[-. ](\d{2}))?(?!\d)\s*(.*)$/.exec(plain)
  const [code, rest] = parted
    ? [`${parted[1]}${parted[2]}${parted[3] ?? ''}`, parted[4] ?? '']
    : [/^\d*/.exec(plain)?.[0] ?? '', plain.replace(/^\d*/, '')]
  const name = plainName(rest)
  const known = [...accounts.values()].filter((account) => kinds[kind].includes(account.kind))
  if (code === '') return byName(text, name, kind, known)
  if (!shapes[kind].test(code)) return { error: [`「${text}」不是${titles[kind]}代码。`, mends[kind]] }
  const account = accounts.get(code)
  if (account?.kind === 'econ-gov')
    return { error: [`「${text}」是政府预算经济分类。`, '请改填部门预算经济分类，如 30201。'] }
  if (!account || !kinds[kind].includes(account.kind)) return { value: code, warning: unknown(code, name, kind, known) }
  if (name === '' || alike(name, plainName(account.name))) return { value: code }
  return {
    value: code,
    warning: [`代码 ${code} 的名称是“${account.name}”，这里写的是“${name}”。`, '请核对代码，已按代码读取。'],
  }
}

function byName(text: string, name: string, kind: CodeKind, known: readonly Account[]): Parsed {
  const same = known.filter((account) => shapes[kind].test(account.code) && plainName(account.name) === name)
  if (same.length === 1) return { value: same[0]!.code }
  const near = same.length > 1 ? same.slice(0, 3) : nearest(name, known, (account) => plainName(account.name))
  const hint = near.length > 0 ? `${same.length > 1 ? '同名的有' : '相近的有'}${listed(near)}。` : ''
  return { error: [`「${text}」没有写${titles[kind]}代码。`, `${hint}${mends[kind]}`] }
}

function unknown(code: string, name: string, kind: CodeKind, known: readonly Account[]): readonly [string, string] {
  const sameLevel = known.filter((account) => account.code.length === code.length)
  const byCode = nearest(code, sameLevel, (account) => account.code)
  const named = name === '' ? [] : nearest(name, sameLevel, (account) => plainName(account.name))
  const near = [...new Set([...named, ...byCode])].slice(0, 3)
  return [
    `科目表里没有${titles[kind]}代码 ${code}。`,
    near.length > 0 ? `相近的有${listed(near)}，请核对。` : '请对照当年的政府收支分类科目核对。',
  ]
}

function listed(accounts: readonly Account[]): string {
  return accounts.map(({ code, name }) => ` ${code} ${name}`).join('、')
}

/** Names drop 支出 and 科目 and the brackets in running use. */
function plainName(name: string): string {
  return narrowed(name).replaceAll(/[\s()[\]_:/.-]|支出$|科目$/g, '')
}

function alike(left: string, right: string): boolean {
  return left === right || left.endsWith(right) || right.endsWith(left)
}
