import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type SourceFile, type SyntaxNode, lineOf, nodesOf, sourceFile, sourceFiles } from './source-files.ts'

/** Which room may know which: the whole policy. */
const mayKnow: Record<string, readonly string[]> = {
  domain: [],
  rules: ['domain'],
  reading: ['domain'],
  writing: ['domain'],
  storage: ['domain'],
  operations: ['domain', 'rules', 'reading', 'writing', 'storage'],
  http: ['domain', 'operations'],
  cli: ['domain', 'operations'],
  web: ['domain', 'http'],
}

/** Files that may know one room more, with the reason. */
const mayAlso: Record<string, readonly string[]> = {
  // `jiheng serve` opens the other door.
  'src/cli/serve.ts': ['http'],
}

/** Each library has its place; replacing it touches that folder only. Paths under src/, without a trailing slash. */
const home: Record<string, readonly string[]> = {
  'big.js': ['domain', 'rules', 'reading', 'writing', 'storage', 'operations'],
  'pdfjs-dist': ['reading/formats'],
  '@e965/xlsx': ['reading/formats', 'writing'],
  'word-extractor': ['reading/formats'],
  parse5: ['reading/formats', 'writing'],
  'iconv-lite': ['reading/formats'],
  'opencc-js': ['reading/formats'],
  fflate: ['reading/formats', 'writing'],
  saxes: ['reading/formats', 'writing'],
  docx: ['writing'],
  exceljs: ['writing'],
  'pdf-lib': ['writing'],
  'csv-parse': ['reading/formats', 'web/grid'],
  '@myriaddreamin/typst-ts-node-compiler': ['writing'],
  '@expo-google-fonts/noto-serif-sc': ['writing'],
  '@fontsource/lxgw-wenkai': ['writing'],
  '@embedpdf/fonts-sc': ['writing'],
  kysely: ['storage'],
  pg: ['storage'],
  'pg-cursor': ['storage'],
  'pg-copy-streams': ['storage'],
  'pg-boss': ['storage/jobs'],
  diff: ['operations/compare'],
  dataloader: ['operations'],
  'lru-cache': ['http'],
  'file-type': ['operations/evidence'],
  otpauth: ['operations/accounts'],
  yaml: ['operations'],
  fastify: ['http'],
  '@fastify/cookie': ['http'],
  '@fastify/helmet': ['http'],
  '@fastify/multipart': ['http'],
  '@fastify/rate-limit': ['http'],
  '@fastify/static': ['http'],
  '@fastify/swagger': ['http'],
  '@fastify/swagger-ui': ['http'],
  'fastify-type-provider-zod': ['http'],
  zod: ['http', 'operations'],
  vite: ['http'],
  '@vitejs/plugin-react': ['http'],
  react: ['web'],
  'react-dom': ['web'],
  antd: ['web'],
  dayjs: ['web/parts/fields', 'rules/dates'],
  '@tanstack/react-query': ['web'],
  'ag-grid-community': ['web/grid'],
  'ag-grid-react': ['web/grid'],
  '@ag-grid-community/locale': ['web/grid'],
  echarts: ['web/charts'],
  '@ant-design/icons': ['web'],
  commander: ['cli'],
  'cli-progress': ['cli'],
  sarif: ['writing'],
}
/** Not dependencies of their own: what antd brings along, and what is only types (`@types/…`). */
const brought = ['@ant-design/icons', 'sarif']

const pure = ['domain', 'rules']
const hasClock = ['http', 'cli', 'operations', 'web']
const longest = 300
/** Files that may be longer, each with its reason. */
const mayBeLonger: Record<string, string> = {}

/** What one file does against the policy, each a line that names the place and the law. */
function breachesOf(file: SourceFile): string[] {
  const [, room = '', ...rest] = file.path.split('/')
  const policy = mayKnow[room]
  if (!policy) return [`${file.path}: 「${room}」 is no room of the product`]
  const isTest = file.path.includes('.test.')
  const allowed = [...policy, ...(mayAlso[file.path] ?? [])]
  const imports = file.imports.flatMap((name) => importBreach(name, room, rest, allowed, isTest) ?? [])
  return [...imports, ...shapeBreaches(file, room, isTest)].map((breach) => `${file.path}: ${breach}`)
}

function importBreach(
  name: string,
  room: string,
  rest: readonly string[],
  allowed: readonly string[],
  isTest: boolean,
): string | undefined {
  if (name.startsWith('#')) {
    const other = name.slice(1, name.indexOf('/'))
    return other === room || allowed.includes(other) ? undefined : `${room} may not know ${other} (${name})`
  }
  if (name.startsWith('.')) {
    const ups = name.split('/').filter((step) => step === '..').length
    return ups >= rest.length ? `${name} leaves the room: name the room with #` : undefined
  }
  if (isTest) return undefined
  if (name.startsWith('node:')) return pure.includes(room) ? `${room} is pure and may not know ${name}` : undefined
  return libraryBreach(name, [room, ...rest].join('/'))
}

function libraryBreach(name: string, path: string): string | undefined {
  const parts = name.split('/')
  const library = name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? name)
  const places = home[library]
  if (!places) return `${library} has no home in the table of libraries`
  return places.some((place) => path.startsWith(`${place}/`)) ? undefined : `${library} lives in ${places.join(', ')}`
}

function shapeBreaches(file: SourceFile, room: string, isTest: boolean): string[] {
  const breaches: string[] = []
  const lines = file.text.trimEnd().split('\n').length
  if (lines > longest && !(file.path in mayBeLonger)) breaches.push(`${lines} lines, more than ${longest}`)
  if (/\/index\.tsx?$/.test(file.path)) breaches.push('index files are barrels: name it after what it does')
  for (const [node, parent] of nodesOf(file.tree)) {
    if (node.type === 'ExportDefaultDeclaration') breaches.push(`line ${lineOf(file, node)}: default export`)
    if (!hasClock.includes(room) && !isTest && isClockOrChance(node, parent)) {
      breaches.push(`line ${lineOf(file, node)}: clock and chance arrive as arguments`)
    }
  }
  return breaches
}

/** `new Date()` without arguments, `Date.now`, `Math.random`, `performance.now`. */
function isClockOrChance(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (node.type === 'NewExpression')
    return nameOf(node['callee']) === 'Date' && (node['arguments'] as unknown[]).length === 0
  if (node.type === 'CallExpression' && nameOf(node['callee']) === 'Date') return true
  if (node.type !== 'MemberExpression' || parent === undefined) return false
  const spelled = `${nameOf(node['object'])}.${nameOf(node['property'])}`
  return ['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID'].includes(spelled)
}

function nameOf(node: unknown): string {
  const named = node as SyntaxNode | undefined
  return named?.type === 'Identifier' ? String(named['name']) : ''
}

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  imports: Record<string, string>
  dependencies: Record<string, string>
}

test('各房间只认识该认识的房间和库，文件不过长，不默认导出，不擅取时钟', () => {
  assert.deepEqual(sourceFiles('src').flatMap(breachesOf), [])
})

test('库表里的每个库都在 package.json 里声明，声明的每个库都在库表里', () => {
  assert.deepEqual(
    Object.keys(home)
      .filter((name) => !brought.includes(name))
      .toSorted(),
    Object.keys(manifest.dependencies).toSorted(),
  )
})

test('每个房间都有自己的导入名，web 除外', () => {
  const rooms = Object.keys(manifest.imports).map((name) => name.slice(1, name.indexOf('/')))
  assert.deepEqual(
    rooms.toSorted(),
    Object.keys(mayKnow)
      .filter((room) => room !== 'web')
      .toSorted(),
  )
})

test('多认识一个房间的例外都还用得着', () => {
  const files = new Map(
    sourceFiles(...Object.keys(mayAlso).map((path) => path.slice(0, path.lastIndexOf('/')))).map((file) => [
      file.path,
      file,
    ]),
  )
  for (const [path, rooms] of Object.entries(mayAlso)) {
    for (const room of rooms)
      assert.ok(
        files.get(path)?.imports.some((name) => name.startsWith(`#${room}/`)),
        path,
      )
  }
})

test('超长文件的例外都还在、都还超长', () => {
  const sizes = new Map(sourceFiles('src').map((file) => [file.path, file.text.trimEnd().split('\n').length]))
  for (const path of Object.keys(mayBeLonger)) assert.ok((sizes.get(path) ?? 0) > longest, `${path} needs no exception`)
})

const planted: readonly [name: string, path: string, text: string][] = [
  ['规则不得认识读取', 'src/rules/a.ts', "import { x } from '#reading/x.ts'"],
  ['领域不得认识规则，哪怕只是类型', 'src/domain/a.ts', "import type { Rule } from '#rules/rule.ts'"],
  ['命令行的其他文件不得认识网页服务', 'src/cli/audit.ts', "import { x } from '#http/x.ts'"],
  ['转手导出也算认识', 'src/writing/a.ts', "export { x } from '#operations/x.ts'"],
  ['动态导入也算认识', 'src/cli/a.ts', "export const x = () => import('#reading/x.ts')"],
  ['不得用相对路径跨房间', 'src/rules/a.ts', "import { x } from '../domain/x.ts'"],
  ['深处也不得用相对路径跨房间', 'src/reading/formats/a.ts', "import { x } from '../../domain/x.ts'"],
  ['纯净的房间不得读盘', 'src/rules/a.ts', "import { readFileSync } from 'node:fs'"],
  ['库不得离家', 'src/operations/a.ts', "import { Document } from 'docx'"],
  ['PDF 库只在格式读取里', 'src/reading/tables/a.ts', "import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'"],
  ['未登记的库不得使用', 'src/http/a.ts', "import { get } from 'lodash'"],
  ['不得默认导出', 'src/domain/a.ts', 'export default 1'],
  ['不得自取时间', 'src/reading/a.ts', 'export const x = new Date()'],
  ['不得自取当前毫秒', 'src/writing/a.ts', 'export const x = Date.now()'],
  ['不得自取随机数', 'src/rules/a.ts', 'export const x = Math.random()'],
  ['不得有桶文件', 'src/rules/index.ts', 'export const x = 1'],
  ['不得超过三百行', 'src/rules/a.ts', `export const x = 1${'\n'.repeat(300)}void x`],
  ['不得另起房间', 'src/utils/a.ts', 'export const x = 1'],
]
for (const [name, path, text] of planted) {
  test(`埋下的违规会被查出：${name}`, () => {
    assert.equal(breachesOf(sourceFile(path, text)).length, 1)
  })
}

test('守规矩的文件没有话说', () => {
  const text =
    "import { Big } from 'big.js'\nimport { x } from '#domain/x.ts'\nimport { y } from '../y.ts'\nexport const z = new Date(0)"
  assert.deepEqual(breachesOf(sourceFile('src/reading/tables/a.ts', text)), [])
})
