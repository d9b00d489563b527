import type { CountingRule, WorkField, WorkKind } from '#domain/ledger/work-ledger.ts'
import { words as all } from '../../words/unit.ts'

const words = all.kind

/** A kind as its form holds it: fields are named, not numbered; options are one text. */
export type KindDraft = {
  readonly name: string
  readonly fields?: readonly (Omit<WorkField, 'id' | 'options'> & { readonly id?: string; readonly options?: string })[]
  readonly key: readonly string[]
  readonly counts?: readonly (Omit<CountingRule, 'id' | 'field'> & { readonly id?: string; readonly field?: string })[]
}

export function draftOf(kind: WorkKind | undefined): KindDraft {
  if (!kind) return { name: '', fields: [{ name: '', type: 'text' }], key: [words.keyDate], counts: [] }
  const nameOf = (id: string) => kind.fields.find((field) => field.id === id)?.name ?? words.keyDate
  return {
    name: kind.name,
    fields: kind.fields.map(({ options, ...field }) => ({
      ...field,
      ...(options ? { options: options.join('、') } : {}),
    })),
    key: kind.key.map(nameOf),
    counts: kind.counts.map(({ field, ...count }) => ({ ...count, ...(field ? { field: nameOf(field) } : {}) })),
  }
}

/** The kind a form describes; fields and counts that were there keep their ids, so that records and indicators still find them. */
export function kindOf(draft: KindDraft, kind: WorkKind | undefined): WorkKind {
  const fields = (draft.fields ?? []).map(({ id = freshId(), options, required, unit, ...field }): WorkField => {
    const allowed = options
      ?.split(/[、,，;；]/)
      .map((word) => word.trim())
      .filter(Boolean)
    return {
      id,
      ...field,
      ...(allowed?.length ? { options: allowed } : {}),
      ...(required ? { required } : {}),
      ...(unit ? { unit } : {}),
    }
  })
  const idOf = (name: string) =>
    name === words.keyDate ? 'date' : (fields.find((field) => field.name === name)?.id ?? name)
  return {
    id: kind?.id ?? freshId(),
    name: draft.name,
    fields,
    key: draft.key.map(idOf),
    counts: (draft.counts ?? []).map(({ id = freshId(), field, ...count }): CountingRule => ({
      id,
      ...count,
      ...(field ? { field: idOf(field) } : {}),
    })),
  }
}

function freshId(): string {
  return `k${crypto.randomUUID().slice(0, 7)}`
}
