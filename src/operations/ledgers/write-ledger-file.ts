import { Big } from 'big.js'
import { Document, Pair, Scalar, isMap, isScalar, isSeq, visit } from 'yaml'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { workKinds } from '../load-work-kinds.ts'

const tenThousand = 10_000
/** Keys whose numbers are money in 元: they are written with their unit. */
const money = new Set(['amount', 'arrived', 'budgetedInvestment', 'actualInvestment'])

/**
 * A ledger as a file that readLedgerFile reads back to the same ledger. Entries stand one to a line; the standard kinds
 * of work ledger are left out. `notes` put a comment before the entry at a path: 'payments.3'.
 */
export function writeLedgerFile(ledger: Ledger, notes: ReadonlyMap<string, string> = new Map()): string {
  const standard = new Map(workKinds().map((kind) => [kind.id, JSON.stringify(kind)]))
  const own = ledger.workKinds.filter((kind) => standard.get(kind.id) !== JSON.stringify(kind))
  const document = new Document(plain({ ...ledger, workKinds: own }))
  visit(document, {
    Seq(_, list) {
      for (const item of list.items) if (isMap(item)) item.flow = true
      if (list.items.every(isScalar)) list.flow = true
    },
    Pair(_, { key, value }) {
      // Codes and days would else be taken for numbers and times by other programs.
      if (isScalar(value) && typeof value.value === 'string' && /^[\d-]+$/.test(value.value))
        value.type = Scalar.QUOTE_SINGLE
      if (isScalar(key) && key.value === 'text' && isScalar(value)) value.type = Scalar.QUOTE_DOUBLE
    },
  })
  for (const [path, note] of notes) comment(document, path.split('.'), note)
  return document.toString({ lineWidth: 0 })
}

function comment(document: Document, path: readonly string[], note: string): void {
  const last = path.at(-1) ?? ''
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  if (isSeq(parent)) {
    const item = parent.items[Number(last)]
    if (isMap(item) || isScalar(item)) item.commentBefore = said(note)
  } else if (isMap(parent)) {
    const pair = parent.items.find((item): item is Pair<Scalar> => isScalar(item.key) && item.key.value === last)
    if (pair && isScalar(pair.key)) pair.key.commentBefore = said(note)
  }
}

function said(note: string): string {
  return note
    .split('\n')
    .map((line) => ` ${line}`)
    .join('\n')
}

/** Decimals as text, money with its unit, absent values left out, empty lists kept. */
function plain(value: unknown, key = ''): unknown {
  if (value instanceof Big)
    return money.has(key)
      ? inWords(value)
      : Number.isSafeInteger(Number(value.toFixed()))
        ? Number(value.toFixed())
        : value.toFixed()
  if (Array.isArray(value)) return value.map((item) => plain(item, key))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => (item === undefined ? [] : [[name, plain(item, name)]])),
  )
}

function inWords(yuan: Big): string {
  const wan = yuan.div(tenThousand)
  return wan.round(6).eq(wan) ? `${wan.toFixed()}万元` : `${yuan.toFixed()}元`
}
