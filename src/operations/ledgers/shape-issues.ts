import type { z } from 'zod'

/** A field that does not fit its shape, and the sentence beside it. */
export type FieldIssue = { readonly field: string; readonly message: string }

/** What a shape finds wrong in a content, in Chinese: what the shape says itself, else that a field is missing or does not fit. */
export function fieldIssues({ issues }: Pick<z.ZodError, 'issues'>, content: unknown): FieldIssue[] {
  return issues.map((issue) => {
    const { path, message } = issue
    const field = path.map(String).join('.')
    if (issue.code === 'invalid_value' && valueAt(content, path) !== undefined)
      return { field, message: `填得不对，可填 ${issue.values.map(String).join('、')}` }
    if (issue.code === 'unrecognized_keys') return { field, message: `没有“${issue.keys.join('、')}”这一栏` }
    // The library's own words for a wrong type name JavaScript's types, which say nothing to a clerk.
    if (/\p{Script=Han}/u.test(message) && !/^无效(输入|选项)/.test(message)) return { field, message }
    return { field, message: (valueAt(content, path) ?? undefined) === undefined ? '还没有填写' : '填得不对，请核对' }
  })
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    content,
  )
}
