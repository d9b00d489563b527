import { spawnSync } from 'node:child_process'
import { chmodSync, createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const importRows = 1_000_000

/** What the importing process reports: milliseconds, and the most memory it held. */
export type ImportRun = { readonly ms: number; readonly rss: number }

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
    const copy = measured('copy', folder, path)
    const taken = measured('import', folder, path)
    return [
      `## Import of ${importRows.toLocaleString('en')} payments (csv)`,
      '',
      '| what | seconds | rows a second | against COPY | most memory, MiB |',
      '|---|---|---|---|---|',
      row('COPY by PostgreSQL', copy, copy),
      row('import, checked and logged', taken, copy),
    ].join('\n')
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function row(what: string, { ms, rss }: ImportRun, copy: ImportRun): string {
  const share = `${((copy.ms / ms) * 100).toFixed(0)} % of its speed`
  return `| ${what} | ${(ms / 1000).toFixed(1)} | ${Math.round((importRows / ms) * 1000).toLocaleString('en')} | ${share} | ${Math.round(rss / 2 ** 20)} |`
}

function measured(way: 'copy' | 'import', folder: string, path: string): ImportRun {
  const program = fileURLToPath(new URL('import-payments.ts', import.meta.url))
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--max-semi-space-size=8', program, way, join(folder, way), path],
    {
      encoding: 'utf8',
    },
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

/** The lines of a file as they come. */
export function linesOf(path: string): NodeJS.ReadableStream {
  return createReadStream(path, { highWaterMark: 1 << 16 })
}
