import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { auditDocument } from '#operations/audits/audit-document.ts'

const folder = new URL('./', import.meta.url)

// Reports written by hand after the looks of published ones of many provinces; every number in them agrees.
for (const name of readdirSync(folder).filter((each) => !each.endsWith('.ts')))
  test(`数字都对的报告不报错误、不报提醒：${name}`, async () => {
    const { findings, coverage } = await auditDocument({ name, bytes: readFileSync(new URL(name, folder)) })
    const found = findings.filter(({ severity }) => severity !== 'info')
    assert.deepEqual(
      found.map(({ rule, message }) => `${rule} ${message}`),
      [],
    )
    assert.ok(coverage.holds > 0)
  })
