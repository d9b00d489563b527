import { Big } from 'big.js'
import { type StaffLine, quotaKinds } from '#domain/ledger/staffing.ts'
import type { Complain, Values } from './row-values.ts'

/** One organisation's staff. A printed total of posts is checked and not kept. */
export function buildStaffLine(values: Values, complain: Complain): readonly StaffLine[] {
  const quotas = quotaKinds.flatMap((kind) => {
    const posts = values[kind] as Big | undefined
    return posts === undefined ? [] : [{ kind, posts: Number(posts) }]
  })
  const sum = quotas.reduce((total, { posts }) => total.plus(posts), new Big(0))
  const printed = values['quota'] as Big | undefined
  if (printed && quotas.length === 0)
    complain('error', 'quota', '只有编制合计，没有分类。', '请按行政、事业等编制种类分别填写。')
  else if (printed && !printed.eq(sum))
    complain(
      'warning',
      'quota',
      `编制合计 ${printed.toFixed()} 与各类之和 ${sum.toFixed()} 不符。`,
      '请核对，已按各类读取。',
    )
  const onPost = values['onPost'] as Big | undefined
  if (onPost && quotas.length > 0 && onPost.gt(sum))
    complain('warning', 'onPost', `在职 ${onPost.toFixed()} 人，超过编制 ${sum.toFixed()} 人。`, '请核对。')
  const including = includingOf(values['including'] as string | undefined, complain)
  const part = including.reduce((total, { persons }) => total + persons, 0)
  if (onPost?.lt(part))
    complain('warning', 'including', `其中 ${part} 人，超过在职 ${onPost.toFixed()} 人。`, '请核对。')
  return [
    {
      organisation: values['organisation'] as string,
      quotas,
      onPost: Number(onPost ?? 0),
      ...(including.length > 0 ? { including } : {}),
      retired: Number((values['retired'] as Big | undefined) ?? 0),
    },
  ]
}

/** 「核电办8人、信访专班2人」. */
function includingOf(text: string | undefined, complain: Complain): { name: string; persons: number }[] {
  if (text === undefined || /^[—\-/无]$/.test(text)) return []
  return text.split(/[、，,；;\n]/).flatMap((part) => {
    const [, name, persons] = /^(?:其中|含)?[:：]?\s*(\D+?)\s*(\d{1,6})\s*人?$/.exec(part.trim()) ?? []
    if (name && persons) return [{ name, persons: Number(persons) }]
    complain('error', 'including', `「${part}」看不出是哪部分、多少人。`, '请写成“核电办8人”。')
    return []
  })
}
