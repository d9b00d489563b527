/** An entry in words: decimals as text, absent values left out. */
export type ComparedEntry = Readonly<Record<string, unknown>>
/** One field of an entry that differs; a side on which it is blank is absent. */
export type FieldDifference = { readonly field: string; readonly was?: unknown; readonly is?: unknown }

/** What became of a list from one state of a ledger to another. Counts are of all; of each kind the first are given. */
export type ListComparison = {
  readonly list: string
  readonly counts: { readonly same: number; readonly added: number; readonly removed: number; readonly changed: number }
  readonly added: readonly { readonly key: string; readonly entry: ComparedEntry }[]
  readonly removed: readonly { readonly key: string; readonly entry: ComparedEntry }[]
  readonly changed: readonly {
    readonly key: string
    readonly entry: ComparedEntry
    readonly fields: readonly FieldDifference[]
  }[]
}

/** A stretch of a paragraph: in both texts, only in the earlier, only in the later one. */
export type TextPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }
/** A printed paragraph of two texts; a changed one is given part by part. */
export type ParagraphComparison =
  | { readonly kind: 'same' | 'removed' | 'added'; readonly text: string }
  | { readonly kind: 'changed'; readonly parts: readonly TextPart[] }
