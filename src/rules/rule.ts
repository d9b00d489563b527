import type { Finding } from '#domain/finding.ts'
import type { Knowledge } from '#domain/knowledge.ts'
import type { Reading } from '#domain/reading.ts'

/**
 * What a rule says of one thing it looked at. `undetermined` names what was missing;
 * `holds` names the figures it vouches for: those that would not have held with another number.
 */
export type Verdict =
  | { readonly outcome: 'holds'; readonly figures?: readonly number[] }
  | { readonly outcome: 'contradiction'; readonly finding: Finding }
  | { readonly outcome: 'undetermined'; readonly missing: string }
  | { readonly outcome: 'not-applicable' }

/**
 * A rule of the catalogue.
 *
 * id       stable words or the identity's number; never renamed
 * title    what must hold, in Chinese, as the coverage table shows it
 * source   依据: document and article, or 「本系统核对规则」 for house rules
 */
export type Rule = {
  readonly id: string
  readonly title: string
  readonly source: string
  judge(reading: Reading, knowledge: Knowledge): Verdict[]
}
