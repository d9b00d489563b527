import type { SubmissionState } from '../workflow.ts'
import type { Role } from './role.ts'

/** Whoever looks after a department's set in the finance bureau. */
const finance = ['finance-reviewer', 'performance-office'] as const

/**
 * What may be done, and who may do it: the whole policy. A clerk or leader does it in their own department only; the
 * others in their own division. The three administrators share nothing: who makes accounts does not grant and revoke
 * sessions, and neither reads or verifies the log.
 */
export const permissions = {
  'ledger.read': ['clerk', 'leader', ...finance, 'evaluator'],
  'ledger.edit': ['clerk'],
  'ledger.export': ['clerk', 'leader', ...finance, 'evaluator'],
  // Reports of sets the finance bureau has accepted.
  'publication.read': ['public-reader', 'clerk', 'leader', ...finance, 'evaluator'],
  'submission.submit': ['clerk'],
  'submission.approve': ['leader'],
  'submission.accept': finance,
  // Which evaluator sees which set.
  'evaluation.assign': ['performance-office'],
  // By when the departments do what.
  'deadline.set': ['performance-office'],
  // A request is written, sent, withdrawn and linked to its payment by a clerk; every later signature is a leader's.
  'expenditure.request': ['clerk'],
  'expenditure.sign': ['leader'],
  'audit.use': ['clerk', 'leader', ...finance, 'evaluator'],
  'account.list': ['system-administrator', 'security-administrator'],
  'account.manage': ['system-administrator'],
  'account.unlock': ['security-administrator'],
  'session.revoke': ['security-administrator'],
  'log.read': ['audit-administrator'],
} as const satisfies Record<string, readonly Role[]>

/**
 * Roles from outside that see a set only when it stands somewhere: an evaluator what its department has approved, the
 * public what the finance bureau has accepted. The others see all they are not kept from otherwise.
 */
export const stagesShown: Readonly<Record<'evaluator' | 'public-reader', readonly SubmissionState[]>> &
  Partial<Record<Role, readonly SubmissionState[]>> = {
  evaluator: ['approved', 'accepted'],
  'public-reader': ['accepted'],
}

/** Roles that see only the sets given to them one by one. */
export const seesAssigned: readonly Role[] = ['evaluator']

export type Permission = keyof typeof permissions

/** Whether a role may do something at all; whose data it may touch is another question. */
export function isAllowed(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role)
}

export function isPermission(word: string): word is Permission {
  return Object.hasOwn(permissions, word)
}
