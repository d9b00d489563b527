import { withoutRadicals } from '../text/han-radicals.ts'
import { openPdf } from './file.ts'

/**
 * The text of a PDF in the order it was set, the title it bears and its keywords: for telling a file of ours from what it should say.
 * Undefined where it can't be opened.
 */
export async function pdfText(
  bytes: Uint8Array,
): Promise<{ readonly title: string; readonly keywords: string; readonly text: string } | undefined> {
  const pdf = await openPdf(bytes).catch(() => undefined)
  if (!pdf) return undefined
  try {
    const { info } = await pdf.getMetadata()
    const pages: string[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
    }
    const said = (word: 'Title' | 'Keywords') => {
      const value = (info as Record<string, unknown>)[word]
      return typeof value === 'string' ? value : ''
    }
    return { title: said('Title'), keywords: said('Keywords'), text: withoutRadicals(pages.join('\n')) }
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined)
  }
}
