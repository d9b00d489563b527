import type { Mention } from './sentences.ts'

/** The words before the first number of the list that a number stands in; its numbers are joined by 、 or 和. */
export function listLead(mentions: readonly Mention[], at: number): string {
  return mentions.slice(0, at + 1).findLast(({ lead }) => !isListed(lead))?.lead ?? ''
}

/** Whether a number is joined to the one before it: 「13分、15.77分」. */
export function isListed(lead: string): boolean {
  return /^\s*[、和及与]/.test(lead)
}
