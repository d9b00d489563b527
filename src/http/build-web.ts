import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const source = join(root, 'src/web')
const output = join(root, 'dist/web')

/**
 * Builds the pages into dist/web when a source is newer than the last build, and returns that folder.
 * The build is made aside and moved into place, so that a server starting meanwhile never serves half of one.
 */
export async function buildWeb(): Promise<string> {
  const built = await timeOf(join(output, 'index.html'))
  if (built > (await newest(source))) return output
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
  await rm(output, { recursive: true, force: true })
  await rename(aside, output).catch(() => rm(aside, { recursive: true, force: true }))
  return output
}

async function newest(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const times = await Promise.all([join(root, 'package.json'), ...files].map(timeOf))
  return Math.max(...times)
}

/** Milliseconds of the last change; 0 where there is no file. */
async function timeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )
}
