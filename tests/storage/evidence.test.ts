import assert from 'node:assert/strict'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { evidenceDesk } from '#operations/ledgers/evidence-desk.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { storeLedger } from '#operations/ledgers/stored-ledger.ts'

const folder = await mkdtemp(join(tmpdir(), 'jiheng-'))
// Run by root, the server is another user's: it has to get into its folder.
await chmod(folder, 0o755)
process.env['JIHENG_DATA'] = join(folder, 'data')
delete process.env['DATABASE_URL']
after(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

const { ledger } = await openLedger(
  fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url)),
)
assert.ok(ledger)
await storeLedger(ledger, '填报人')
const name = '430922/001/2023'
const path = join(folder, '会议纪要.txt')
await writeFile(path, '第12次常务会议纪要')
const sha256 = createHash('sha256').update('第12次常务会议纪要').digest('hex')

test('存入的材料记进账本，同样的内容只存一份，核对完好', async () => {
  const stored = await evidenceDesk(name, [path], '填报人')
  assert.match(stored.lines?.join('\n') ?? '', new RegExp(`${sha256.slice(0, 12)}　会议纪要\\.txt\n佐证材料：新增 1`))
  assert.match((await evidenceDesk(name, [path], '填报人')).lines?.at(-1) ?? '', /新增 0，更改 0，未变 1/)
  const { ledger: kept } = await openLedger(name)
  assert.deepEqual(
    kept?.evidence.map((each) => [each.sha256, each.size]),
    [[sha256, Buffer.byteLength('第12次常务会议纪要')]],
  )
  assert.match((await evidenceDesk(name, [], '审计')).lines?.join() ?? '', /完好/)
})

test('存着的材料被改动、不见了，核对得出', async () => {
  const place = join(folder, 'data', 'evidence', sha256.slice(0, 2), sha256)
  await writeFile(place, '改过')
  const altered = await evidenceDesk(name, [], '审计')
  assert.ok(altered.lines?.[0]?.endsWith('内容被改动过') && !altered.isWhole)
  await rm(place)
  assert.ok((await evidenceDesk(name, [], '审计')).lines?.[0]?.endsWith('文件不见了'))
})

const refused: [name: string, ledger: string, paths: string[], says: RegExp][] = [
  ['找不到的文件', name, [join(folder, '没有.pdf')], /找不到文件/],
  ['没有的账本', '430922/404/2023', [path], /没有这个部门、这个年度的账本/],
  ['不是账本的名字', '账本.yaml', [path], /不是数据库里账本的名字/],
]
for (const [what, of, paths, says] of refused)
  test(`${what}：不存，说明缘由`, async () => {
    const { fault } = await evidenceDesk(of, paths, '填报人')
    assert.match(fault ?? '', says)
  })
