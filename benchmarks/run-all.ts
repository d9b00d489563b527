import { cpus, totalmem } from 'node:os'
import { writeFileSync } from 'node:fs'
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

/** Runs every benchmark and writes results.md beside this file. `--with-10000` adds the largest batch. */
const sections: string[] = []
for (const bench of [
  benchDocx,
  benchRules,
  benchMany,
  benchPdf,
  benchLedger,
  benchPackage,
  benchImport,
  benchCount,
  benchHttp,
  benchFirstPage,
]) {
  const section = await bench()
  console.log(`${section}\n`)
  sections.push(section)
}
const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB`
const text = [
  '# Results',
  '',
  `Machine: ${machine}. Every number is from one run of \`npm run bench\`.`,
  '',
  ...sections.flatMap((section) => [section, '']),
]
writeFileSync(new URL('results.md', import.meta.url), text.join('\n'))
