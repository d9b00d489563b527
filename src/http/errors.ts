import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { ZodError } from 'zod'
import { type ProblemCode, problems } from '#domain/problem.ts'
import { refusalOf } from '#operations/ledgers/ledger-refusal.ts'
import type { ErrorAnswer } from './contracts/common.ts'

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
  'text-layer-garbled': 422,
  'page-garbled': 422,
  'page-without-text': 422,
  'archive-unsafe': 422,
  'xml-unsafe': 422,
  'table-too-large': 422,
  'text-garbled': 422,
  'nothing-to-check': 422,
  'audit-timeout': 504,
  'sign-in-needed': 401,
  'sign-in-refused': 403,
  'account-locked': 403,
  'account-missing': 404,
  'login-taken': 409,
  'password-weak': 422,
  'invitation-over': 410,
  'not-permitted': 403,
  'too-many-requests': 429,
  'ledger-missing': 404,
  'ledger-refused': 422,
  'ledger-locked': 409,
  'entry-changed': 409,
  'entry-missing': 404,
  'step-refused': 409,
  'request-invalid': 400,
  'database-down': 503,
  'log-broken': 500,
  'internal-error': 500,
} as const satisfies Record<ProblemCode, number>

/** A refusal on its way out of a route. */
export class Refusal extends Error {
  readonly code: ProblemCode
  readonly detail: unknown
  constructor(code: ProblemCode, message: string = problems[code], detail?: unknown) {
    super(message)
    this.code = code
    this.detail = detail
  }
}

/** Whether a word is a code of the table. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(statusOf, code)
}

/** Answers every error of a route; what is not a known refusal is logged and told as 「程序出错」 without detail. */
export function answerError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = asRefusal(error)
  if (statusOf[refusal.code] >= 500) request.log.error(error)
  const { code, message, detail } = refusal
  const body: ErrorAnswer = { code, message, request: request.id, ...(detail === undefined ? {} : { detail }) }
  void reply.status(statusOf[code]).send(body)
}

/** Which parts of a request are not as its contract says, and why. */
function oddRequest(
  issues: readonly { readonly instancePath: string; readonly message?: string | undefined }[],
): Refusal {
  const said = issues.map(({ instancePath, message = '' }) => {
    const field = instancePath.split('/').filter(Boolean).join('.')
    return field ? `${field}：${message}` : message
  })
  return new Refusal('request-invalid', `请求里有不合规格的内容，没有保存。${said.join('；')}。`)
}

const oddUpload = /^Multipart:|unexpected end of multipart data$|^The needle cannot /i

function asRefusal(error: FastifyError | Error): Refusal {
  if (error instanceof Refusal) return error
  const refused = refusalOf(error)
  if (refused) return new Refusal(refused.code, refused.message, refused.detail)
  if (hasZodFastifySchemaValidationErrors(error)) return oddRequest(error.validation)
  if (error instanceof ZodError) return new Refusal('request-invalid')
  const status = 'statusCode' in error ? error.statusCode : undefined
  // The reader of uploads throws plain errors about what it was sent.
  if (oddUpload.test(error.message)) return new Refusal('request-invalid')
  if (status === 429) return new Refusal('too-many-requests')
  if (status === 413) return new Refusal('file-too-large')
  if (status !== undefined && status >= 400 && status < 500) return new Refusal('request-invalid')
  return new Refusal('internal-error')
}
