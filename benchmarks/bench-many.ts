import { auditMany } from '#operations/audits/audit-many.ts'
import { reportOf } from '../tests/accuracy/examine.ts'
import { writeFile } from '../tests/accuracy/formats/write-file.ts'
import { allStyles } from '../tests/accuracy/styles/all-styles.ts'

/** Many files: time a file, memory, one worker against two. */
export async function benchMany(): Promise<string> {
  const counts = [1, 100, 1000, ...(process.argv.includes('--with-10000') ? [10_000] : [])]
  const rows: string[] = []
  for (const count of counts) {
    const files = await manyFiles(count)
    for (const jobs of count === 1 ? [1] : [1, 2]) {
      const started = performance.now()
      let peak = 0
      for await (const audited of auditMany(files, { jobs, level: 'warning', format: 'json', timeout: 60_000 })) {
        if (audited) peak = Math.max(peak, process.memoryUsage.rss())
      }
      const took = performance.now() - started
      rows.push(
        `| ${count} | ${jobs} | ${Math.round(took)} | ${(took / count).toFixed(1)} | ${Math.round(peak / 2 ** 20)} |`,
      )
    }
  }
  return [
    '## Many files (docx, xlsx, html and text mixed)',
    '',
    '| files | workers | ms | ms a file | most memory, MiB |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

/** A hundred different files, repeated under other names. */
async function manyFiles(count: number): Promise<{ name: string; bytes: Uint8Array }[]> {
  const files: { name: string; bytes: Uint8Array }[] = []
  for (let index = 0; index < Math.min(count, 100); index += 1) {
    const { report, file } = reportOf(allStyles[index % allStyles.length]!, index + 1)
    files.push(await writeFile(report, file))
  }
  return Array.from({ length: count }, (_, index) => ({
    ...files[index % files.length]!,
    name: `${index + 1}-${files[index % files.length]!.name}`,
  }))
}
