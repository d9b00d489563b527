import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { auditDocument } from '#operations/audits/audit-document.ts'

const folder = new URL('./documents/', import.meta.url)

test('盲写的三百一十份报告，数字都对，一处错误也不报', async () => {
  const names = readdirSync(folder).filter((each) => /\.(?:html|txt)$/.test(each))
  assert.equal(names.length, 310)
  for (const name of names) {
    const { findings, coverage } = await auditDocument({ name, bytes: readFileSync(new URL(name, folder)) })
    const errors = findings.filter(({ severity }) => severity === 'error')
    assert.deepEqual(
      errors.map(({ rule, message }) => `${name} ${rule} ${message}`),
      [],
    )
    assert.ok(coverage.holds > 0, name)
  }
})
