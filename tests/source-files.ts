import { globSync, readFileSync } from 'node:fs'
import { parseAst } from 'vite'

/** A node of the syntax tree: its type, where it stands, and whatever fields that type has. */
export type SyntaxNode = {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

/**
 * A source file of the product.
 *
 * path      from the root of the repository, with '/'
 * imports   every module it names: import, export … from, import()
 */
export type SourceFile = {
  readonly path: string
  readonly text: string
  readonly tree: SyntaxNode
  readonly imports: readonly string[]
}

const root = new URL('..', import.meta.url).pathname

/** All TypeScript under the folders given, parsed. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }))
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => sourceFile(path, readFileSync(`${root}${path}`, 'utf8')))
}

/** Parses one file; throws where it is no TypeScript. */
export function sourceFile(path: string, text: string): SourceFile {
  const tree = parseAst(text, { lang: path.endsWith('.tsx') ? 'tsx' : 'ts' }) as unknown as SyntaxNode
  return { path, text, tree, imports: importsOf(tree) }
}

/** Every node of a tree with its parent, outermost first. */
export function* nodesOf(
  node: SyntaxNode,
  parent?: SyntaxNode,
): Generator<readonly [SyntaxNode, SyntaxNode | undefined]> {
  yield [node, parent]
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child, node)
  }
}

/** The 1-based line on which a node begins, for messages. */
export function lineOf(file: SourceFile, node: SyntaxNode): number {
  return file.text.slice(0, node.start).split('\n').length
}

function importsOf(tree: SyntaxNode): string[] {
  const names: string[] = []
  for (const [node] of nodesOf(tree)) {
    const source = node['source']
    if (isNode(source) && source.type === 'Literal' && typeof source['value'] === 'string') names.push(source['value'])
  }
  return names
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string'
}
