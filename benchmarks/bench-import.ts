import { spawnSync } from 'node:child_process'
import { chmodSync, createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import excel from 'exceljs'

export const importRows = 1_000_000

/** What the importing process reports: milliseconds, processor milliseconds (its own and the server's), and the most memory it held. */
export type ImportRun = { readonly ms: number; readonly processor: number; readonly rss: number }

/** Copies and imports take turns, so that what else runs on the machine meets both. */
const rounds = 3

/**
 * A csv of a million payments into a stored ledger, read, checked and logged, beside PostgreSQL's own COPY of the same
 * rows into the same table. Each runs in a process of its own, set as bin/jiheng.js sets it, on a database of its own.
 */
export async function benchImport(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-bench-'))
  try {
    // Run by root, the server is another user's: it has to get into its folder.
    chmodSync(folder, 0o755)
    const path = join(folder, 'payments.csv')
    await writePayments(path)
    const runs = Array.from({ length: rounds }, (_, round) => ({
      copy: measured('copy', join(folder, `copy-${round}`), path),
      taken: measured('import', join(folder, `import-${round}`), path),
    }))
    const book = join(folder, 'payments.xlsx')
    await writeWorkbook(book)
    const workbook = [measured('import', join(folder, 'import-xlsx'), book)]
    const copies = runs.map(({ copy }) => copy)
    const imports = runs.map(({ taken }) => taken)
    const shares = runs.map(({ copy, taken }) => `${((copy.ms / taken.ms) * 100).toFixed(0)} %`)
    return [
      `## Import of ${importRows.toLocaleString('en')} payments`,
      '',
      '| what | seconds | rows a second | against COPY | processor seconds, server included | most memory, MiB |',
      '|---|---|---|---|---|---|',
      row('COPY by PostgreSQL', copies, copies),
      row('import, checked and logged', imports, copies),
      row('the same from xlsx', workbook, copies),
      '',
      `Medians of ${rounds} rounds in turns; round by round the import ran at ${shares.join(', ')} of the speed of COPY.`,
    ].join('\n')
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function row(what: string, runs: readonly ImportRun[], copies: readonly ImportRun[]): string {
  const ms = middle(runs.map((run) => run.ms))
  const share = `${((middle(copies.map((run) => run.ms)) / ms) * 100).toFixed(0)} % of its speed`
  const processor = (middle(runs.map((run) => run.processor)) / 1000).toFixed(1)
  const memory = Math.round(Math.max(...runs.map(({ rss }) => rss)) / 2 ** 20)
  return `| ${what} | ${(ms / 1000).toFixed(1)} | ${Math.round((importRows / ms) * 1000).toLocaleString('en')} | ${share} | ${processor} | ${memory} |`
}

function middle(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}

function measured(way: 'copy' | 'import', folder: string, path: string): ImportRun {
  const program = fileURLToPath(new URL('import-payments.ts', import.meta.url))
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--max-semi-space-size=8', '--heap-growing-percent=40', program, way, folder, path],
    { encoding: 'utf8', env: { MALLOC_ARENA_MAX: '1', ...process.env } },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as ImportRun
}

async function writePayments(path: string): Promise<void> {
  const file = createWriteStream(path)
  let text = '凭证号,支付日期,支付金额（元）,功能科目,部门经济分类,支出类型,用途\n'
  for (let index = 0; index < importRows; index++) {
    const day = String((index % 28) + 1).padStart(2, '0')
    const month = String((index % 12) + 1).padStart(2, '0')
    text += `PZ${index},2023-${month}-${day},${(index % 9973) + 1}.${index % 10}5,2010301,30201,基本支出,办公用品第${index}批\n`
    if (text.length < 1 << 16) continue
    if (!file.write(text)) await once(file, 'drain')
    text = ''
  }
  file.end(text)
  await once(file, 'finish')
}

/** The same payments as a workbook, days and amounts as numbers with their formats. */
async function writeWorkbook(path: string): Promise<void> {
  const book = new excel.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true })
  const sheet = book.addWorksheet('支付')
  sheet.columns = [{ width: 12 }, { style: { numFmt: 'yyyy-mm-dd' } }, { style: { numFmt: '#,##0.00' } }]
  sheet.addRow(['凭证号', '支付日期', '支付金额（元）', '功能科目', '部门经济分类', '支出类型', '用途']).commit()
  for (let index = 0; index < importRows; index++) {
    const day = new Date(Date.UTC(2023, index % 12, (index % 28) + 1))
    const amount = Number(`${(index % 9973) + 1}.${index % 10}5`)
    const rest = ['2010301', '30201', '基本支出', `办公用品第${index}批`]
    sheet.addRow([`PZ${index}`, day, amount, ...rest]).commit()
  }
  await book.commit()
}

/** The lines of a file as they come. */
export function linesOf(path: string): NodeJS.ReadableStream {
  return createReadStream(path, { highWaterMark: 1 << 16 })
}
