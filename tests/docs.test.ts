import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const pages = [
  'README.md',
  'CHANGELOG.md',
  ...globSync(['docs/**/*.md', 'examples/*.md', 'benchmarks/*.md'], { cwd: root }),
].toSorted()

/** Links of a page to files of the repository, as written: 「[架构](docs/architecture.md)」 → docs/architecture.md. */
function linksOf(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => decodeURI(target.split('#')[0] ?? ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
}

/** Files of the repository a page names in code marks: `src/rules/catalogue.ts`; patterns with * are left out. */
function filesNamed(text: string): string[] {
  return [...text.matchAll(/`((?:src|tests|data|docs|examples|benchmarks|bin)\/[^`\s*]+\.[a-z]+)`/g)].map(
    ([, path = '']) => path,
  )
}

function missingIn(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8')
  const linked = linksOf(text).filter((target) => !existsSync(join(root, dirname(page), target)))
  const named = filesNamed(text).filter((path) => !existsSync(join(root, path)))
  return [...linked, ...named].map((target) => `${page} → ${target}`)
}

test('文档里的链接和提到的文件都在', () => {
  assert.deepEqual(pages.flatMap(missingIn), [])
})

test('写错的链接和文件名会被查出', () => {
  assert.deepEqual(linksOf('见[架构](docs/none.md#rooms)和[网站](https://example.org)'), ['docs/none.md'])
  assert.deepEqual(filesNamed('`src/rules/none.ts` 与 `data/identities/*.yaml`'), ['src/rules/none.ts'])
})

test('每个决定都有背景、决定、好坏后果和由什么保证', () => {
  const decisions = pages.filter((page) => page.startsWith('docs/decisions/'))
  assert.ok(decisions.length > 0)
  for (const page of decisions) {
    const text = readFileSync(join(root, page), 'utf8')
    for (const part of ['## Context', '## Decision', '## Consequences', '- Good:', '- Bad:', '## Enforced by']) {
      assert.ok(text.includes(part), `${page}: ${part}`)
    }
  }
})
