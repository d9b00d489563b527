#!/usr/bin/env node
// The product runs on the Node that package.json pins; an older `node` on the machine only starts that one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const pinned = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
const runtime = existsSync(pinned) ? pinned : process.execPath
const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const result = spawnSync(runtime, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exit(result.status ?? 2)
