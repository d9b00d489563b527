import { z } from 'zod'

const text = z.string({ error: '请写文字' })
const span = z.int().positive().default(1)
const align = z.enum(['left', 'center']).default('center')
const cell = z.union([
  text.transform((words) => ({ text: words, span: 1, rows: 1, align: 'center' as const })),
  z.strictObject({ text, span, rows: span, align, grows: z.literal('tasks').optional() }),
])
const column = z.strictObject({ head: text, show: text, span, align })
const head = z.union([column, z.strictObject({ head: text, columns: z.array(column).min(1) })])

/** The shape of a form's layout; a misspelt key is refused. A cell may be written as its bare words. */
export const formShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, { error: '编号用小写字母、数字和连字符' }),
  title: text.min(1),
  sheet: text.min(1),
  source: text.min(1, { error: '要写明依据' }),
  landscape: z.boolean().optional(),
  widths: z.array(z.number().positive()).min(1),
  order: z.array(text).default([]),
  rows: z.array(
    z.union([
      z.array(cell).transform((cells) => ({ cells })),
      z.strictObject({ cells: z.array(cell), when: text }),
      z.strictObject({ cells: z.array(cell), each: z.literal('tasks') }),
      z.strictObject({ indicators: z.array(head).min(1), side: text.optional() }),
    ]),
  ),
})
