import type { Mention } from '../text/sentences.ts'

const counts = '[两二三四五六七八九]'
const several = new RegExp(
  `合[计占并]|共占|之和|相加|加起来|加总|${counts}[项者处类个种级家方头]|前者|后者|其余|其他`,
  'u',
)

/** Whether the words before a rate say that it is of several amounts taken together, or of the rest of them. */
export function namesSeveral({ lead }: Pick<Mention, 'lead'>): boolean {
  const clause = clauseOfRate(lead)
  return several.test(clause) || /[（(][^（()）]*、[^（()）]*[）)][^占]*占/.test(clause)
}

/** The last clause before a rate; where the rate stands alone in a bracket, the one that the bracket follows. */
export function clauseOfRate(lead: string): string {
  const clause = lead
    .trim()
    .replace(/[（(]$/, '')
    .split(/[，,；;。]/)
  return clause.at(-1)!.trim()
}
