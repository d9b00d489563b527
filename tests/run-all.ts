import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, relative } from 'node:path'
import { run } from 'node:test'
import { fileURLToPath } from 'node:url'
import { browserEnvironment } from './browser-libraries.ts'
import { longestFirst } from './longest-first.ts'

/** A thing that failed: its name, what was said about it, and the test file it is in. */
type Failure = { readonly name: string; readonly detail: string; readonly file?: string }
type Outcome = { passed: number; readonly failures: Failure[] }
/** How many tests of each file passed, and what failed. */
type FilesRun = { readonly passed: Map<string, number>; readonly failures: readonly Failure[] }

const root = fileURLToPath(new URL('..', import.meta.url))
const minute = 60_000
/** The runner's own closing lines; what is left is said by a test. */
const isCount = /^(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/
const wholeRun = 45 * minute
const oneFile = 10 * minute

/** The steps of `npm run check`, as package.json lists them: there is no second list. */
function checkSteps(): string[] {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return String(manifest.scripts.check)
    .split('&&')
    .map((step) => step.trim())
}

function runSteps(outcome: Outcome): void {
  for (const step of checkSteps()) {
    const { status, stdout, stderr } = spawnSync(step, {
      shell: true,
      cwd: root,
      encoding: 'utf8',
      timeout: 5 * minute,
    })
    if (status === 0) outcome.passed += 1
    else outcome.failures.push({ name: step, detail: `${stdout}${stderr}`.trim() })
    console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${step}`)
  }
}

function testFiles(): string[] {
  return globSync(
    ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'examples/**/*.test.ts', 'benchmarks/**/*.test.ts'],
    {
      cwd: root,
    },
  )
    .toSorted(longestFirst)
    .map((file) => `${root}${file}`)
}

/**
 * Makes what many test files begin from (`tests/work/prepared-folder.ts`) beside the checks, in a folder that is gone
 * afterwards. Programs keep there what they compiled, too: they are started by the hundred.
 */
async function prepare(outcome: Outcome): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-prepared-'))
  chmodSync(folder, 0o755)
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled')
  const child = spawn(process.execPath, [`${root}tests/work/prepare-folders.ts`, folder], { stdio: 'inherit' })
  const [status] = await once(child, 'exit')
  process.env['JIHENG_PREPARED'] = folder
  if (status !== 0) outcome.failures.push({ name: 'tests/work/prepare-folders.ts', detail: `ended with ${status}` })
}

/** Runs test files, so many at a time, each in its own process; says one line a file. */
async function runFiles(files: readonly string[], concurrency: number): Promise<FilesRun> {
  const passed = new Map<string, number>()
  const failures: Failure[] = []
  const fail = (file: string | undefined, name: string, detail: string) =>
    failures.push({ name, detail, ...(file ? { file } : {}) })
  const stream = run({ files, concurrency, timeout: oneFile, signal: AbortSignal.timeout(wholeRun) })
  stream.on('test:fail', (event) => {
    const error = event.details.error as Error & { failureType?: string }
    if (error.failureType === 'subtestsFailed') return
    const cause = error.cause as Error | undefined
    const detail = cause?.stack ?? cause?.message ?? error.message
    fail(event.file, `${where(event.file, event.line)}  ${event.name}`, detail)
  })
  stream.on('test:diagnostic', (event) => {
    if (!isCount.test(event.message)) console.log(`     ${where(event.file)}: ${event.message}`)
  })
  stream.on('test:stderr', (event) => process.stderr.write(event.message))
  stream.on('test:summary', (event) => {
    if (!event.file) return
    passed.set(event.file, event.counts.passed)
    const seconds = (event.duration_ms / 1000).toFixed(1)
    const left = event.counts.skipped + event.counts.todo
    if (left > 0) fail(event.file, where(event.file), `${left} skipped or to do: not allowed`)
    console.log(`${event.success ? 'ok  ' : 'FAIL'} ${where(event.file)}  ${event.counts.passed} passed  ${seconds} s`)
  })
  stream.resume()
  await new Promise((resolve) => stream.once('end', resolve))
  return { passed, failures }
}

/** As many files of journeys that failed are tried a second time; more than that is no matter of a busy machine. */
const mostTriedAgain = 2

/**
 * Runs every test file, two at a time. A browser that shares the machine with another test can miss a moment that a person
 * would not: a journey that failed is run once more, alone, and what failed the first time is said all the same.
 */
async function runTests(outcome: Outcome): Promise<void> {
  Object.assign(process.env, await browserEnvironment())
  const files = testFiles()
  if (files.length === 0) outcome.failures.push({ name: 'tests', detail: 'no test file was found' })
  const isJourney = ({ file }: Failure) => file !== undefined && where(file).startsWith('tests/journeys/')
  const first = await runFiles(files, 2)
  const missed = first.failures.filter(isJourney)
  const again = [...new Set(missed.map(({ file }) => file!))]
  const isTriedAgain = again.length > 0 && again.length <= mostTriedAgain
  if (isTriedAgain) for (const { name, detail } of missed) console.log(`\nonce more, alone: ${name}\n${detail}`)
  const second = isTriedAgain ? await runFiles(again, 1) : { passed: [], failures: missed }
  for (const count of new Map([...first.passed, ...second.passed]).values()) outcome.passed += count
  outcome.failures.push(...first.failures.filter((failure) => !isJourney(failure)), ...second.failures)
}

function where(file: string | undefined, line?: number): string {
  return file ? `${relative(root, file)}${line ? `:${line}` : ''}` : ''
}

const wanted = 24
if (Number(process.versions.node.split('.')[0]) !== wanted) {
  console.log(`这里用的是 Node ${process.versions.node}，需要 Node ${wanted}：请用 npm test 运行\n\n0 passed, 1 failed`)
  process.exit(1)
}
process.env['PATH'] = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter)

const outcome: Outcome = { passed: 0, failures: [] }
const prepared = prepare(outcome)
runSteps(outcome)
try {
  await prepared
  await runTests(outcome)
} catch (error) {
  outcome.failures.push({
    name: 'the test run',
    detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
  })
}
for (const { name, detail } of outcome.failures) console.log(`\n✖ ${name}\n${detail}`)
console.log(`\n${outcome.passed} passed, ${outcome.failures.length} failed`)
process.exit(outcome.failures.length === 0 ? 0 : 1)
