import { parseArgs } from 'node:util'
import { type Examination, examine } from './examine.ts'
import { closePrinter } from './formats/write-as-pdf.ts'
import { heldOut } from './held-out.ts'
import { allStyles } from './styles/all-styles.ts'
import { printTables } from './print-tables.ts'

/**
 * Measures on made-up agreeing reports how many changed numbers are shown and how often nothing is wrong and
 * something is said.
 * node tests/accuracy/measure.ts --worlds 20 --changes 10 --styles a,b --seed 1 --json --show-misses --show-false
 */
const { values } = parseArgs({
  options: {
    worlds: { type: 'string', default: '20' },
    changes: { type: 'string', default: '10' },
    styles: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    'show-misses': { type: 'boolean', default: false },
    'show-false': { type: 'boolean', default: false },
    'with-held-out': { type: 'boolean', default: false },
  },
})

const wanted = values.styles === '' ? undefined : new Set(values.styles.split(','))
const styles = allStyles.filter((style) => wanted?.has(style.id) ?? true)
const examinations: Examination[] = []
for (const style of styles) {
  for (let index = 0; index < Number(values.worlds); index += 1) {
    examinations.push(await examine(style, Number(values.seed) + index, Number(values.changes)))
  }
}
await closePrinter()
if (values.json) console.log(JSON.stringify(examinations, null, 1))
else printTables(examinations, heldOut)

const shown = examinations.filter(({ style }) => values['with-held-out'] || !heldOut.has(style))
if (values['show-misses']) {
  for (const miss of shown.flatMap(({ trials }) => trials).filter((trial) => !trial.shown)) {
    console.log(
      `漏报 ${miss.relation} [${miss.style} ${miss.file} seed ${miss.seed}] ${miss.was} → ${miss.became}（${miss.edit}）\n     ${miss.where}`,
    )
  }
}
if (values['show-false']) {
  for (const each of shown.flatMap(({ accusations }) => accusations)) {
    console.log(
      `误报 ${each.severity} ${each.rule} [${each.style} ${each.file} seed ${each.seed}] ${each.message}\n     ${each.quotes.join('\n     ')}`,
    )
  }
}
