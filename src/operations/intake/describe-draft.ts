import { writeLedgerFile } from '../ledgers/write-ledger-file.ts'
import type { DraftLedger } from './draft-ledger.ts'
import type { Confidence, TakenFigure } from './intake.ts'

const words: Record<Confidence, string> = { certain: '可信', likely: '大致', disputed: '两说', assumed: '推算' }

/** One figure of a draft, as a line: 「可信 69人 编制数（《…基础数据表》表1第2行第1格）」. */
export function figureLine({ what, shown, confidence, places }: TakenFigure): string {
  return `${words[confidence]} ${shown} ${what}${places.length > 0 ? `（${places.join('；')}）` : ''}`
}

/** How many figures are how sure. */
export function figureCounts(figures: readonly TakenFigure[]): string {
  return (Object.keys(words) as Confidence[])
    .map((confidence) => `${words[confidence]} ${figures.filter((each) => each.confidence === confidence).length}`)
    .join('，')
}

/** The draft as a ledger file; before each entry stands where its figures come from and how sure they are. */
export function draftText({ ledger, figures }: DraftLedger): string {
  const notes = new Map<string, string>()
  for (const figure of figures) {
    const before = notes.get(figure.path)
    const line = figureLine(figure)
    if (!before?.includes(line)) notes.set(figure.path, before ? `${before}\n${line}` : line)
  }
  return writeLedgerFile(ledger, notes)
}
