import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { enableCompileCache, getCompileCacheDir } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { Big } from 'big.js'
import { keptData } from './kept-data.ts'
import { formLayout } from './packs/load-forms.ts'
import { readForm } from './packs/read-form.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiheng-'))
enableCompileCache(join(folder, 'compiled'))
after(() => rmSync(folder, { recursive: true }))
const source = pathToFileURL(join(folder, '数据.yaml'))
const making = (words: string, value: unknown) => {
  writeFileSync(source, words)
  let made = 0
  const kept = keptData('试', [source], () => {
    made += 1
    return value
  })
  return { made, kept }
}

test('数据没有改过就用留下的那份，改了就重新读', () => {
  const value = { names: ['甲', '乙'], weight: { points: new Big('0.10') } }
  assert.equal(making('一', value).made, 1)
  const again = making('一', value)
  assert.equal(again.made, 0)
  assert.deepEqual(again.kept, value)
  assert.ok((again.kept as typeof value).weight.points instanceof Big)
  assert.equal(making('二', value).made, 1)
})

test('留下的那份写坏了就重新读', () => {
  making('三', [1])
  const kept = getCompileCacheDir() ?? ''
  for (const file of readdirSync(kept).filter((each) => each.startsWith('试'))) writeFileSync(join(kept, file), '{')
  assert.deepEqual(making('三', [1]), { made: 1, kept: [1] })
})

test('留下的表式与现读的相同', () => {
  const id = 'cn-department-evaluation'
  const text = readFileSync(new URL(`../../data/forms/${id}.yaml`, import.meta.url), 'utf8')
  assert.deepEqual(formLayout(id), readForm(id, text))
})
