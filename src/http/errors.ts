import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import { type ProblemCode, problems } from '#domain/problem.ts'
import type { ErrorAnswer } from './contract.ts'

/** The status each refusal goes out with. */
export const statusOf = {
  'file-missing': 404,
  'file-empty': 422,
  'file-unreadable': 422,
  'file-encrypted': 422,
  'file-too-large': 413,
  'file-misnamed': 422,
  'format-unknown': 415,
  'scan-without-text': 422,
  'page-without-text': 422,
  'archive-unsafe': 422,
  'xml-unsafe': 422,
  'table-too-large': 422,
  'text-garbled': 422,
  'nothing-to-check': 422,
  'audit-timeout': 504,
  'request-invalid': 400,
  'internal-error': 500,
} as const satisfies Record<ProblemCode, number>

/** A refusal on its way out of a route. */
export class Refusal extends Error {
  readonly code: ProblemCode
  constructor(code: ProblemCode, message: string = problems[code]) {
    super(message)
    this.code = code
  }
}

/** Whether a word is a code of the table. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(statusOf, code)
}

/** Answers every error of a route; what is not a known refusal is logged and told as 「程序出错」 without detail. */
export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = asRefusal(error)
  if (refusal.code === 'internal-error') request.log.error(error)
  const body: ErrorAnswer = { code: refusal.code, message: refusal.message, request: request.id }
  void reply.status(statusOf[refusal.code]).send(body)
}

function asRefusal(error: FastifyError | Error): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof ZodError) return new Refusal('request-invalid')
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status === 413) return new Refusal('file-too-large')
  if (status !== undefined && status >= 400 && status < 500) return new Refusal('request-invalid')
  return new Refusal('internal-error')
}
