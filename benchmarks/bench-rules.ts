import { readDocument } from '#reading/formats/read-document.ts'
import { readFacts } from '#reading/read-facts.ts'
import { check } from '#rules/check.ts'
import { knowledge } from '#operations/load-knowledge.ts'
import { type LongFile, thirtyPages } from './thirty-pages.ts'
import { rowOf, tableHead, timesOf } from './timing.ts'

/** Where the time of an audit goes: opening the file, reading numbers, judging them. */
export async function benchRules(): Promise<string> {
  const lines = ['## Share of the rules']
  for (const file of await thirtyPages()) lines.push('', ...(await sharesOf(file)))
  return lines.join('\n')
}

async function sharesOf({ what, name, bytes }: LongFile): Promise<string[]> {
  const file = { name, bytes }
  const known = knowledge()
  const { document } = await readDocument(file)
  if (!document) throw new Error('the benchmark report could not be read')
  let reading = readFacts(document, known)
  const size = `${reading.figures.length} numbers`
  const [opened, read, judged] = await timesOf([
    () => readDocument(file),
    // What is worked out once for a reading is worked out anew for each.
    () => (reading = readFacts(document, known)),
    () => check(reading, known),
  ])
  return [
    `${what[0]!.toUpperCase()}${what.slice(1)}`,
    '',
    tableHead,
    rowOf('open the file', size, opened!),
    rowOf('read its numbers', size, read!, opened),
    rowOf('judge them', size, judged!, opened),
  ]
}
