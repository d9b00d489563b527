import { diffArrays, diffWordsWithSpace } from 'diff'
import type { ParagraphComparison, TextPart } from '#domain/year/comparison.ts'

/** More edits than this are no change of a paragraph but another paragraph; it also bounds the work. */
const mostEdits = 400
const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Two texts as printed, paragraph by paragraph: of paragraphs in the same place that have words in common, the words. */
export function compareTexts(earlier: readonly string[], later: readonly string[]): ParagraphComparison[] {
  const compared: ParagraphComparison[] = []
  let gone: string[] = []
  for (const { value, removed, added } of diffArrays([...earlier], [...later])) {
    if (removed) {
      gone = value
      continue
    }
    if (added) compared.push(...replaced(gone, value))
    else compared.push(...each('removed', gone), ...each('same', value))
    gone = []
  }
  return [...compared, ...each('removed', gone)]
}

/** Paragraphs that took the place of others, paired in order. */
function replaced(gone: readonly string[], come: readonly string[]): ParagraphComparison[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => {
    const [was, is] = [gone[index], come[index]]
    if (was === undefined || is === undefined) return each(is === undefined ? 'removed' : 'added', [is ?? was ?? ''])
    const parts = partsOf(was, is)
    return parts ? [{ kind: 'changed' as const, parts }] : [...each('removed', [was]), ...each('added', [is])]
  }).flat()
}

/** The words in which two paragraphs differ; undefined where less than a third of the longer one stayed. */
function partsOf(was: string, is: string): TextPart[] | undefined {
  const changes = diffWordsWithSpace(was, is, { intlSegmenter: words, maxEditLength: mostEdits })
  if (!changes) return undefined
  const same = changes.filter(({ added, removed }) => !added && !removed)
  const kept = same.reduce((sum, { value }) => sum + value.length, 0)
  if (kept * 3 < Math.max(was.length, is.length)) return undefined
  return changes.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

function each(kind: 'same' | 'removed' | 'added', texts: readonly string[]): ParagraphComparison[] {
  return texts.map((text) => ({ kind, text }))
}
