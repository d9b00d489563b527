import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Person, type WorkServer, ledgerPath, workServer } from './work-server.ts'

let work: WorkServer
let clerk: Person
let office: Person
before(async () => {
  work = await workServer()
  clerk = await work.signIn('clerk')
  office = await work.signIn('performance-office')
})
after(() => work?.close())

const departments = ['%00', '001%00', '%F0%9F', '..%2f', "'", '%25', '0'.repeat(64), '001']
const years = ['2023', '1900', '2200', 'x']
const reads = [
  'expenditure-requests',
  'compare?from=v1',
  'compare?from=v99999&to=now',
  'compare/reports/%00?from=now',
  'from-last-year',
  'indicator-ambition',
  'indicator-library?words=%00&sector=%00',
  'indicator-library/a/b/draft?project=%00',
  'evidence',
  'evidence/%00',
  'evidence/..%2f..%2fx',
]
for (const part of reads)
  test(`地址里写怪东西：${part}，都说得清，不是程序出错`, async () => {
    for (const department of departments)
      for (const year of years)
        for (const who of [clerk, office]) {
          const { status, body } = await who.get(`api/ledgers/430922/${department}/${year}/${part}`)
          assert.ok(status < 500, `${department}/${year} ${status}`)
          if (status !== 200) assert.match(String(body['message']), /\p{Script=Han}/u)
        }
  })

const bodies: [method: string, path: string, body: unknown][] = [
  ['POST', 'expenditure-requests', { request: { amount: '\0' } }],
  ['POST', 'expenditure-requests', { request: null }],
  ['POST', 'expenditure-requests', {}],
  ['PUT', 'expenditure-requests/999', { request: {} }],
  ['POST', 'expenditure-requests/1/steps', { action: 'sign' }],
  ['POST', 'expenditure-requests/1/steps', { action: 'decide', decision: { date: '0000-00-00', minutes: '\0' } }],
  ['POST', 'expenditure-requests/1/steps', { action: 'pay', voucher: '\0' }],
  ['POST', 'from-last-year', { only: { indicators: ['\0'] } }],
  ['POST', 'from-last-year', { only: { payments: ['1'] } }],
  ['POST', 'indicator-check', { indicator: [] }],
  ['POST', 'evidence', {}],
  ['POST', 'evidence?indicator=%00', {}],
  ['POST', 'evidence?kind=meeting', {}],
]
for (const [method, path, body] of bodies)
  test(`正文写怪东西：${method} ${path} ${JSON.stringify(body)}`, async () => {
    const answer = await clerk.send(method, `${ledgerPath}/${path}`, body)
    assert.ok(answer.status >= 400 && answer.status < 500, String(answer.status))
    assert.match(String(answer.body['message']), /\p{Script=Han}/u)
  })

const part = 'content-disposition: form-data; name="file"; filename="a.pdf"'
const uploads: [what: string, type: string, body: string][] = [
  ['没有分界', 'multipart/form-data', 'x'],
  ['分界是空的', 'multipart/form-data; boundary=', 'x'],
  ['分界太长', `multipart/form-data; boundary=${'b'.repeat(300)}`, 'x'],
  ['断在头部', 'multipart/form-data; boundary=q', `--q\r\n${part}\r\n`],
  ['断在文件里', 'multipart/form-data; boundary=q', `--q\r\n${part}\r\n\r\n%PDF-1.4`],
  ['一份也没有', 'multipart/form-data; boundary=q', '--q--\r\n'],
  ['正文是空的', 'multipart/form-data; boundary=q', ''],
]
const takers = [
  'api/audits',
  'api/jobs/audit',
  `${ledgerPath}/evidence`,
  `${ledgerPath}/tables?table=payments`,
  `${ledgerPath}/jobs/import?table=payments`,
]
for (const [what, type, body] of uploads)
  test(`上传的内容不成样子：${what}，都说是请求的问题`, async () => {
    for (const path of takers) {
      const headers = { 'content-type': type, cookie: clerk.cookie }
      const answer = await fetch(work.server.url + path, { method: 'POST', headers, body })
      assert.ok(answer.status >= 400 && answer.status < 500, `${path} ${answer.status}`)
      assert.match(String(((await answer.json()) as { message: string }).message), /\p{Script=Han}/u)
    }
  })
