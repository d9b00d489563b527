import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { startServer } from '#http/start-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiheng-reach-'))
process.env['JIHENG_DATA'] = folder
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

test('只在本机监听的，写了域名或代理就是给别人用：不登录不能核对', async () => {
  for (const [reach, status] of [
    [{}, 200],
    [{ names: ['jixiao.example.cn'] }, 401],
    [{ proxies: ['127.0.0.1'] }, 401],
  ] as const) {
    const server = await startServer(reach)
    try {
      assert.equal((await fetch(`${server.url}api/audits`)).status, status)
    } finally {
      await server.close()
    }
  }
})
