import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signatureIndents } from './signature-indents.ts'

test('署名右空二字，日期首字比署名首字右移二字；日期较长时日期右空二字、署名左移', () => {
  const cases: [string, string[], number[]][] = [
    ['没有日期', ['例县办公室'], [2]],
    // 11 characters of name; 4 + 1 + 1 narrow digits and 3 characters of date are 6.
    ['署名长', ['例县人民政府办公室综合股', '2024年3月5日'], [2, 6]],
    // 5 characters of name, 6 of date.
    ['日期长', ['例县办公室', '2024年3月5日'], [5, 2]],
    ['长得一行放不下', ['很'.repeat(40), '2024年3月5日'], [2, 2]],
    ['三行', ['甲', '乙', '丙'], [2, 2, 2]],
  ]
  for (const [name, lines, expected] of cases) assert.deepEqual(signatureIndents(lines), expected, name)
})
