import module from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folders = [fileURLToPath(new URL('../node_modules/.cache/jiheng', import.meta.url)), join(homedir(), '.cache/jiheng')]

/**
 * Compiled code is kept for the next start and for the threads of this one: in the checkout, or with the user where that
 * cannot be written.
 */
export function keepCompiledCode() {
  if (process.env.NODE_COMPILE_CACHE !== undefined || !module.enableCompileCache) return
  const { FAILED } = module.constants.compileCacheStatus
  const folder = folders.find((each) => module.enableCompileCache(each).status !== FAILED)
  // Threads keep theirs where the variable says.
  if (folder) process.env.NODE_COMPILE_CACHE = folder
}
