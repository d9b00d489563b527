import type { ComparedEntry, FieldDifference } from './comparison.ts'

/** What is taken from last year's ledger into this year's. */
export type CopiedList = 'projects' | 'workKinds' | 'goals' | 'indicators'

/**
 * What becomes of one entry of last year's list.
 *
 * add      this year's list has none of its key: `entry` is what would be added
 * same     this year's says the same already
 * differs  this year's says something else, and stays as it is: `fields` last year's (was) and this year's (is)
 */
export type CopiedEntry =
  | {
      readonly outcome: 'add'
      readonly key: string
      readonly entry: ComparedEntry
      readonly blanked: readonly string[]
    }
  | { readonly outcome: 'same'; readonly key: string; readonly entry: ComparedEntry }
  | {
      readonly outcome: 'differs'
      readonly key: string
      readonly entry: ComparedEntry
      readonly fields: readonly FieldDifference[]
    }
