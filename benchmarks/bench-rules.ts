import { readDocument } from '#reading/formats/read-document.ts'
import { readFacts } from '#reading/read-facts.ts'
import { check } from '#rules/check.ts'
import { knowledge } from '#operations/load-knowledge.ts'
import { longReport } from './long-report.ts'
import { rowOf, tableHead, timeOf } from './timing.ts'
import { writeFile } from '../tests/accuracy/formats/write-file.ts'

/** Where the time of an audit goes: opening the file, reading numbers, judging them. */
export async function benchRules(): Promise<string> {
  const file = await writeFile(longReport(8), 'docx')
  const { document } = await readDocument(file)
  if (!document) throw new Error('the benchmark report could not be read')
  const known = knowledge()
  const reading = readFacts(document, known)
  const size = `${reading.figures.length} numbers`
  const opened = await timeOf(() => readDocument(file))
  const rows = [
    rowOf('open the file', size, opened),
    rowOf('read its numbers', size, await timeOf(() => readFacts(document, known)), opened),
    rowOf('judge them', size, await timeOf(() => check(reading, known)), opened),
  ]
  return ['## Share of the rules', '', tableHead, ...rows].join('\n')
}
