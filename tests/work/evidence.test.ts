import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Person, type WorkServer, ledgerPath, workServer } from './work-server.ts'

let work: WorkServer
let clerk: Person
before(async () => {
  work = await workServer()
  clerk = await work.signIn('clerk')
})
after(() => work?.close())

const path = `${ledgerPath}/evidence`
const pdf = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'
const sha = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

async function upload(who: Person, name: string, content: string | Uint8Array<ArrayBuffer>, query = '') {
  const form = new FormData()
  form.append('file', new Blob([content]), name)
  const answer = await fetch(`${work.server.url}${path}${query}`, {
    method: 'POST',
    headers: { cookie: who.cookie },
    body: form,
  })
  return {
    status: answer.status,
    body: (await answer.json()) as { file?: { id: string; name: string }; code?: string; message?: string },
  }
}
const download = (who: Person, id: string, query = '') =>
  fetch(`${work.server.url}${path}/${id}${query}`, { headers: { cookie: who.cookie } })
type Listed = {
  files: { id: string; isThere: boolean; records: string[] }[]
  indicators: { indicator: string; open: string[]; outcome: string; given: string[] }[]
}
const listed = async () => (await clerk.get(path)).body as unknown as Listed

test('上传、列出、下载，内容一个字节不差；绑到指标的哪样材料，指标就不缺哪样', async () => {
  const before = (await listed()).indicators.find(({ indicator }) => indicator === 'd9')
  assert.deepEqual([before?.outcome, before?.open], ['none', ['回访记录']])
  const query = `?indicator=d9&requirement=${encodeURIComponent('回访记录')}`
  const { status, body } = await upload(clerk, '../../热线 回访.pdf', pdf, query)
  assert.equal(status, 200, JSON.stringify(body))
  const id = sha(pdf).slice(0, 12)
  assert.equal(body.file?.id, id)
  const standing = (await listed()).indicators.find(({ indicator }) => indicator === 'd9')
  assert.deepEqual([standing?.outcome, standing?.given], ['enough', [id]])
  const file = await download(clerk, id)
  assert.equal(file.status, 200)
  assert.match(file.headers.get('content-disposition') ?? '', /^attachment; filename\*=UTF-8''%E7%83%AD%E7%BA%BF/)
  assert.equal(sha(new Uint8Array(await file.arrayBuffer())), sha(pdf))
  assert.equal((await upload(clerk, '热线 回访.pdf', pdf, query)).status, 200)
  assert.equal((await listed()).files.length, 1, '同一份传两次只有一条')
})

test('绑到台账记录的，由记录计数的指标也算有了', async () => {
  const records = (await clerk.get(`${ledgerPath}/entries/workRecords?limit=500`)).body['entries'] as {
    kind: string
    id: string
  }[]
  const patrol = records.find(({ kind }) => kind === 'patrol')
  assert.ok(patrol)
  const { body } = await upload(clerk, '巡查记录.txt', '三月巡查', `?kind=patrol&record=${patrol.id}`)
  const { files, indicators } = await listed()
  assert.deepEqual(files.find(({ id }) => id === body.file?.id)?.records, [`patrol/${patrol.id}`])
  assert.equal(indicators.find(({ indicator }) => indicator === 'd7')?.outcome, 'enough')
  assert.equal((await upload(clerk, 'x.txt', 'x', '?kind=patrol&record=none')).status, 404)
  assert.equal((await upload(clerk, 'x.txt', 'x', '?indicator=none')).status, 404)
})

test('看内容不看名字：图片和PDF要看才看，网页、矢量图一律只能存下来；程序和双击就会运行的脚本不收', async () => {
  const png = Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  )
  const cases: [name: string, content: string | Uint8Array<ArrayBuffer>, type: string, disposition: RegExp][] = [
    ['图.txt', png, 'image/png', /^inline/],
    ['纪要.pdf', `${pdf} `, 'application/pdf', /^inline/],
    ['冒充.png', '<html><script>alert(1)</script></html>', 'application/octet-stream', /^attachment/],
    [
      '图.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      'application/octet-stream',
      /^attachment/,
    ],
    ['脚本.txt', 'alert(1)', 'application/octet-stream', /^attachment/],
  ]
  for (const [name, content, type, disposition] of cases) {
    const { body } = await upload(clerk, name, content)
    const file = await download(clerk, body.file?.id ?? '', '?view=true')
    assert.equal(file.headers.get('content-type'), type, name)
    assert.match(file.headers.get('content-disposition') ?? '', disposition, name)
    assert.equal(file.headers.get('x-content-type-options'), 'nosniff')
    assert.match(file.headers.get('content-security-policy') ?? '', /sandbox/)
    await file.arrayBuffer()
  }
  const program = Buffer.alloc(256)
  program.write('MZ')
  const refused = await upload(clerk, '纪要.pdf', Uint8Array.from(program))
  assert.deepEqual([refused.status, refused.body.code], [415, 'format-unknown'])
  const place = sha(Uint8Array.from(program))
  assert.equal(existsSync(join(work.folder, 'evidence', place.slice(0, 2), place)), false, '没有留在库里')
  for (const name of ['清单.js', '清单.PDF.exe', '打印.bat', '快捷方式.lnk', '清单.vbs.', '\u202Efdp.exe'])
    assert.deepEqual([name, (await upload(clerk, name, 'x = 1')).status], [name, 415])
  const turned = await upload(clerk, '清单\u202Efdp.txt', '把名字倒过来看的')
  assert.equal(turned.body.file?.name, '清单fdp.txt')
  assert.equal((await upload(clerk, '空.txt', '')).status, 422)
})

test('30MB 收得下，超过50MB 的不收，也不留半份', async () => {
  const large = new Uint8Array(30 * 1024 * 1024).fill(65)
  const kept = await upload(clerk, '大件.txt', large)
  assert.equal(kept.status, 200)
  const file = await download(clerk, kept.body.file?.id ?? '')
  assert.equal(sha(new Uint8Array(await file.arrayBuffer())), sha(large))
  const before = (await listed()).files.length
  const refused = await upload(clerk, '超大.txt', new Uint8Array(50 * 1024 * 1024 + 1).fill(66))
  assert.deepEqual([refused.status, refused.body.code], [413, 'file-too-large'])
  assert.equal((await listed()).files.length, before)
  assert.deepEqual(readdirSync(join(work.folder, 'evidence/incoming')), [])
})

test('一次传两份的不收，一份也不留；导入表格也一样', async () => {
  const before = await listed()
  const post = async (url: string) => {
    const form = new FormData()
    for (const name of ['甲.pdf', '乙.pdf', '丙.pdf']) form.append('file', new Blob([`${pdf}${name}`]), name)
    const answer = await fetch(url, { method: 'POST', headers: { cookie: clerk.cookie }, body: form })
    return { status: answer.status, body: (await answer.json()) as { code?: string; message?: string } }
  }
  for (const url of [`${work.server.url}${path}`, `${work.server.url}${ledgerPath}/tables?table=payments`]) {
    const { status, body } = await post(url)
    assert.deepEqual([status, body.code], [400, 'request-invalid'], url)
    assert.match(body.message ?? '', /这里有3份，没有保存/)
  }
  assert.deepEqual(await listed(), before)
})

test('只写一个哈希取不走别人的文件；别的角色不能传；文件不见了说清楚；送审后不能再传', async () => {
  const foreign = sha('别的部门的材料')
  const folder = join(work.folder, 'evidence', foreign.slice(0, 2))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, foreign), '别的部门的材料')
  const entry = { id: 'guess', name: '猜.pdf', sha256: foreign, size: 1 }
  assert.equal((await clerk.send('POST', `${ledgerPath}/entries/evidence`, { entry })).status, 200)
  assert.equal((await listed()).files.find(({ id }) => id === 'guess')?.isThere, true)
  assert.equal((await download(clerk, 'guess')).status, 404)
  await clerk.send('DELETE', `${ledgerPath}/entries/evidence`, { key: ['guess'] })
  const leader = await work.signIn('leader')
  assert.equal((await upload(leader, 'x.txt', 'x')).status, 403)
  const finance = await work.signIn('finance-reviewer')
  const id = sha(pdf).slice(0, 12)
  assert.equal((await download(finance, id)).status, 200)
  rmSync(join(work.folder, 'evidence', sha(pdf).slice(0, 2), sha(pdf)))
  assert.equal((await download(finance, id)).status, 404)
  const { files, indicators } = await listed()
  assert.equal(files.find((each) => each.id === id)?.isThere, false)
  assert.equal(indicators.find(({ indicator }) => indicator === 'd9')?.outcome, 'none')
  assert.equal((await clerk.send('POST', `${ledgerPath}/submission/steps`, { action: 'submit' })).status, 200)
  assert.equal((await upload(clerk, 'x.txt', 'x')).status, 409)
})
