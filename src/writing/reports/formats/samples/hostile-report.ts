import { Big } from 'big.js'
import type { PrintedReport, Run } from '#domain/report/printed-report.ts'
import { wanYuan } from '#domain/unit.ts'

/** Texts that mean something to one of the formats, and must come out as the words they are. */
export const hostileTexts = [
  '=cmd|calc!A1',
  '+1+1',
  '-2',
  '@SUM(A1)',
  '<script>alert(1)</script>',
  '</w:t></w:r>&amp;"\'',
  '#panic("x")',
  '*粗* $1$ `码` \\u{41} //不是注释',
  ']]><!--',
  '_x000D_',
]
/** Characters that have no place in a file, among words. */
export const controls = '甲\u0000\u0008\u000b\u001f乙\ud800丙\uffff丁'
export const longText = '很长的说明。'.repeat(3000)

const strange: Run = {
  fact: 'a"<&>|b|2023|\u0001',
  text: '1<2',
  unit: '"万"&',
  quantity: { value: new Big('1.5'), unit: wanYuan, decimals: 1, looseness: 'exact' },
}

/** A report of them: in a title, in prose and in the cells of a form whose rows do not fit its widths. */
export function hostileReport(extra: readonly string[] = []): PrintedReport {
  const texts = [...hostileTexts, ...extra]
  const title = hostileTexts.slice(4, 7).join('')
  return {
    id: '9-<坏>&"报告"',
    kind: 'goal-form',
    title,
    entity: "坏'单位:[1]/*?",
    year: 2023,
    blocks: [
      { kind: 'title', runs: [title] },
      ...texts.map((text) => ({ kind: 'paragraph' as const, runs: [text, strange] })),
      { kind: 'signature', lines: texts },
      {
        kind: 'table',
        name: "坏'表:[1]/*?\\很长很长很长很长很长很长很长很长很长很长",
        caption: texts[0]!,
        widths: [300, 0, 700],
        headRows: 9,
        rows: [
          [{ runs: ['头'], colSpan: 99, rowSpan: 99 }],
          [],
          ...texts.map((text) => [
            { runs: [text] },
            { runs: [strange] },
            { runs: [text, strange], vertical: true },
            { runs: ['多出的格'] },
          ]),
        ],
      },
      { kind: 'table', name: '', widths: [1, 1], rows: texts.map((text) => [{ runs: [text] }, { runs: [text] }]) },
    ],
  }
}
