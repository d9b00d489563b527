import { cpus, totalmem } from 'node:os'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { benchCount } from './bench-count.ts'
import { benchDocx } from './bench-docx.ts'
import { benchFirstPage } from './bench-first-page.ts'
import { benchHttp } from './bench-http.ts'
import { benchImport } from './bench-import.ts'
import { benchLedger } from './bench-ledger.ts'
import { benchMany } from './bench-many.ts'
import { benchPackage } from './bench-package.ts'
import { benchPdf } from './bench-pdf.ts'
import { benchRules } from './bench-rules.ts'
import { sectionsOf, textOf } from './results-text.ts'

const benches: Readonly<Record<string, () => Promise<string>>> = {
  docx: benchDocx,
  rules: benchRules,
  many: benchMany,
  pdf: benchPdf,
  ledger: benchLedger,
  package: benchPackage,
  import: benchImport,
  count: benchCount,
  http: benchHttp,
  'first-page': benchFirstPage,
}

/**
 * Runs the benchmarks named, or every one, and writes results.md beside this file; the sections of the others stay as
 * they are. What a person has to say to a section stands in remarks/NAME.md. `--with-10000` adds the largest batch.
 */
const results = new URL('results.md', import.meta.url)
const asked = process.argv.slice(2).filter((word) => word in benches)
const sections = sectionsOf(readFileSync(results, 'utf8'))
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const section = await bench()
  console.log(`${section}\n`)
  const remark = new URL(`remarks/${name}.md`, import.meta.url)
  sections.set(name, existsSync(remark) ? `${section}\n\n${readFileSync(remark, 'utf8').trim()}` : section)
}
const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`
writeFileSync(results, textOf(machine, Object.keys(benches), sections))
