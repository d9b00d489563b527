import type { LedgerList } from '#http/contracts/year.ts'
import { fieldName } from '#domain/log/field-names.ts'

/** A field the server refused, as its shape names it ('proves.0.indicator', '' the whole entry), and why. */
type Issue = { readonly field: string; readonly message: string }

/** What a refusal says of single fields. */
export function issuesIn(detail: unknown): readonly Issue[] {
  return (detail as { readonly issues?: readonly Issue[] } | undefined)?.issues ?? []
}

/** The column of the entry a field is of. */
export function fieldOf(field: string): string {
  return field.split('.')[0] ?? ''
}

/** 「金额（元）：…；功能科目：…」: each field as its column is called. */
export function saidOf(list: LedgerList, issues: readonly Issue[]): string {
  return issues
    .map(({ field, message }) => (field === '' ? message : `${fieldName(list, fieldOf(field))}：${message}`))
    .join('；')
}
