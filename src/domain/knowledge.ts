import type { ChosenPack } from './pack.ts'

/**
 * What others decided and `data/` holds: loaded once by operations and handed to `reading` and `rules`,
 * which never touch a disk.
 *
 * pack       the rule pack the document at hand is checked by; absent where its place or year is not certain
 * labels     heads that packs call a form's columns by, beyond those every place uses: head → what the column holds
 * provinces  by the first two digits of the division code: the names and signs documents call them by
 */
export type Knowledge = {
  readonly measures: readonly Measure[]
  readonly identities: readonly IdentityEntry[]
  readonly accounts: ReadonlyMap<string, Account>
  readonly wording: Wording
  readonly labels?: ReadonlyMap<string, string>
  readonly provinces?: readonly Province[]
  readonly pack?: ChosenPack
}

/** A province: its name in full, and the sign its finance department heads document numbers with: 湘财. */
export type Province = { readonly code: string; readonly name: string; readonly sign: string }

/** A measure 口径: what its labels are in tables and sentences. */
export type Measure = {
  readonly id: string
  readonly zh: string
  readonly aliases: readonly string[]
  readonly unit: 'money' | 'count' | 'share' | 'score' | 'area'
}

/**
 * A 勾稽关系 over measures of one entity and year.
 *
 * equation   'total = a + b', 'rate = a / b', 'lesser <= greater', over 'measure@phase' names
 */
export type IdentityEntry = {
  readonly id: string
  readonly title: string
  readonly equation: string
  readonly severity: 'error' | 'warning'
  readonly source: string
  readonly because?: string
  /** Reported only where one number is a single slip away from what the others give: the phases are not certain. */
  readonly loose?: boolean
  /** A name whose number some writers count apart: where a document tells it, the equation may hold with it added. */
  readonly apart?: string
}

/** A classification code: 2010301 行政运行, level 类 款 项. */
export type Account = { readonly code: string; readonly name: string; readonly level: string; readonly kind: string }

/**
 * The field's common slips and template leftovers (data/wording.yaml). Patterns are regular expressions.
 *
 * slips    `unless` matches the words around a slip in which it is right; `severity` is warning where absent
 * usages   misuses that no single word shows, with the sentence that says how to mend them
 * residue  `cue` matches within whatever `pattern` does, and is quickly sought
 */
export type Wording = {
  readonly slips: readonly {
    readonly wrong: string
    readonly right: string
    readonly note?: string
    readonly unless?: string
    readonly severity?: 'warning' | 'info'
  }[]
  readonly usages?: readonly {
    readonly pattern: string
    readonly title: string
    readonly mend: string
    readonly severity: 'warning' | 'info'
  }[]
  readonly residue: readonly {
    readonly pattern: string
    readonly cue?: string
    readonly title: string
    readonly severity: 'error' | 'warning' | 'info'
  }[]
}
