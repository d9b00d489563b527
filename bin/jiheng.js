#!/usr/bin/env node
// The product runs on the Node that package.json pins; an older `node` on the machine only starts that one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const pinned = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
const runtime = existsSync(pinned) ? pinned : process.execPath
const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
// A long import makes much that is soon forgotten: a small nursery, and what outlives it gathered up early, keep its memory
// a third lower at the same speed.
const isImport = process.argv[2] === 'import'
const settings = isImport ? ['--max-semi-space-size=8', '--heap-growing-percent=40'] : []
// Compiled code is kept for the next start, and for the threads of this one.
const compiled = fileURLToPath(new URL('../node_modules/.cache/jiheng', import.meta.url))
const env = { NODE_COMPILE_CACHE: compiled, ...(isImport ? { MALLOC_ARENA_MAX: '1' } : {}), ...process.env }
const result = spawnSync(runtime, [...settings, main, ...process.argv.slice(2)], { stdio: 'inherit', env })
process.exit(result.status ?? 2)
