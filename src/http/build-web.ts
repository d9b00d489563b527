import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compressPages } from './compress-pages.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const source = join(root, 'src/web')
/** Rooms the pages take words and calculations from. */
const shared = ['src/domain', 'src/http/contracts'].map((room) => join(root, room))
const output = join(root, 'dist/web')

/**
 * Builds the pages into dist/web when a source is newer than the last build, and returns that folder.
 * The build is made aside and moved into place, so that a server starting meanwhile never serves half of one.
 */
export async function buildWeb(): Promise<string> {
  const built = await timeOf(join(output, 'index.html'))
  if (built > (await newest([source, ...shared]))) return output
  const { build } = await import('vite')
  const { default: react } = await import('@vitejs/plugin-react')
  const aside = `${output}-${process.pid}`
  await build({
    root: source,
    base: './',
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [react()],
    build: { outDir: aside, emptyOutDir: true, chunkSizeWarningLimit: 1200 },
  })
  await compressPages(aside)
  await rm(output, { recursive: true, force: true })
  await rename(aside, output).catch(() => rm(aside, { recursive: true, force: true }))
  return output
}

async function newest(folders: readonly string[]): Promise<number> {
  const listed = await Promise.all(folders.map((folder) => readdir(folder, { recursive: true, withFileTypes: true })))
  const entries = listed.flat()
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const times = await Promise.all([join(root, 'package.json'), fileURLToPath(import.meta.url), ...files].map(timeOf))
  return Math.max(...times)
}

/** Milliseconds of the last change; 0 where there is no file. */
async function timeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
}
