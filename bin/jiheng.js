#!/usr/bin/env node
// The product runs on the Node that package.json pins; an older `node` on the machine only starts that one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const pinned = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
const runtime = existsSync(pinned) ? pinned : process.execPath
const main = fileURLToPath(new URL('main.js', import.meta.url))
// Each of the many patterns is compiled once, not first for a trial that most of them outlive. (Set while the program
// runs, this one has brought it down.)
const always = ['--no-regexp-tier-up']
// A long import makes much that is soon forgotten: a small nursery, and what outlives it gathered up early, keep its memory
// a third lower at the same speed.
const isImport = process.argv[2] === 'import'
const settings = isImport ? ['--max-semi-space-size=8', '--heap-growing-percent=40'] : []
const env = { ...(isImport ? { MALLOC_ARENA_MAX: '1' } : {}), ...process.env }
const result = spawnSync(runtime, [...always, ...settings, main, ...process.argv.slice(2)], { stdio: 'inherit', env })
process.exit(result.status ?? 2)
