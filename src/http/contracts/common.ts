import { z } from 'zod'

/** Which ledger: a division's code, a department's id in it, the fiscal year. */
export const ledgerParams = z.object({
  division: z.string().regex(/^\d{6,12}$/),
  // The database takes no NUL, and no department has a control character in its id.
  department: z
    .string()
    .max(64)
    .regex(/^[^\p{Cc}]+$/u),
  year: z.coerce.number().int().min(1900).max(2200),
})

/** Every refusal. `request`: the id under which the server's log knows it; `detail`: for the page that shows it. */
export const errorAnswer = z
  .object({ code: z.string(), message: z.string(), request: z.string(), detail: z.unknown().optional() })
  .meta({ id: 'Error', description: '一次拒绝：代码、给人看的一句话、请求编号' })
export type ErrorAnswer = z.infer<typeof errorAnswer>

/** Nothing more to say than that it is done. */
export const done = z.object({ ok: z.literal(true) }).meta({ id: 'Done' })

/** The answers every route may give besides its own. */
export const refusals = { '4xx': errorAnswer, '5xx': errorAnswer } as const

export const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/)

/** A list in an answer: the rules' lists are read-only. */
export function list<T extends z.ZodType>(each: T) {
  return z.array(each).readonly()
}
