import { writeFileSync } from 'node:fs'
import { reportSet } from './content/report-set.ts'
import { writeAsDocx } from './write-as-docx.ts'
import { writeAsText } from './write-as-text.ts'

/** Writes both forms of the example beside this script. Run it after changing anything under content/. */
const name = '桃江县政府办2023年绩效报告'
writeFileSync(new URL(`${name}.docx`, import.meta.url), await writeAsDocx(reportSet))
writeFileSync(new URL(`${name}.txt`, import.meta.url), writeAsText(reportSet))
console.log(`${name}.docx 和 ${name}.txt 已写好`)
