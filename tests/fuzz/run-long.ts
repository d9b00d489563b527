import { parseArgs } from 'node:util'
import { randomFrom } from '../accuracy/random.ts'
import { damaged, soundFiles } from './fuzz-inputs.ts'
import { complaintAbout } from './outcome-of.ts'

/** The fuzz test for as long as one likes: node tests/fuzz/run-long.ts --from 2000 --inputs 100000 */
const { values } = parseArgs({
  options: { from: { type: 'string', default: '2000' }, inputs: { type: 'string', default: '20000' } },
})
const files = await soundFiles()
const first = Number(values.from)
let failures = 0
for (let index = first; index < first + Number(values.inputs); index += 1) {
  const file = files[index % files.length]!
  const complaint = await complaintAbout(damaged(file, randomFrom(index)), 5000)
  if (!complaint) continue
  failures += 1
  console.log(`input ${index} (${file.name}): ${complaint}`)
}
console.log(`${values.inputs} inputs from ${first}: ${failures} failed`)
process.exitCode = failures === 0 ? 0 : 1
