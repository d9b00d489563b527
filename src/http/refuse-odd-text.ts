import type { FastifyInstance } from 'fastify'
import { Refusal } from './errors.ts'

const message = '内容里有不能保存的字符（空字符或残缺的字），或嵌套过深，请去掉后再试。'
/** Nothing of ours is nested deeper. */
const deepest = 12

/** Turns a request away whose address or body holds text no database can keep: a NUL, half of a surrogate pair. */
export function refuseOddText(server: FastifyInstance): void {
  server.addHook('preValidation', (request, _reply, done) => {
    // An address is of plain letters; only what it writes in others can be odd.
    const isOddAddress = request.url.includes('%') && (isOdd(request.params) || isOdd(request.query))
    if (isOddAddress || isOdd(request.body)) done(new Refusal('request-invalid', message))
    else done()
  })
}

function isOdd(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed()
  // Files and what else is no plain JSON are read by those who take them.
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return false
  if (depth > deepest) return true
  const entries = Array.isArray(value) ? value : Object.entries(value).flat()
  return entries.some((each) => isOdd(each, depth + 1))
}
