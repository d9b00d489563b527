import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import { type SourceFile, type SyntaxNode, lineOf, nodesOf, sourceFile, sourceFiles } from './source-files.ts'

/** One concept of the field: its Chinese, the English of the trade, the word used in code. */
type Entry = {
  readonly zh: string
  readonly en: string
  readonly identifier: string
  readonly definition: string
  readonly source: string
}

const lines = readFileSync(new URL('../data/glossary.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
const entries = lines.slice(1).map(entryOf)
const measures = parse(readFileSync(new URL('../data/measures.yaml', import.meta.url), 'utf8')) as {
  id: string
  zh: string
}[]

function entryOf(line: string): Entry {
  const [zh = '', en = '', identifier = '', definition = '', source = ''] = line.split(',')
  return { zh, en, identifier, definition, source }
}

/** Words that occur under more than one name. */
function repeated(words: readonly string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index)
}

/** Measure-id segments without an entry: 'three-public.total' → threePublic, total. */
function unknownSegments(ids: readonly string[], known: ReadonlySet<string>): string[] {
  const words = ids
    .flatMap((id) => id.split('.'))
    .map((word) => word.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()))
  return [...new Set(words)].filter((word) => !known.has(word))
}

/** String literals that read as an id of one of the families of measures: 'fund.central'. */
function idsIn(files: readonly SourceFile[], families: ReadonlySet<string>): string[] {
  const words = files
    .filter((file) => !file.path.includes('.test.'))
    .flatMap((file) => [...nodesOf(file.tree)].map(([node]) => node['value']))
  return words.filter(
    (word): word is string =>
      typeof word === 'string' && /^[a-z-]+\.[a-z-]*[a-z]$/.test(word) && families.has(word.split('.')[0] ?? ''),
  )
}

/** Identifiers that are not ASCII. Keys of object literals, strings, templates and patterns are data, not identifiers. */
function foreignNames(file: SourceFile): string[] {
  const names: string[] = []
  for (const [node, parent] of nodesOf(file.tree)) {
    if (!['Identifier', 'PrivateIdentifier', 'JSXIdentifier'].includes(node.type)) continue
    const isKey = parent?.type === 'Property' && parent['key'] === node && !parent['computed'] && !parent['shorthand']
    if (!isKey && !isTypeKey(parent, node) && /\P{ASCII}/u.test(String(node['name']))) {
      names.push(`${file.path}:${lineOf(file, node)} ${String(node['name'])}`)
    }
  }
  return names
}

function isTypeKey(parent: SyntaxNode | undefined, node: SyntaxNode): boolean {
  return parent?.type === 'TSPropertySignature' && parent['key'] === node
}

test('词表每行五栏，逐栏不空', () => {
  assert.equal(lines[0], 'zh,en,identifier,definition,source')
  for (const line of lines.slice(1)) {
    const columns = line.split(',')
    assert.equal(columns.length, 5, line)
    assert.ok(
      columns.every((column) => column.trim() !== ''),
      line,
    )
  }
})

test('一个中文词只有一个英文名，一个英文名只有一个中文词', () => {
  assert.deepEqual(repeated(entries.map((entry) => entry.zh)), [])
  assert.deepEqual(repeated(entries.map((entry) => entry.identifier)), [])
})

test('英文名是小写开头的英文字母', () => {
  assert.deepEqual(
    entries.filter((entry) => !/^[a-z][a-zA-Z]*$/.test(entry.identifier)),
    [],
  )
})

test('口径编号的每一段都在词表里', () => {
  const known = new Set(entries.map((entry) => entry.identifier))
  assert.ok(measures.length > 0)
  assert.deepEqual(
    unknownSegments(
      measures.map((measure) => measure.id),
      known,
    ),
    [],
  )
})

test('源码里写的口径编号，每一段也都在词表里', () => {
  const known = new Set(entries.map((entry) => entry.identifier))
  const families = new Set(measures.map((measure) => measure.id.split('.')[0] ?? ''))
  assert.deepEqual(unknownSegments(idsIn(sourceFiles('src'), families), known), [])
})

test('源码里的名字都是英文', () => {
  assert.deepEqual(sourceFiles('src', 'tests', 'benchmarks', 'examples').flatMap(foreignNames), [])
})

test('埋下的中文变量名、属性名、函数名会被查出，中文数据不会', () => {
  const text =
    'const 金额 = 1\nfunction 求和() {}\nprint(row.合计)\nconst data = { 万: 1, ["亿"]: 2, note: "三公经费" } // 说明\nconst pattern = /编制/'
  const found = foreignNames(sourceFile('src/domain/a.ts', text)).map((line) => line.split(' ')[1])
  assert.deepEqual(found, ['金额', '求和', '合计'])
})

test('埋下的生造口径会被查出', () => {
  assert.deepEqual(unknownSegments(['three-public.total', 'widget.total'], new Set(['threePublic', 'total'])), [
    'widget',
  ])
})
