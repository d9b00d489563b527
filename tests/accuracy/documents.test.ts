import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { auditDocument } from '#operations/audits/audit-document.ts'

/** Reports in which all numbers agree, written without sight of the rules: `documents` with lists of changes, `agreeing` without. */
const folders: readonly (readonly [name: string, folder: string, reports: number])[] = [
  ['盲写的三百四十六份报告', './documents/', 346],
  ['另外盲写的三百份报告', './agreeing/', 300],
]
for (const [name, path, reports] of folders)
  test(`${name}，数字都对，一处错误也不报`, async () => {
    const folder = new URL(path, import.meta.url)
    const names = readdirSync(folder).filter((each) => /\.(?:html|txt)$/.test(each))
    assert.equal(names.length, reports)
    for (const each of names) {
      const { findings, coverage } = await auditDocument({ name: each, bytes: readFileSync(new URL(each, folder)) })
      const errors = findings.filter(({ severity }) => severity === 'error')
      assert.deepEqual(
        errors.map(({ rule, message }) => `${each} ${rule} ${message}`),
        [],
      )
      assert.ok(coverage.holds > 0, each)
      // What is let go for a doubt is counted as such.
      if (findings.length === 0) assert.equal(coverage.contradictions, 0, each)
    }
  })
