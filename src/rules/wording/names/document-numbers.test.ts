import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentNumbers } from './document-numbers.ts'
import { findingsIn, quoted } from '../sample-reading.ts'

const agreeing: readonly [name: string, ...texts: string[]][] = [
  ['前后写法一致', '根据桃财绩〔2024〕51号文件，', '按照桃财绩〔2024〕51号要求，'],
  ['省里和部里各有一份', '根据《管理办法》（财预〔2020〕10号）和湘财预〔2020〕10号文件，'],
  ['省、县两级序号碰巧相同', '根据湘财绩〔2024〕5号、桃财绩〔2024〕5号文件，'],
  ['同一机关两类文件', '桃财绩〔2024〕51号、桃财预〔2024〕51号'],
  [
    '同名通知每年一份',
    '《关于开展绩效自评工作的通知》（桃财绩〔2023〕9号）、《关于开展绩效自评工作的通知》（桃财绩〔2024〕51号）',
  ],
  [
    '同名通知两级各发一份',
    '《关于开展2023年度绩效自评工作的通知》（湘财绩〔2024〕3号）、《关于开展2023年度绩效自评工作的通知》（桃财绩〔2024〕51号）',
  ],
  ['事务所文号写“第”', '华诚绩评字〔2024〕第47号'],
]
for (const [name, ...texts] of agreeing)
  test(`文号没有矛盾的不报：${name}`, () => assert.deepEqual(findingsIn(documentNumbers, texts), []))

test('泛称代字与本地代字指同一号文件，报警告并列出每一处', () => {
  const texts = ['根据县财绩〔2024〕51号文件精神，', '（桃财绩〔2024〕51号）的要求，', '根据县财绩〔2024〕51号文件，']
  const [finding, ...others] = findingsIn(documentNumbers, texts)
  assert.deepEqual(others, [])
  assert.equal(finding?.severity, 'warning')
  assert.deepEqual(quoted(finding), ['县财绩〔2024〕51号', '县财绩〔2024〕51号', '桃财绩〔2024〕51号'])
})

test('代字颠倒也报', () => {
  const [finding] = findingsIn(documentNumbers, ['依据湘财绩〔2024〕6号和湘绩财〔2024〕6号文件，'])
  assert.equal(finding?.severity, 'warning')
})

test('同一份通知两个号，报错误', () => {
  const title = '关于开展2023年度财政资金绩效自评工作的通知'
  const [finding] = findingsIn(documentNumbers, [
    `根据《${title}》（桃财绩〔2024〕51号），`,
    `按照《${title}》（桃财绩〔2024〕15号），`,
  ])
  assert.equal(finding?.severity, 'error')
  assert.deepEqual(quoted(finding), ['桃财绩〔2024〕15号', '桃财绩〔2024〕51号'])
})

const odd: readonly [text: string, suggestion: string][] = [
  ['根据财预[2020]10号文件，', '财预〔2020〕10号'],
  ['根据财预（2020）10号文件，', '财预〔2020〕10号'],
  ['根据财预【2020】10号文件，', '财预〔2020〕10号'],
  ['根据桃财绩〔2024〕第51号文件，', '桃财绩〔2024〕51号'],
  ['根据桃财绩〔2024〕051号文件，', '桃财绩〔2024〕51号'],
]
for (const [text, suggestion] of odd)
  test(`文号写法不规范作提示：${text}`, () => {
    const [finding, ...others] = findingsIn(documentNumbers, [text])
    assert.deepEqual(others, [])
    assert.equal(finding?.severity, 'info')
    assert.equal(finding?.suggestion, suggestion)
  })
