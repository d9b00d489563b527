import { spawnSync } from 'node:child_process'
import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { reportOf } from '../tests/accuracy/examine.ts'
import { writeFile } from '../tests/accuracy/formats/write-file.ts'
import { allStyles } from '../tests/accuracy/styles/all-styles.ts'

/** What audit-folder.ts says: milliseconds by the clock and of processor time, and the most memory held. */
type Run = { readonly ms: number; readonly cpu: number; readonly peak: number }
const different = 100

/**
 * Many files: time a file, memory, one worker against two. Every run is the command in a process of its own, start-up
 * included; runs with one and two workers take turns. `--with-10000` adds the largest batch.
 */
export async function benchMany(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-many-'))
  try {
    const files = await smallFiles()
    const kept = files.map(({ name, bytes }) => {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      return path
    })
    const mean = files.reduce((sum, { bytes }) => sum + bytes.length, 0) / files.length / 1024
    const rows: string[] = []
    for (const count of [1, 100, 1000, ...(process.argv.includes('--with-10000') ? [10_000] : [])]) {
      const batch = folderOf(join(folder, `${count}-files`), kept, count)
      rows.push(...rowsOf(count, batch, count > 1000 ? 1 : 5))
    }
    return [
      '## Many files (docx, xlsx, html and text mixed)',
      '',
      '| files | workers | seconds | ms a file | processor seconds | processor ms a file | most memory, MiB | one worker ÷ this |',
      '|---|---|---|---|---|---|---|---|',
      ...rows,
      '',
      `${different} different files of ${mean.toFixed(0)} KiB on average, repeated. Medians of 5 runs, of 1 run for 10,000 files; the last column by the clock.`,
    ].join('\n')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function smallFiles(): Promise<{ name: string; bytes: Uint8Array }[]> {
  const files: { name: string; bytes: Uint8Array }[] = []
  for (let seed = 1; files.length < different; seed += 1) {
    const { report, file } = reportOf(allStyles[seed % allStyles.length]!, seed)
    // A pdf has a benchmark of its own.
    if (file !== 'pdf') files.push(await writeFile({ ...report, name: `${seed}-${report.name}` }, file))
  }
  return files
}

function folderOf(folder: string, paths: readonly string[], count: number): string {
  mkdirSync(folder)
  for (let index = 0; index < count; index += 1) {
    const path = paths[index % paths.length]!
    linkSync(path, join(folder, `${index}-${path.split('/').at(-1)}`))
  }
  return folder
}

function rowsOf(count: number, folder: string, rounds: number): string[] {
  const jobs = count === 1 ? [1] : [1, 2]
  const runs = new Map<number, Run[]>(jobs.map((each) => [each, []]))
  for (let round = 0; round < rounds; round += 1) for (const each of jobs) runs.get(each)!.push(runOf(folder, each))
  const one = middle(runs.get(1)!, 'ms')
  return jobs.map((each) => {
    const mine = runs.get(each)!
    const [ms, cpu, peak] = [middle(mine, 'ms'), middle(mine, 'cpu'), middle(mine, 'peak')]
    const times = [ms / 1000, ms / count, cpu / 1000, cpu / count].map((time) => time.toFixed(1))
    return `| ${count} | ${each} | ${times.join(' | ')} | ${Math.round(peak / 2 ** 20)} | ${(one / ms).toFixed(2)}× |`
  })
}

function runOf(folder: string, jobs: number): Run {
  const program = fileURLToPath(new URL('audit-folder.ts', import.meta.url))
  const args = ['audit', folder, '--format', 'json', '--out', `${folder}.json`, '--jobs', `${jobs}`]
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    // As bin/main.js sets it.
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, '..', 'compiled') },
  })
  const said = stdout.trim().split('\n').at(-1)
  if (!said) throw new Error(stderr)
  return JSON.parse(said) as Run
}

function middle(runs: readonly Run[], what: keyof Run): number {
  const sorted = runs.map((run) => run[what]).toSorted((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)]!
}

if (import.meta.main) console.log(await benchMany())
