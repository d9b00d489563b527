import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Change, examineDocument } from './examine-document.ts'

/**
 * Measures on whole documents that agree with themselves, each `NAME.html`, or `NAME.txt` where it is text saved from
 * Word, what is said of them as they are; and, where there is a list `NAME.changes.json`, how many of the listed changes
 * are shown.
 * node tests/accuracy/measure-documents.ts FOLDER… --only 0[1-7] --show-misses --show-false
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    'show-misses': { type: 'boolean', default: false },
    'show-false': { type: 'boolean', default: false },
  },
})

const files = positionals
  .flatMap((folder) => globSync(join(folder, '*.{html,txt}')))
  .filter((file) => new RegExp(values.only).test(basename(file)))
  .toSorted()
const all = { documents: 0, errors: 0, warnings: 0, changes: 0, shown: 0 }
const byKind = new Map<string, { changes: number; shown: number }>()
for (const file of files) {
  const name = basename(file, extname(file))
  const list = join(dirname(file), `${name}.changes.json`)
  const changes = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Change[]) : []
  const source = readFileSync(file, 'utf8')
  const { trials, accusations } = await examineDocument(source, changes, basename(file))
  const errors = accusations.filter(({ severity }) => severity === 'error').length
  const shown = trials.filter((trial) => trial.shown).length
  all.documents += 1
  all.errors += errors
  all.warnings += accusations.length - errors
  all.changes += trials.length
  all.shown += shown
  console.log(`${name}: 误报 ${errors} 错误 ${accusations.length - errors} 提醒；看出 ${shown}/${trials.length}`)
  for (const { change, shown } of trials) {
    const kind = byKind.get(change.kind) ?? { changes: 0, shown: 0 }
    byKind.set(change.kind, { changes: kind.changes + 1, shown: kind.shown + Number(shown) })
    if (values['show-misses'] && !shown)
      console.log(`  漏报 ${change.kind} ${change.from} → ${change.to} 「${change.at}」 ${change.why}`)
  }
  if (values['show-false'])
    for (const { severity, rule, message, quotes } of accusations)
      console.log(`  误报 ${severity} ${rule} ${message}\n     ${quotes.join('\n     ')}`)
}
for (const [kind, { changes, shown }] of byKind) console.log(`${kind}: ${percent(shown, changes)} of ${changes}`)
console.log(
  `${all.documents} documents, false errors ${all.errors}, false warnings ${all.warnings}, shown ${all.shown} of ${all.changes} (${percent(all.shown, all.changes)})`,
)

function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`
}
