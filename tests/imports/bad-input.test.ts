import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import excel, { type Worksheet } from 'exceljs'
import { faultText } from '#domain/imports/import-result.ts'
import { outcomeLines } from '#operations/imports/describe-import.ts'
import { importFile } from '#operations/imports/import-file.ts'
import { importTableNamed, importTables } from '#operations/imports/import-tables.ts'
import { ownFormFault } from '#operations/imports/own-form.ts'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { recogniseTable } from '#reading/imports/recognise-table.ts'
import { loadLedger } from '#storage/ledgers/load-ledger.ts'
import { saveLedger, scopeOf } from '#storage/ledgers/save-ledger.ts'
import { writeFormsXlsx } from '#writing/reports/formats/write-forms-xlsx.ts'
import { typedInto } from '../typed-into.ts'
import { temporaryDatabase } from '../storage/temporary-database.ts'

const { ledger: example } = await openLedger(
  fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url)),
)
assert.ok(example)
const idle = { id: 'p0', name: '零预算项目', organisation: example.department.id, evaluated: false }
const ledger = { ...example, projects: [...example.projects, idle] }
const { database } = await temporaryDatabase()
await saveLedger(database, ledger, { who: '填报人' })
const tables = importTables(ledger.workKinds)

async function taken(word: string, name: string, bytes: Uint8Array) {
  const table = importTableNamed(word, tables)
  assert.ok(table, word)
  return importFile(database, scopeOf(ledger), table, { name, chunks: [bytes] }, { who: '填报人', preview: true })
}

const csv = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'))
const payments = '凭证号,支付日期,支付金额（元）,功能科目,经济分类,项目,支出类型'
const indicators = '指标编号,项目,一级指标,二级指标,三级指标,年度指标值,计量单位,分值'

/** What is handed in, and what must be said: 「级别 位置：说的话」 begins so. */
const cases: [name: string, table: string, lines: string[], said: string[]][] = [
  [
    '一行里几处不对，又与前面的编号重复，一次说完，从左到右',
    '国库支付明细',
    [
      payments,
      'A1,2023-05-01,12.50,2010301,30201,,基本支出',
      'A1,2023-13-01,-12.50,2010301,302010,,基本支出',
      'A1,2023-05-01,十二,2010301,30201,,基本支出',
    ],
    [
      'error 第3行B列：「2023-13-01」不是日期',
      'error 第3行E列：',
      'warning 第3行C列：金额是负数',
      'error 第3行A列：凭证号「A1」与第2行重复。',
      'error 第4行C列：「十二」不是金额。',
      'error 第4行A列：凭证号「A1」与第2行重复。',
    ],
  ],
  [
    '楼堂馆所的面积是负数，另有一行没有投资',
    '楼堂馆所',
    ['项目名称,批复规模,实际规模,预算投资（万元）,实际投资（万元）', '中心,1200,-1,360,352', '档案馆,300,310,80,'],
    ['error 第2行C列：是负数。', 'error 第3行E列：「实际投资」没有填。'],
  ],
  [
    '缺金额',
    '国库支付明细',
    [payments, 'A1,2023-05-01,,2010301,30201,,基本支出'],
    ['error 第2行C列：「支付金额」没有填。'],
  ],
  [
    '不是金额',
    '国库支付明细',
    [payments, 'A1,2023-05-01,壹万,2010301,30201,,基本支出'],
    ['error 第2行C列：「壹万」不是金额。'],
  ],
  [
    '不到分',
    '国库支付明细',
    [payments, 'A1,2023-05-01,1.005,2010301,30201,,基本支出'],
    ['error 第2行C列：「1.005」不足一分。'],
  ],
  [
    '负数',
    '国库支付明细',
    [payments, 'A1,2023-05-01,-12.5,2010301,30201,,基本支出'],
    ['warning 第2行C列：金额是负数，按退款读取。'],
  ],
  [
    '没有这一天',
    '国库支付明细',
    [payments, 'A1,2023年2月30日,5,2010301,30201,,基本支出'],
    ['error 第2行B列：「2023年2月30日」不是日期，或没有这一天。'],
  ],
  [
    '别的年度',
    '国库支付明细',
    [payments, 'A1,2022-12-31,5,2010301,30201,,基本支出'],
    ['warning 第2行B列：日期 2022-12-31 不在 2023 年度内。'],
  ],
  [
    '没有的科目',
    '国库支付明细',
    [payments, 'A1,2023-05-01,5,2010388,30201,,基本支出'],
    ['warning 第2行D列：科目表里没有功能科目代码 2010388。相近的有'],
  ],
  [
    '没有的项目',
    '国库支付明细',
    [payments, 'A1,2023-05-01,5,2010302,30201,核电工做,'],
    ['error 第2行F列：账本里没有项目「核电工做」。是不是“核电工作”（p4）？'],
  ],
  [
    '凭证号重复而内容不同',
    '国库支付明细',
    [payments, 'A1,2023-05-01,5,2010301,30201,,基本支出', 'A1,2023-05-01,6,2010301,30201,,基本支出'],
    ['error 第3行A列：凭证号「A1」与第2行重复，内容却不同。'],
  ],
  [
    '超过项目预算',
    '国库支付明细',
    [payments, 'A1,2023-05-01,400000,2010302,30201,核电工作,'],
    ['warning 第2行F列：项目「核电工作」支付 720000.00元，超过全年预算 320000.00元，超出 400000.00元。'],
  ],
  [
    '合计与各行之和不符',
    '国库支付明细',
    [payments, 'A1,2023-05-01,5,2010301,30201,,基本支出', '合计,,6,,,,'],
    ['error 第3行C列：合计与各行之和不符：写的是 6，各行相加是 5，多 1。'],
  ],
  [
    '缺一列',
    '国库支付明细',
    ['凭证号,支付日期,支付金额（元）,功能科目', 'A1,2023-05-01,5,2010301'],
    ['error 第1行：缺少「部门经济分类」这一列。'],
  ],
  ['没有表头', '国库支付明细', ['你好,世界'], ['error 没有找到「国库支付明细」的表头。']],
  [
    '两列同名',
    '国库支付明细',
    [`${payments},支付金额`, 'A1,2023-05-01,5,2010301,30201,,基本支出,5'],
    ['error 第1行H列：有两列都叫「支付金额」（C列和H列）。'],
  ],
  [
    '指标没有分值',
    '绩效指标',
    [indicators, 'x1,部门整体,产出指标,数量指标,会议,≥3,次,'],
    ['error 第2行H列：「分值」没有填。'],
  ],
  [
    '分值合计不是100',
    '绩效指标',
    [indicators, 'x1,部门整体,产出指标,数量指标,会议,≥3,次,30'],
    [
      'warning 第2行H列：「部门整体」各指标分值合计 120，不是 100',
      'warning 第2行H列：「部门整体」产出指标的分值合计 80，评分规则给 50 分。',
    ],
  ],
  [
    '没有登记的项目',
    '国库支付明细',
    [payments, 'A1,2023-05-01,5,2010302,30201,p9,', 'A2,2023-05-01,5,2010302,30201,没有这个项目,'],
    ['error 第3行F列：账本里没有项目「没有这个项目」。'],
  ],
  [
    '预算为零却有支付',
    '国库支付明细',
    [payments, 'A1,2023-05-01,5,2010302,30201,零预算项目,'],
    ['warning 第2行F列：项目「零预算项目」支付了 5.00元，全年预算却是零，执行率无法计算。'],
  ],
  ['只有表头', '国库支付明细', [payments], ['warning 表头下面没有要导入的行。']],
  [
    '其中的人数多过在职',
    '人员编制',
    ['单位,行政编制,在职人数,其中,退休人数', '县政府办公室,46,40,核电办30人、信访专班12人,34'],
    ['warning 第2行D列：其中 42 人，超过在职 40 人。'],
  ],
  [
    '两个项目同名',
    '项目',
    ['项目编号,项目名称,是否自评', 'x1,核电 工作,是', 'x2,新项目,是', 'x3,新项目,否'],
    [
      'warning 第2行B列：项目「核电 工作」（x1）与项目 p4 同名。',
      'warning 第4行B列：项目「新项目」（x3）与项目 x2 同名。',
    ],
  ],
  [
    '同一次会登记了两条、一次会开在别的年度',
    '会议台账',
    [
      '记录编号,登记日期,会议类型,会议名称',
      'h1,2023-03-01,县长办公会议,第3次',
      'h2,2023年3月1日,县长办公会议,第3次',
      'h3,2024-01-05,县长办公会议,第4次',
    ],
    [
      'warning 第4行B列：日期 2024-01-05 不在 2023 年度内，本年度的计数不算它。',
      'warning 账本里「登记日期、会议类型、会议名称」相同的会议记录重复登记了 1 条，计数时同一件事只算最后一条。',
    ],
  ],
  [
    '没有写编号，同一次会两行写得不一样，只差中间一个数',
    '会议台账',
    [
      '登记日期,会议类型,会议名称,参会人数,会议纪要文号',
      '2023-03-01,县长办公会议,第3次,25,〔2023〕3号',
      '2023-03-01,县长办公会议,第3次,52,〔2023〕3号',
    ],
    ['error 第3行A列：登记日期、会议类型、会议名称「2023-03-01、县长办公会议、第3次」与第2行重复，内容却不同。'],
  ],
  [
    '编号不在第一列，也指到编号那一格',
    '国库支付明细',
    [
      '支付日期,凭证号,支付金额（元）,功能科目,经济分类,支出类型',
      '2023-05-01,A1,5,2010301,30201,基本支出',
      '2023-05-01,A1,6,2010301,30201,基本支出',
    ],
    ['error 第3行B列：凭证号「A1」与第2行重复，内容却不同。'],
  ],
  [
    '同一项填了两行',
    '基础数据',
    ['序号,项目,上年决算（万元）,本年预算（万元）', '1,公务接待,1.5,16.56', '2,公务接待,1.6,16.56'],
    [
      'error 第3行C列：项目「公务接待 上年决算」与第2行重复，内容却不同。',
      'warning 第3行D列：与第2行完全相同（项目「公务接待 本年预算」），只读了一次。',
    ],
  ],
  [
    '三公经费的合计打成了别的数',
    '基础数据',
    [
      '项目,本年预算（万元）',
      '三公经费,35',
      '公务用车购置和维护经费,15',
      '公车购置,0',
      '公车运行维护,15',
      '出国经费,0',
      '公务接待,15',
    ],
    [
      'error 第2行B列：三公经费35.00万元与所列各项之和不符：公务用车购置和维护经费15.00、出国经费0.00、公务接待15.00，多 5.00万元。',
    ],
  ],
  [
    '同一对象的目标写了两个',
    '绩效目标',
    ['目标期限,项目,预期目标', '年度,部门整体,甲', '年度,部门整体,乙'],
    ['error 第3行B列：项目「部门整体 年度」与第2行重复，内容却不同。'],
  ],
  [
    '金额是万元的，合计的差额也按万元说',
    '项目',
    ['项目编号,项目名称,是否自评,到位资金（万元）', 'q1,甲项目,是,10', 'q2,乙项目,是,20', '合计,,,31'],
    ['error 第4行D列：合计与各行之和不符：写的是 31，各行相加是 30，多 1。'],
  ],
  [
    '用途只差中间几个字',
    '国库支付明细',
    [
      `${payments},用途`,
      'A1,2023-05-01,5,2010301,30201,,基本支出,购买会议室甲号桌椅若干套',
      'A1,2023-05-01,5,2010301,30201,,基本支出,购买会议室乙号桌椅若干套',
    ],
    ['error 第3行A列：凭证号「A1」与第2行重复，内容却不同。'],
  ],
  [
    '一行没填金额的合计行',
    '国库支付明细',
    [payments, 'A1,2023-05-01,5,2010301,30201,,基本支出', 'A2,2023-05-01,,2010301,30201,,基本支出', '合计,,9,,,,'],
    ['error 第3行C列：「支付金额」没有填。'],
  ],
]

for (const [name, table, lines, said] of cases)
  test(`${table}里${name}：说清位置和改法，账本不动`, async () => {
    const { faults, stored } = await taken(table, '表.csv', csv(lines))
    const told = faults.map((fault) => `${fault.severity} ${faultText(fault)}`)
    for (const expected of said)
      assert.ok(
        told.some((line) => line.startsWith(expected)),
        `${expected}\n${told.join('\n')}`,
      )
    assert.equal(
      stored === undefined,
      said.some((line) => line.startsWith('error')),
    )
    assert.ok(faults.every(({ mend, message }) => mend !== '' || message.includes('请')))
    assert.ok(
      told.every((line) => said.some((expected) => line.startsWith(expected))),
      told.join('\n'),
    )
  })

test('一张表里的错一次说完', async () => {
  const lines = [
    payments,
    ',2023-05-01,x,2010301,30201,,基本支出',
    'A2,2023-13-01,5,201,30201,,',
    'A3,,7,2010301,3020,,基本支出',
  ]
  const { faults, tally } = await taken('国库支付明细', '表.csv', csv(lines))
  const cells = faults.filter(({ severity }) => severity === 'error').map(({ row, column }) => `${column}${row}`)
  assert.deepEqual(cells, ['A2', 'C2', 'B3', 'D3', 'G3', 'B4', 'E4'])
  assert.deepEqual([tally.rows, tally.refused], [3, 3])
})

/** A workbook of payments as accounting programs hand them over. */
function workbook(fill: (sheet: Worksheet) => void): Promise<Uint8Array> {
  return asXlsx((sheet) => {
    sheet.addRow(['某县国库集中支付明细表'])
    sheet.addRow(['单位：万元'])
    sheet.addRow(['凭证号', '支付日期', '支付金额', '功能科目', '经济分类', '支出类型'])
    fill(sheet)
  })
}
async function asXlsx(fill: (sheet: Worksheet) => void): Promise<Uint8Array> {
  const book = new excel.Workbook()
  fill(book.addWorksheet('支付'))
  return new Uint8Array(await book.xlsx.writeBuffer())
}
const row = (voucher: string, date: unknown, amount: unknown) => [voucher, date, amount, '2010301', '30201', '基本支出']

test('标题行、单位行、日期格、日期序号、文字日期都读得出，万元折成元', async () => {
  const bytes = await workbook((sheet) => {
    sheet.addRow(row('A1', new Date(Date.UTC(2023, 4, 1)), 1.5))
    sheet.getCell('B4').numFmt = 'yyyy-mm-dd'
    sheet.addRow(row('A2', 45047, '2.25'))
    sheet.addRow(row('A3', '2023.5.1', 3))
  })
  const { faults, stored } = await taken('国库支付明细', '支付.xlsx', bytes)
  assert.deepEqual(faults, [])
  assert.equal(stored?.new, 3)
})

test('隐藏行读入并提醒；公式列里手填的数、没有结果的公式、合并的数都指到格', async () => {
  const bytes = await workbook((sheet) => {
    for (let index = 0; index < 5; index++) sheet.addRow(row(`A${index}`, '2023-05-01', { formula: '1+1', result: 2 }))
    sheet.addRow(row('B1', '2023-05-01', 7))
    sheet.getRow(5).hidden = true
  })
  const { faults, stored } = await taken('国库支付明细', '支付.xlsx', bytes)
  assert.deepEqual(
    faults.map(({ column, row: at, message }) => `${column}${at} ${message}`),
    ['C9 这一列别的行都是公式，这一格是直接填的数。', '5 有 1 行是隐藏的（第5行），已一并读入。'],
  )
  assert.equal(stored?.new, 6)
  const merged = await workbook((sheet) => {
    sheet.addRow(row('A1', '2023-05-01', 5))
    sheet.addRow(row('A2', '2023-05-01', undefined))
    sheet.mergeCells('C4:C5')
    sheet.addRow(row('A3', '2023-05-01', { formula: 'X1' }))
  })
  const cells = (await taken('国库支付明细', '支付.xlsx', merged)).faults.map(({ column, row: at }) => `${column}${at}`)
  assert.deepEqual(cells, ['C5', 'C6'])
})

test('没有导入的列、文字的列里覆盖了公式的数也指到格；合计覆盖了公式，数对的提醒，不对的是错', async () => {
  const formula = (result: number) => ({ formula: `${result}+0`, result })
  const buildings = (rows: readonly (readonly unknown[])[]) =>
    asXlsx((sheet) => {
      sheet.addRow([
        '完工项目名称',
        '批复规模（㎡）',
        '实际规模（㎡）',
        '规模控制率',
        '预算投资（万元）',
        '实际投资（万元）',
      ])
      for (const each of rows) sheet.addRow([...each])
    })
  const said = async (bytes: Uint8Array) =>
    (await taken('楼堂馆所', '楼.xlsx', bytes)).faults
      .filter(({ row: at }) => at > 1)
      .map(({ severity, column, row: at }) => `${severity} ${column}${at}`)
  const rates = await buildings([
    ['甲', 100, 100, formula(1), 10, 10],
    ['乙', 100, 90, 0.99, 10, 10],
    ['丙', 100, 80, formula(0.8), 10, 10],
  ])
  assert.deepEqual(await said(rates), ['warning D3'])
  const totals = await buildings([
    ['甲', 100, 100, 1, 10, 10],
    ['乙', 100, 90, 0.9, 10, 10],
    ['合计', formula(200), 190, null, formula(20), 21],
  ])
  assert.deepEqual(await said(totals), ['error F4', 'warning C4'])
})

test('由账本生成的表格改了一格拿来导入：不收，说出是哪一格、账本里是多少', async () => {
  const stored = await loadLedger(database, scopeOf(ledger))
  const { set } = prepareReports(stored)
  const bytes = await writeFormsXlsx(set.reports, set)
  const refusal = async (file: Uint8Array) => {
    const fault = await ownFormFault({ name: '表格.xlsx', chunks: [file] }, database, scopeOf(ledger))
    return fault?.split('。')
  }
  const is = '这是由账本 430922/001/2023 生成的报表，不是导入用的表格，账本没有改'
  assert.deepEqual((await refusal(bytes))?.slice(0, 2), [is, '表里的数没有手工改过'])
  assert.deepEqual((await refusal(typedInto(bytes, 'D6', '18.56')))?.slice(0, 2), [
    is,
    '这几格改过：基础数据表!D6 三公经费年初预算 18.56（账本是 16.56）',
  ])
  assert.deepEqual((await refusal(typedInto(bytes, 'F4', '0.9833')))?.slice(0, 2), [
    is,
    '这几格改过：表1第4行第6格 直接打的数98.33%盖住了公式 =ROUND(D4/B4,4)',
  ])
  assert.equal(await refusal(await workbook((sheet) => void sheet.addRow(row('A1', '2023-05-01', 5)))), undefined)
})

test('金额栏里填了日期的，指到格，不把日期的序号当成钱', async () => {
  const bytes = await workbook((sheet) => {
    sheet.addRow(row('A1', '2023-05-01', new Date(Date.UTC(2023, 0, 1))))
    sheet.getCell('C4').numFmt = 'yyyy-mm-dd'
    sheet.addRow(row('A2', '2023-05-01', 5))
  })
  const { faults } = await taken('国库支付明细', '支付.xlsx', bytes)
  assert.deepEqual(
    faults.map(({ column, row: at, message }) => `${column}${at} ${message}`),
    ['C4 「2023-01-01」是日期，不是数。'],
  )
})

test('合并几列的表头只算一列；别的列里写了东西的，指到格；标题行不算表头', async () => {
  const book = (extra: string | undefined) =>
    asXlsx((sheet) => {
      sheet.addRow(['2023年支付明细'])
      sheet.mergeCells('A1:G1')
      sheet.addRow(['凭证号', '支付日期', '支付', '', '功能科目', '经济分类', '支出类型'])
      sheet.addRow(['', '', '金额（元）', '', '', '', ''])
      sheet.mergeCells('C2:D2')
      sheet.mergeCells('C3:D3')
      sheet.addRow(['A1', '2023-05-01', 5, extra, '2010301', '30201', '基本支出'])
    })
  const clean = await taken('国库支付明细', '支付.xlsx', await book(undefined))
  assert.deepEqual([clean.faults, clean.stored?.new], [[], 1])
  const { faults } = await taken('国库支付明细', '支付.xlsx', await book('6'))
  assert.deepEqual(
    faults.map(({ column, row: at, message }) => `${column}${at} ${message}`),
    ['D4 表头「支付金额」合并了几列，这一格在它的第一列以外，不知道是什么。'],
  )
})

test('数字格式的长编号、存不住的字符，指到格，不会悄悄变样', async () => {
  const bytes = await workbook((sheet) => {
    sheet.addRow(row('A1', '2023-05-01', 5))
    sheet.addRow([1e19 + 2e17, '2023-05-01', 5, '2010301', '30201', '基本支出'])
    sheet.addRow([1234567890123456, '2023-05-01', 5, '2010301', '30201', '基本支出'])
    sheet.getCell('A6').numFmt = '0'
    sheet.addRow([123456789012345, '2023-05-01', 5, '2010301', '30201', '基本支出'])
    sheet.addRow(row('A_x0000_2', '2023-05-01', 5))
    sheet.addRow(row('A_xD800_3', '2023-05-01', 5))
  })
  const { faults } = await taken('国库支付明细', '支付.xlsx', bytes)
  assert.deepEqual(
    faults.map(({ column, row: at, message }) => `${column}${at} ${message}`),
    [
      'A5 「1.02E+19」被软件改成了科学计数法，后面的数字已丢失。',
      'A6 「1234567890123456」超过 15 位，软件只记住前 15 位，后面的数字已丢失。',
      'A8 文字里有无法保存的字符。',
      'A9 文字里有无法保存的字符。',
    ],
  )
})

test('更改照表头的叫法说，编制、单位金额、选项都写成表里的样子', async () => {
  const lines = ['单位,行政编制,机关后勤服务编制,在职人数,其中,退休人数', '县政府办公室,50,5,55,核电办7人,34']
  const staff = outcomeLines(await taken('人员编制', '表.csv', csv(lines)))
  assert.deepEqual(staff.lines.slice(1), [
    '  更改 001：行政编制 46 → 50；编制合计 51 → 55；在职人数 59 → 55；其中 核电办8人 → 核电办7人',
  ])
  const { key } = ledger.budgetLines[0]!
  const head = '指标编号,指标类型,资金性质,支出类型,功能科目,部门经济分类,项目,金额（万元）'
  const line = { ...ledger.budgetLines[0]! }
  const other = line.source === 'own' ? '其他资金' : '单位资金'
  const nature = line.nature === 'basic' ? '基本支出' : '项目支出'
  const lines2 = [head, `${key},年初批复,${other},${nature},${line.account},,${line.project ?? ''},1.5`]
  const budget = outcomeLines(await taken('预算指标', '表.csv', csv(lines2)))
  assert.match(budget.lines[1] ?? '', /资金性质 .+ → (?:单位|其他)资金.*；金额（元）[\d.]+ → 15000/)
})

for (const [name, bytes, said] of [
  ['空.csv', new Uint8Array(), '文件是空的'],
  ['坏.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), '文件读不出来'],
  ['乱.csv', Uint8Array.from([...csv([payments]), 0x81, 0xff]), '文字编码无法识别'],
] as const)
  test(`没有指明是哪张表的${name}：说的是读不出来的原因，不是认不出表`, async () => {
    const { found, problem } = await recogniseTable({ name, chunks: [bytes] }, tables)
    assert.deepEqual(found, [])
    assert.ok(problem?.message.includes(said), problem?.message)
    const fault = (await taken('国库支付明细', name, bytes)).faults.find(({ severity }) => severity === 'error')
    assert.ok(fault?.message.startsWith(said), fault?.message)
  })

const hostile: [name: string, bytes: Uint8Array][] = [
  ['空文件', new Uint8Array()],
  ['乱码', Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256)],
  ['坏掉的压缩包', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0])],
  ['引号没有配对', csv([payments, `A1,"${'x'.repeat(400_000)}`])],
]
for (const [name, bytes] of hostile)
  test(`${name}：不崩溃，说明读不出来，什么也不留下`, async () => {
    const { faults, stored } = await taken('国库支付明细', '支付.xlsx', bytes)
    assert.equal(stored, undefined)
    assert.ok(faults.some(({ severity, message }) => severity === 'error' && message.length > 4))
  })

test('以等号、加号、减号、@ 开头的文字导出后不成公式，再读回来原样', async () => {
  const { exportTable } = await import('#operations/imports/export-table.ts')
  const words = ['=1+1', '+86', '-附件', '@SUM(A1)']
  const own = ledger.payments[0]!
  const many = words.map((purpose, index) => ({ ...own, voucher: `W${index}`, purpose }))
  const table = importTableNamed('国库支付明细', tables)!
  const text = new TextDecoder().decode(await exportTable({ ...ledger, payments: many }, table, 'csv'))
  for (const word of words) assert.ok(text.includes(`'${word}`))
  const book = new excel.Workbook()
  await book.xlsx.load((await exportTable({ ...ledger, payments: many }, table, 'xlsx')).buffer as ArrayBuffer)
  const purposes = book.worksheets[0]!.getColumn(table.fields.findIndex(({ id }) => id === 'purpose') + 1).values
  assert.deepEqual(purposes.slice(4), words)
  await saveLedger(database, { ...ledger, payments: many }, { who: '填报人' })
  for (const format of ['csv', 'xlsx'] as const) {
    const bytes = await exportTable({ ...ledger, payments: many }, table, format)
    const { stored } = await importFile(
      database,
      scopeOf(ledger),
      table,
      { name: `表.${format}`, chunks: [bytes] },
      { who: '填报人' },
    )
    assert.equal(stored?.unchanged, words.length)
  }
  assert.deepEqual(
    (await loadLedger(database, scopeOf(ledger))).payments.map(({ purpose }) => purpose),
    words,
  )
})
