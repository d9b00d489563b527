import { LineCounter, type Node, isScalar, parseDocument } from 'yaml'
import type { Ledger } from '#domain/ledger/ledger.ts'
import { workKinds } from '../load-work-kinds.ts'
import { ledgerShape } from './ledger-shape.ts'
import { referenceFaults } from './reference-faults.ts'
import { fieldIssues } from './shape-issues.ts'

/** One thing wrong in a ledger file: line (0 when the whole file is meant), the key path, what to mend. */
export type LedgerFault = { readonly line: number; readonly path: string; readonly message: string }
export type ReadLedger = { readonly ledger?: Ledger; readonly faults: readonly LedgerFault[] }

const largest = 64 * 1024 * 1024

/**
 * Reads a ledger file (YAML or JSON). Every fault is listed with its line; a file with any fault gives no ledger.
 * Aliases are limited, so that a small file cannot unfold into an endless one.
 */
export function readLedgerFile(text: string): ReadLedger {
  if (text.length > largest) return { faults: [{ line: 0, path: '', message: '账本文件超过 64 MB，请改用表格导入' }] }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const broken = document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    path: '',
    message: `账本文件的写法有误：${error.message}`,
  }))
  if (broken.length > 0) return { faults: broken }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true) as Node | undefined
      if (node?.range) return lines.linePos(node.range[0]).line
      if (isScalar(node)) return 0
    }
    return 0
  }
  const content: unknown = document.toJS({ maxAliasCount: 100 })
  const shaped = ledgerShape.safeParse(content)
  if (!shaped.success)
    return {
      faults: fieldIssues(shaped.error, content).map(({ field, message }) =>
        faultAt(field.split('.'), message, lineOf),
      ),
    }
  const ledger = withStandardKinds(shaped.data as Ledger)
  const faults = referenceFaults(ledger).map(({ path, message }) => faultAt(path, message, lineOf))
  return faults.length > 0 ? { faults } : { ledger, faults }
}

/** The kinds that come with the product, unless the ledger defines one of the same id itself. */
function withStandardKinds(ledger: Ledger): Ledger {
  const own = new Set(ledger.workKinds.map(({ id }) => id))
  return { ...ledger, workKinds: [...ledger.workKinds, ...workKinds().filter(({ id }) => !own.has(id))] }
}

function faultAt(path: readonly PropertyKey[], message: string, lineOf: (path: readonly PropertyKey[]) => number) {
  return { line: lineOf(path), path: path.map(String).join('.'), message }
}
