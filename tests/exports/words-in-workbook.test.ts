import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { openLedger } from '#operations/ledgers/open-ledger.ts'
import { prepareReports } from '#operations/reports/prepare-reports.ts'
import { isAskedFor, traceFile } from '#operations/reports/trace-file.ts'
import { writeFormsXlsx } from '#writing/reports/formats/write-forms-xlsx.ts'

const example = fileURLToPath(new URL('../../examples/桃江县政府办2023年账本.yaml', import.meta.url))
const opened = await openLedger(example)
const ledger = opened.ledger!
const { set } = prepareReports(ledger)
const bytes = await writeFormsXlsx(set.reports, set)
const form = '项目自评表-改善民生、为民办实事、督查工作'

async function traced(edit: (book: ExcelJS.Workbook) => void) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.slice().buffer)
  edit(book)
  const saved = new Uint8Array(await book.xlsx.writeBuffer())
  return traceFile({ name: '表格.xlsx', bytes: saved }, ledger, set)
}
const told = (numbers: Awaited<ReturnType<typeof traced>>) =>
  numbers.filter(({ changed }) => changed).map(({ place, title, text }) => `${place} ${title ?? '另写'} ${text}`)

test('「≥39期」这样的格：没有改过的一个也不报，问 39期 追得到台账的记录', async () => {
  const numbers = await traced(() => {})
  assert.deepEqual(told(numbers), [])
  const asked = numbers.filter((number) => isAskedFor(number, '39期'))
  assert.ok(
    asked.some(({ place, records }) => place.startsWith(form) && records.some((one) => one.startsWith('督查督办台账'))),
    JSON.stringify(asked.map(({ place, records }) => [place, records])),
  )
})

test('「≥39期」改成「≥40期」、整格换成数、删去数、句子里的金额改了、另写一个数：都指到格', async () => {
  const cells = (sheet: ExcelJS.Worksheet, words: RegExp) => {
    const found: ExcelJS.Cell[] = []
    sheet.eachRow((row) => row.eachCell((cell) => words.test(String(cell.value)) && found.push(cell)))
    return found
  }
  const [target] = cells(await sheetOf(form), /^≥39期$/)
  const [amounts] = cells(await sheetOf('自评表'), /969\.06/)
  assert.ok(target && amounts)
  const edit = (sheet: string, address: string, value: (old: string) => string | number) =>
    traced((book) => {
      const cell = book.getWorksheet(sheet)!.getCell(address)
      cell.value = value(String(cell.value))
    })
  const title = '改善民生、为民办实事、督查工作督查通报指标值'
  for (const [value, expected] of [
    ['≥40期', `${form}!${target.address} ${title} 40`],
    [40, `${form}!${target.address} ${title} 40`],
    ['按计划印发', `${form}!${target.address} ${title} `],
    ['≥39期，另有通知2期', `${form}!${target.address} 另写 2`],
  ] as const)
    assert.deepEqual(told(await edit(form, target.address, () => value)), [expected])
  assert.deepEqual(told(await edit('自评表', amounts.address, (old) => old.replace('969.06', '996.06'))), [
    `自评表!${amounts.address} 年度资金总额年初预算 996.06`,
  ])
})

async function sheetOf(name: string): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.slice().buffer)
  return book.getWorksheet(name)!
}
