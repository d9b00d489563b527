import type { Role } from './accounts/role.ts'

/** Where a department's set of a year stands: 填报中 · 待审核 · 待财政审核 · 已退回 · 已通过. */
export type SubmissionState = 'draft' | 'submitted' | 'approved' | 'returned' | 'accepted'
/** 送审 · 审核通过 · 财政通过 · 退回 · 撤回. */
export type SubmissionAction = 'submit' | 'approve' | 'accept' | 'return' | 'recall'

/** What the pages call each state and step. */
export const submissionStates = {
  draft: '填报中',
  submitted: '待审核',
  approved: '待财政审核',
  returned: '已退回',
  accepted: '已通过',
} satisfies Record<SubmissionState, string>
export const submissionActions = {
  submit: '送审',
  approve: '审核通过',
  accept: '财政通过',
  return: '退回',
  recall: '撤回',
} satisfies Record<SubmissionAction, string>

type Step = { readonly from: SubmissionState; readonly to: SubmissionState; readonly by: readonly Role[] }

const finance = ['finance-reviewer', 'performance-office'] as const

/**
 * Every step of a set from 填报 to 通过. A level may take its own step back before the next one acts; a return goes to the
 * clerk, whoever returns it.
 */
export const workflowSteps: Readonly<Record<SubmissionAction, readonly Step[]>> = {
  submit: [
    { from: 'draft', to: 'submitted', by: ['clerk'] },
    { from: 'returned', to: 'submitted', by: ['clerk'] },
  ],
  approve: [{ from: 'submitted', to: 'approved', by: ['leader'] }],
  accept: [{ from: 'approved', to: 'accepted', by: finance }],
  return: [
    { from: 'submitted', to: 'returned', by: ['leader'] },
    { from: 'approved', to: 'returned', by: finance },
  ],
  recall: [
    { from: 'submitted', to: 'draft', by: ['clerk'] },
    { from: 'approved', to: 'submitted', by: ['leader'] },
  ],
}

/** Where a step leads from a state for a role, or undefined where it may not be taken. */
export function stepFrom(state: SubmissionState, action: SubmissionAction, role: Role): SubmissionState | undefined {
  return workflowSteps[action].find(({ from, by }) => from === state && by.includes(role))?.to
}

/** What a role may do with a set in a state. */
export function stepsOpen(state: SubmissionState, role: Role): SubmissionAction[] {
  const actions = Object.keys(workflowSteps) as SubmissionAction[]
  return actions.filter((action) => stepFrom(state, action, role) !== undefined)
}

/** Only what lies with the clerk can be edited. */
export function isOpenForEdits(state: SubmissionState): boolean {
  return state === 'draft' || state === 'returned'
}
