import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomFrom } from '../accuracy/random.ts'
import { damaged, soundFiles } from './fuzz-inputs.ts'
import { complaintAbout } from './outcome-of.ts'

const inputs = 2000
const oneInput = 5000
const wholeRun = 120_000

test('损坏的文件读得出内容或说得清原因，不出错不停顿', { timeout: wholeRun }, async (context) => {
  const files = await soundFiles()
  const complaints: string[] = []
  for (let index = 0; index < inputs; index += 1) {
    const file = files[index % files.length]!
    const complaint = await complaintAbout(damaged(file, randomFrom(index)), oneInput)
    if (complaint) complaints.push(`input ${index} (${file.name}): ${complaint}`)
  }
  context.diagnostic(`损坏文件 ${inputs} 份，出错 ${complaints.length} 份`)
  assert.deepEqual(complaints.slice(0, 10), [])
})
