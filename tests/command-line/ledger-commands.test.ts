import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { writeLedgerFile } from '#operations/ledgers/write-ledger-file.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { traceFile } from '#operations/reports/trace-file.ts'
import { type Database, openDatabase } from '#storage/open-database.ts'
import { type CommandLines, commandLines } from './command-lines.ts'

const example = fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url))
const published = fileURLToPath(new URL('../../examples/桃江县政府办2023年绩效报告.docx', import.meta.url))
const stored = '430922/001/2023'
let folder = ''
let held: Database | undefined

let lines: CommandLines
const jiheng = (...words: string[]) => lines.run(...words)

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiheng-'))
  // Run by root, the server is another user's: it has to get into its folder.
  await chmod(folder, 0o755)
  const { DATABASE_URL: _url, ...environment } = process.env
  lines = commandLines(folder, { ...environment, JIHENG_DATA: join(folder, 'data') })
})
after(async () => {
  lines.close()
  await held?.close()
  await rm(folder, { recursive: true, maxRetries: 5 })
})

test('report：示例账本生成整套报告，自己稽核没有错误和提醒；再生成一次，每个文件一字不差', async () => {
  const first = await jiheng('report', example, '--out', '一', '--format', 'docx,xlsx,html')
  assert.equal(first.status, 0, first.error)
  await lines.start('report', example, '--out', '二', '--format', 'docx,xlsx,html')
  const names = await readdir(join(folder, '一'))
  // 合订本、整体报告、三张表、五个项目各一份报告两张表，docx 和 html 各一份；表格共用一个工作簿
  assert.equal(names.length, 2 * 20 + 1)
  const hashOf = async (...path: string[]) =>
    createHash('sha256')
      .update(await readFile(join(folder, ...path)))
      .digest('hex')
  for (const name of names) assert.equal(await hashOf('一', name), await hashOf('二', name), name)
  const audit = await jiheng('audit', '一', '--fail-on', 'warning')
  assert.equal(audit.status, 0, audit.out)
})

test('trace：手工改过的数认得出；由一个数追到凭证；数据库里的账本还说得出谁、什么时候', async () => {
  const path = join('一', (await readdir(join(folder, '一'))).find((name) => name.endsWith('合订本.docx')) ?? '')
  assert.equal((await jiheng('trace', path, '--ledger', example)).status, 0)
  const entries = unzipSync(await readFile(join(folder, path)))
  const changed = strFromU8(entries['word/document.xml']!).replace('>422.59<', '>422.95<')
  await writeFile(join(folder, '改过.docx'), zipSync({ ...entries, 'word/document.xml': strToU8(changed) }))
  const told = await jiheng('trace', '改过.docx', '--ledger', example)
  assert.equal(told.status, 1)
  assert.match(told.out, /422\.95（手工改过，账本是 422\.59）[\s\S]*手工改过 1 个/)
  await jiheng('import', example, '--who', '填报人')
  // That one started the server and stopped it as it left; from here on it stays up for all.
  held = await openDatabase({ folder: join(folder, 'data/database') })
  const traced = await jiheng('trace', path, '--ledger', stored, '--at', '863.46万元')
  assert.match(traced.out, /支付凭证汇总-01[\s\S]*\d{4}-\d\d-\d\d \d\d:\d\d:\d\d 填报人 登记/)
})

test('trace：连标识删掉的数、另外打进去的数也说出来', async () => {
  const path = join('一', (await readdir(join(folder, '一'))).find((name) => name.endsWith('合订本.docx')) ?? '')
  const entries = unzipSync(await readFile(join(folder, path)))
  const xml = strFromU8(entries['word/document.xml']!)
  const control = /<w:sdt>(?:(?!<\/w:sdt>).)*?>422\.59<.*?<\/w:sdt>/s.exec(xml)?.[0] ?? ''
  const typed = '<w:r><w:t>另有结余88.6</w:t></w:r>'
  const changed = xml.replace(control, () => typed)
  await writeFile(join(folder, '重写.docx'), zipSync({ ...entries, 'word/document.xml': strToU8(changed) }))
  const told = await jiheng('trace', '重写.docx', '--ledger', example)
  assert.equal(told.status, 1)
  assert.match(told.out, /标识已删）.*项目支出.*：88\.6（手工改过，账本是 422\.59）/)
  const added = xml.replace(control, () => `${control}${typed}`)
  await writeFile(join(folder, '添写.docx'), zipSync({ ...entries, 'word/document.xml': strToU8(added) }))
  assert.match(
    (await jiheng('trace', '添写.docx', '--ledger', example)).out,
    /另写的数 不明的数：88\.6（手工改过，账本是 无此数）/,
  )
})

test('trace：别的软件存过、名称批注丢了的表格也追得到；问的格里没有数，说出哪些格有', async () => {
  await jiheng('report', example, '--out', '表', '--format', 'xlsx')
  const path = join(folder, '表', (await readdir(join(folder, '表')))[0] ?? '')
  const entries = unzipSync(await readFile(path))
  const names = strFromU8(entries['xl/workbook.xml']!)
  const bare = names.replaceAll(/(<definedName [^>]*?) comment="[^"]*"/g, '$1')
  assert.notEqual(bare, names)
  await writeFile(join(folder, '存过.xlsx'), zipSync({ ...entries, 'xl/workbook.xml': strToU8(bare) }))
  const [own, saved] = [
    await jiheng('trace', path, '--ledger', example),
    await jiheng('trace', '存过.xlsx', '--ledger', example),
  ]
  assert.equal(own.status, 0)
  assert.equal(saved.out, own.out)
  const sheets = Object.entries(entries).map(([name, bytes]) => [
    name,
    /^xl\/worksheets\//.test(name)
      ? strToU8(strFromU8(bytes).replaceAll(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'))
      : bytes,
  ])
  await writeFile(join(folder, '没算.xlsx'), zipSync(Object.fromEntries(sheets)))
  const open = await jiheng('trace', '没算.xlsx', '--ledger', example)
  assert.match(open.out, /手工改过 0 个/)
  const formula = await jiheng('trace', '没算.xlsx', '--ledger', example, '--at', '自评表!G5')
  assert.match(formula.out, /预算执行率：公式没有算过/)
  const cell = await jiheng('trace', '存过.xlsx', '--ledger', example, '--at', "'自评表'!$E$5")
  assert.match(cell.out, /^自评表!E5 年度资金总额全年执行：1286\.05/)
  const none = await jiheng('trace', '存过.xlsx', '--ledger', example, '--at', '自评表!A1')
  assert.equal(none.status, 2)
  assert.match(none.error, /没有「自评表!A1」这个带标识的数。这张表里有的是：自评表!C5、自评表!D5/)
})

test('trace：pdf 也追得到，账本后来改了就说哪个数不同；别的 pdf 说明对不上', async () => {
  await jiheng('report', example, '--out', '页', '--format', 'pdf')
  const { ledger: own } = await openLedger(example)
  assert.ok(own)
  const { set } = prepareReports(own)
  for (const name of await readdir(join(folder, '页'))) {
    const traced = await traceFile({ name, bytes: await readFile(join(folder, '页', name)) }, own, set)
    assert.deepEqual(
      traced.filter(({ changed }) => changed),
      [],
      name,
    )
  }
  const bound = join('页', '00-合订本.pdf')
  const same = await jiheng('trace', bound, '--ledger', example)
  assert.equal(same.status, 0, same.out)
  assert.match((await jiheng('trace', bound, '--ledger', example, '--at', '863.46')).out, /支付凭证汇总-01/)
  const ledger = await readFile(example, 'utf8')
  assert.ok(ledger.includes('posts: 46'))
  await writeFile(join(folder, '另一本.yaml'), ledger.replace('posts: 46', 'posts: 47'))
  const other = await jiheng('trace', bound, '--ledger', '另一本.yaml')
  assert.match(other.out, /行政编制：46（与账本不同，账本现在是 47）/)
  const strange = fileURLToPath(new URL('../fixtures/self-evaluation-report.pdf', import.meta.url))
  const refused = await jiheng('trace', strange, '--ledger', example)
  assert.deepEqual([refused.status, /对不上这本账本的哪一份报告/.test(refused.error)], [2, true])
})

test('trace 不写账本：库里没有改过的那本先用；换了地方找文件旁边的；改过的提醒，不说成手工改的', async () => {
  // The example's own ledger is in the database by now, as it was when the files were written.
  for (const name of ['一/00-合订本.docx', '一/00-合订本.html', '一/表格.xlsx', '页/00-合订本.pdf']) {
    const told = await jiheng('trace', name, '--at', '年度资金总额全年执行')
    assert.match(told.error, /^账本：430922\/001\/2023$/m, name)
    assert.match(told.out, /支付凭证汇总-01[\s\S]*:\d\d 填报人 登记[\s\S]*手工改过 0 个/, name)
  }
  const text = (await readFile(example, 'utf8')).replaceAll("code: '430922'", "code: '430923'")
  assert.match(text, /430923/)
  await mkdir(join(folder, '别处'))
  await writeFile(join(folder, '别处', '本.yaml'), text)
  await jiheng('report', join('别处', '本.yaml'), '--out', join('别处', '成稿'), '--format', 'docx,html')
  const found = await jiheng('trace', '别处/成稿/00-合订本.docx')
  assert.equal(found.status, 0, found.error)
  assert.match(found.error, /^账本：.*别处.本\.yaml$/m)
  await writeFile(join(folder, '别处', '本.yaml'), text.replace('posts: 46', 'posts: 47'))
  const changed = await jiheng('trace', '别处/成稿/00-合订本.docx')
  assert.match(changed.error, /写出这份文件以后账本改过/)
  assert.match(changed.out, /行政编制：46（与账本不同，账本现在是 47）/)
  assert.doesNotMatch(changed.out, /手工改过/)
  await rm(join(folder, '别处', '本.yaml'))
  const gone = await jiheng('trace', '别处/成稿/00-合订本.docx')
  assert.equal(gone.status, 2)
  assert.match(gone.error, /由账本 430923\/001\/2023 生成[\s\S]*请用 --ledger 指明账本文件/)
  const other = await jiheng('trace', '别处/成稿/00-合订本.docx', '--ledger', example)
  assert.match(other.error, /由账本 430923\/001\/2023 生成的，不是给出的这一本/)
  const strange = await jiheng('trace', published)
  assert.deepEqual([strange.status, /没有写明是由哪本账本生成的，请用 --ledger/.test(strange.error)], [2, true])
})

test('trace：用别的规则包写出的文件照那个规则包核对，不算手工改过', async () => {
  await jiheng('report', example, '--pack', 'cn-2020', '--format', 'docx', '--out', '国')
  const traced = await jiheng('trace', '国/00-合订本.docx')
  assert.deepEqual([traced.status, /手工改过 0 个/.test(traced.out)], [0, true], traced.out)
})

test('trace：算式、记录、佐证都说出来：得分、分值、合计、台账的数、没有登记的数各有来处', async () => {
  const at = async (words: string) => (await jiheng('trace', '一/00-合订本.docx', '--at', words)).out
  assert.match(await at('自评得分'), /算式：10 \+ 12\.5 .* = 99\.5分[\s\S]*记录：指标「/)
  assert.match(await at('预算执行率分值'), /算式：规则包「湖南2023」定为10分，依据/)
  assert.match(await at('基本支出全年执行'), /算式：8条登记合计863\.46万元/)
  assert.match(await at('产出指标分值'), /算式：12\.5 \+ 12\.5 \+ 12\.5 \+ 12\.5 = 50分/)
  assert.match(await at('批复规模'), /算式：账本里没有登记这一项，按0计/)
  assert.match(await at('县政府常务会议'), /会议台账「县政府常务会议」：\d+条记录/)
})

/** The example with a meeting entered twice and one of another year. */
async function writeRepeated(): Promise<void> {
  const meeting = (id: string, date: string) => ({
    id,
    kind: 'meeting',
    organisation: '001',
    date,
    values: { type: '县政府常务会议', title: '第13次常务会议' },
  })
  const { ledger } = await openLedger(example)
  const more = [meeting('r1', '2023-03-01'), meeting('r2', '2023-03-01'), meeting('r3', '2022-12-30')]
  await writeFile(
    join(folder, '台账.yaml'),
    writeLedgerFile({ ...ledger!, workRecords: [...ledger!.workRecords, ...more] }),
  )
}

/** The example, of another year, with a payment 1 万元 greater. */
async function writeOverspent(): Promise<void> {
  const { ledger } = await openLedger(example)
  const [first, ...others] = ledger!.payments
  const payments = [{ ...first!, amount: first!.amount.plus(10_000) }, ...others]
  await writeFile(join(folder, '超支.yaml'), writeLedgerFile({ ...ledger!, year: 2022, payments }))
}

const flows: [name: string, words: string[], status: number, says: RegExp][] = [
  ['import 再存一次什么也不变', ['import', example, '--who', '审核人'], 0, /新增 0，更改 0，删去 0/],
  [
    'account invite 邀请第一个系统管理员',
    ['account', 'invite', '--division', '430922', '--login', 'guanli', '--name', '系统管理员'],
    0,
    /已新增系统管理员（系统管理员，登录名 guanli）[\s\S]*#\/invitation\/430922\./,
  ],
  [
    'account invite 没有的地区说清怎么办',
    ['account', 'invite', '--division', '110000', '--login', 'guanli', '--name', '系统管理员'],
    2,
    /还没有地区 110000 的账本/,
  ],
  [
    'account invite 填报人要写明部门',
    ['account', 'invite', '--division', '430922', '--login', 'tianbao', '--name', '填报人', '--role', 'clerk'],
    2,
    /填报人要用 --department 写明部门/,
  ],
  ['db list 列出账本', ['db', 'list'], 0, /430922\/001\/2023 {2}桃江县/],
  ['check 数据库里的账本', ['check', stored], 0, /成文日期是哪一天[\s\S]*问题 0 处，待补 0 处，待定 18 处/],
  [
    'import 支付超过预算的账本：存入，并提醒',
    ['import', '超支.yaml'],
    1,
    /已存入 430922\/001\/2022[\s\S]*提醒 全部门的支出1287\.05万元超过全年预算1286\.05万元/,
  ],
  ['count 文件里的台账', ['count', example], 0, /会议　县政府常务会议 12次/],
  [
    'count 重复登记和年度以外的记录没有计入，条数写明',
    ['count', '台账.yaml'],
    0,
    /会议　县政府常务会议 13次（重复登记 1 条、年度以外 1 条没有计入）/,
  ],
  ['count 数据库里留着的计数', ['count', stored], 0, /会议　县政府常务会议 12次/],
  ['score 逐项说明', ['score', stored, '--explain'], 0, /部门整体：99\.5分（满分100分）优[\s\S]*要得满分/],
  ['report 没有的规则包', ['report', example, '--pack', 'mars'], 2, /没有规则包「mars」/],
  ['report 没有的格式', ['report', example, '--format', 'wps'], 2, /没有「wps」这种格式/],
  [
    'report 换个规则包，分值合不上就说要补',
    ['report', example, '--pack', 'hubei-2023', '--format', 'docx', '--out', '三'],
    1,
    /应为40分/,
  ],
  [
    'report 当地没有基础数据表的，说明登记的数不另印表',
    ['report', example, '--pack', 'cn-2020', '--format', 'docx', '--out', '四'],
    1,
    /说明 规则包「全国2020」没有基础数据表，登记的基础数据只写进正文/,
  ],
  ['score 两个规则包对比', ['score', stored, '--compare', 'hubei-2023'], 0, /湖南2023 对 湖北2023/],
  ['score 没有的规则包', ['score', stored, '--pack', 'mars'], 2, /没有规则包「mars」/],
  ['score 保存', ['score', stored, '--save', '评分.json'], 0, /优/],
  ['score 重算', ['score', '评分.json', '--replay'], 0, /部门整体：当时 99\.5优，重算 99\.5优，一样/],
  ['export 账本文件', ['export', stored, '--out', '出'], 0, /县政府办公室2023年账本\.yaml/],
  ['export 的账本文件核对得过', ['check', '出/县政府办公室2023年账本.yaml'], 0, /问题 0 处/],
  [
    'export 表格',
    ['export', stored, '--format', 'csv', '--table', '国库支付明细', '--out', '出'],
    0,
    /国库支付明细\.csv/,
  ],
  [
    'import 自己导出的表格，自己认出是哪张',
    ['import', '出/县政府办公室2023年国库支付明细.csv', '--ledger', stored],
    0,
    /国库支付明细：读到 16 行，已新增 0，更改 0，未变 16/,
  ],
  ['export 模板', ['export', stored, '--blank', '--table', '会议', '--out', '出'], 0, /会议台账模板\.xlsx/],
  ['import 没指明账本', ['import', '出/会议台账模板.xlsx'], 2, /请用 --ledger 指明/],
  [
    'import 没有的账本',
    ['import', '出/会议台账模板.xlsx', '--ledger', '430922/009/2023'],
    2,
    /没有这个部门、这个年度的账本/,
  ],
  ['import 找不到的文件', ['import', '没有.csv', '--ledger', stored], 2, /找不到文件/],
  [
    'import 公开报告成草稿',
    ['import', published, '--out', '草稿.yaml', '--division', '430922'],
    1,
    /1285\.30 ≠ 1286\.05[\s\S]*草稿已写到 草稿\.yaml/,
  ],
  ['import 不盖掉已有的草稿', ['import', published, '--out', '草稿.yaml'], 2, /已经有了/],
  ['check 草稿列出还要补的', ['check', '草稿.yaml', '--fail-on', 'never'], 0, /待补 [1-9]/],
  ['db verify', ['db', 'verify'], 0, /首尾相接/],
  ['db backup', ['db', 'backup', '备份.gz'], 0, /已备份到 备份\.gz/],
  ['db restore 不盖掉已有的数据', ['db', 'restore', '备份.gz'], 2, /已有数据/],
  ['db restore 找不到的文件', ['db', 'restore', '没有.gz'], 2, /找不到文件/],
  ['db migrate', ['db', 'migrate'], 0, /数据库结构已是/],
]
for (const [name, words, status, says] of flows)
  test(`命令行：${name}`, async () => {
    if (words.includes('台账.yaml')) await writeRepeated()
    if (words.includes('超支.yaml')) await writeOverspent()
    const ran = await jiheng(...words)
    assert.equal(ran.status, status, `${ran.out}\n${ran.error}`)
    assert.match(`${ran.out}${ran.error}`, says)
  })

test('import 有一格错就整张不收，预览也不改账本', async () => {
  const heading = '凭证号,支付日期,支付金额（元）,功能科目,经济分类,支出类型'
  await writeFile(
    join(folder, '坏.csv'),
    `${heading}\nX1,2023-05-01,5,2010301,30201,基本支出\nX2,2023-05-32,5,2010301,30201,基本支出\n`,
  )
  const bad = await jiheng('import', '坏.csv', '--ledger', stored)
  assert.equal(bad.status, 2)
  assert.match(bad.error, /坏\.csv 错误 第3行B列：「2023-05-32」不是日期/)
  await writeFile(join(folder, '好.csv'), `${heading}\nX1,2023-05-01,5,2010301,30201,基本支出\n`)
  assert.match((await jiheng('import', '好.csv', '--ledger', stored, '--preview')).out, /预览，没有改动账本：将新增 1/)
  assert.match((await jiheng('db', 'list')).out, /支付 16 笔/)
})

for (const command of ['report', 'import', 'export', 'count', 'score', 'trace', 'check', 'db', 'account'])
  test(`${command} --help 是中文的用法`, async () => {
    const { status, out } = await jiheng(command, '--help')
    assert.equal(status, 0)
    assert.match(out, /用法：[\s\S]*选项：/)
    assert.doesNotMatch(out, /\[options\]|Options:|default:/)
  })
