import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { controls, hostileReport, hostileTexts, longText } from './samples/hostile-report.ts'
import { sampleReport, sampleSet, sampleTableReport } from './samples/sample-set.ts'
import { writeReportHtml } from './write-report-html.ts'

type Element = DefaultTreeAdapterTypes.Element
const set = sampleSet()
const pageOf = async (report: ReturnType<typeof sampleReport>) =>
  new TextDecoder().decode(await writeReportHtml(report, set))

function elements(node: DefaultTreeAdapterTypes.Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elements) : []
  return 'tagName' in node ? [node, ...children] : children
}
function textOf(node: DefaultTreeAdapterTypes.Node): string {
  return 'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
const attribute = (element: Element, name: string) => element.attrs.find((each) => each.name === name)?.value

async function parsed(report: ReturnType<typeof sampleReport>): Promise<Element[]> {
  const errors: string[] = []
  const page = parse(await pageOf(report), { onParseError: ({ code }) => void errors.push(code) })
  assert.deepEqual(errors, [])
  return elements(page)
}

test('每个数字带着事实编号、准确数值和单位', async () => {
  const numbers = (await parsed(sampleReport(1))).filter(({ tagName }) => tagName === 'data')
  assert.equal(numbers.length, 10)
  const [total, , , rate] = numbers
  assert.equal(textOf(total!), '1286.05')
  assert.equal(attribute(total!, 'data-fact'), 'funds|例县办公室|2023|actual')
  assert.equal(attribute(total!, 'data-value'), '1286.05')
  assert.equal(attribute(total!, 'data-unit'), '万元')
  assert.equal(textOf(rate!), '98.93%')
  assert.equal(attribute(rate!, 'data-unit'), '%')
})

test('表格有说明，表头和行头标明所管的范围，合并照给', async () => {
  const all = await parsed(sampleTableReport())
  const heads = all.filter(({ tagName }) => tagName === 'th')
  assert.deepEqual(heads.map((head) => attribute(head, 'scope')).slice(0, 6), [
    'col',
    'col',
    'col',
    'col',
    'row',
    'row',
  ])
  assert.equal(all.filter(({ tagName }) => tagName === 'caption').length, 1)
  assert.deepEqual(
    all.flatMap((each) => attribute(each, 'rowspan') ?? []),
    ['2'],
  )
  assert.deepEqual(
    all.flatMap((each) => attribute(each, 'colspan') ?? []),
    ['3'],
  )
})

test('页面自成一体：不引用任何外部内容，没有脚本，语言和标题齐全', async () => {
  const all = await parsed(sampleReport())
  assert.deepEqual(
    all.flatMap((each) => attribute(each, 'src') ?? attribute(each, 'href') ?? []),
    [],
  )
  assert.deepEqual(
    all.filter(({ tagName }) => ['script', 'link', 'img', 'iframe'].includes(tagName)),
    [],
  )
  assert.equal(
    attribute(
      all.find(({ tagName }) => tagName === 'html')!,
      'lang',
    ),
    'zh-CN',
  )
  assert.equal(all.filter(({ tagName }) => tagName === 'h1').length, 1)
})

test('恶意文字只是文字', async () => {
  const all = await parsed(hostileReport([controls, longText, '😀']))
  assert.deepEqual(
    all.filter(({ tagName }) => tagName === 'script'),
    [],
  )
  const body = textOf(all.find(({ tagName }) => tagName === 'body')!)
  for (const text of [...hostileTexts, longText, '😀', '甲乙\ufffd丙丁'])
    assert.ok(body.includes(text), text.slice(0, 30))
})

test('同一份报告写两次，字节完全相同', async () => {
  assert.equal(await pageOf(sampleReport()), await pageOf(sampleReport()))
})
