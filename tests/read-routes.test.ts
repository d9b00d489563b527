import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { test } from 'node:test'
import { startServer } from '#http/start-server.ts'
import { leftOut, measured, readRoutes } from '../benchmarks/county/read-routes.ts'
import { preparedFolder } from './work/prepared-folder.ts'

test('接口说明里的每个读取接口，要么在量速度的表里，要么写明为什么不量；表里没有多的', async () => {
  const folder = preparedFolder('work')
  process.env['JIHENG_DATA'] = folder
  const server = await startServer({})
  try {
    const { paths } = (await (await fetch(`${server.url}api/reference/json`)).json()) as {
      paths: Record<string, object>
    }
    const gets = Object.entries(paths).flatMap(([path, methods]) => ('get' in methods ? [path] : []))
    assert.deepEqual([...Object.keys(measured), ...Object.keys(leftOut)].toSorted(), gets.toSorted())
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

test('表里写的每个地址都是那个接口的', () => {
  for (const [path, { as = [] }] of Object.entries(measured)) {
    const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/?]+')}(\\?.*)?$`)
    for (const asked of as) assert.match(asked, pattern)
  }
  const names = readRoutes({ first: '合订本', second: '整体支出' }).map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
})
