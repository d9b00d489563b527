import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

/** What package-lock.json says of one installed place: '' is the product itself. */
type Locked = {
  readonly version?: string
  readonly optionalDependencies?: Record<string, string>
  readonly os?: string[]
  readonly cpu?: string[]
}
type Packages = Readonly<Record<string, Locked>>

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as {
  packages: Packages
}
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Record<
  string,
  Record<string, string>
>

/** Optional dependencies that no folder above the one who wants them provides: `npm ci` refuses such a lockfile. */
function unlocked(locked: Packages): string[] {
  return Object.entries(locked).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !foldersAbove(path).some((folder) => `${folder}node_modules/${name}` in locked),
    ),
  )
}

/** 'node_modules/a/node_modules/b' → itself, 'node_modules/a', and the root, each ready to be prefixed. */
function foldersAbove(path: string): string[] {
  if (path === '') return ['']
  const cut = path.lastIndexOf('node_modules/')
  return [`${path}/`, ...foldersAbove(path.slice(0, cut).replace(/\/$/, ''))]
}

test('锁文件写全了各平台的可选依赖，缺一个 npm ci 都会拒绝', () => {
  assert.deepEqual(unlocked(packages), [])
})

test('漏写的可选依赖会被查出', () => {
  const planted: Packages = {
    '': { optionalDependencies: { a: '1.0.0' } },
    'node_modules/b': { optionalDependencies: { 'b-linux': '1.0.0', c: '1.0.0' } },
    'node_modules/b/node_modules/c': {},
  }
  assert.deepEqual(unlocked(planted), ['a', 'b-linux'])
})

test('没有校验值的条目都限定了系统或处理器，不会装到 Linux x64 上', () => {
  const foreign = Object.entries(packages).filter(([, entry]) => entry.version && !('integrity' in entry))
  for (const [path, { os = [], cpu = [], ...rest }] of foreign) {
    if (path === '') continue
    const libc = 'libc' in rest ? String(rest.libc) : ''
    assert.ok(!os.includes('linux') || !cpu.includes('x64') || libc === 'musl', path)
  }
})

test('每个依赖都写死了版本', () => {
  const wanted = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}),
  )
  for (const [name, version] of wanted) assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, name)
})
