import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { startServer } from '#http/start-server.ts'
import { connectionTo } from '../benchmarks/connection.ts'
import { middleOf, rowsText } from '../benchmarks/county/rows-text.ts'
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
  const names = readRoutes({ first: '合订本', second: '整体支出' }, {}).map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
})

const load = (p95: number) => ({ count: 1, median: p95, p95, rate: 1, failed: 0, processor: 0.1 })
const pair = (full: number, bare: number) => ({ full: load(full), bare: load(bare) })

test('一个接口量几次，取与空接口相比居中的那一次', () => {
  for (const [ratios, middle] of [
    [[[30, 10]], 3],
    [
      [
        [90, 10],
        [30, 10],
        [40, 20],
      ],
      3,
    ],
    [
      [
        [20, 10],
        [80, 40],
        [300, 10],
      ],
      2,
    ],
  ] as const) {
    const { full, bare } = middleOf(ratios.map(([full, bare]) => pair(full, bare)))
    assert.equal(full.p95 / bare.p95, middle)
  }
})

test('分几次量的各行放在一张表里，按接口的次序，写明量了多少、多少超过 50 毫秒', () => {
  const row = (full: number) => ({ single: load(1), paced: load(2), pair: pair(full, 10), held: 2 ** 30, busy: 0.5 })
  const text = rowsText(
    ['/a', '/b', '/c'],
    new Map([
      ['/c', row(60)],
      ['/a', row(20)],
      ['不再有的', row(1)],
    ]),
  )
  assert.deepEqual(
    [...text.matchAll(/^\| (\/\w) /gm)].map(([, name]) => name),
    ['/a', '/c'],
  )
  assert.match(text, /2 of 3 routes are measured\. .* for 0 of them .* for 1 with .* at most/)
  assert.match(text, /held 1024 MiB/)
})

test('量速度的连接：分几段到的回答算一个，接着问下一个；断了、没写长度的不算成功', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/broken') return void request.socket.destroy()
    if (request.url === '/unmeasured') return void response.write('一段')
    response.writeHead(request.url === '/missing' ? 404 : 200, { 'content-length': 70_000 })
    response.write(Buffer.alloc(30_000))
    setTimeout(() => response.end(Buffer.alloc(40_000)), 5)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { ask, close } = connectionTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  const asked = ['', 'missing', 'broken', 'again', 'unmeasured', 'again']
  const statuses: number[] = []
  for (const path of asked) statuses.push(await ask(path, 'a=b'))
  assert.deepEqual(statuses, [200, 404, 0, 200, 0, 200])
  close()
  server.close()
})
