import type { ErrorAnswer } from '#http/contracts/common.ts'
import { zh } from './zh.ts'

/**
 * A refusal of the server, in a sentence for the person. `status` 0 and `code` 'offline': the server was not reached.
 */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly detail: unknown
  constructor(status: number, { code, message, detail }: Pick<ErrorAnswer, 'code' | 'message' | 'detail'>) {
    super(message)
    this.status = status
    this.code = code
    this.detail = detail
  }
  get isOffline(): boolean {
    return this.status === 0
  }
}

/** `json`: sent as the body. */
export type Asking = Omit<RequestInit, 'body'> & { readonly body?: FormData; readonly json?: unknown }

/** Asks the server and gives its answer. throws Refusal */
export async function ask<T>(address: string, { json, ...init }: Asking = {}): Promise<T> {
  const sent: RequestInit =
    json === undefined ? init : { ...init, headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) }
  const answer = await fetch(address, sent).catch(() => undefined)
  if (!answer) throw new Refusal(0, { code: 'offline', message: zh.failed })
  const body: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok) throw new Refusal(answer.status, refusalIn(body))
  return body as T
}

/** A fault of the program is told with the number under which its log knows it. */
function refusalIn(body: unknown): Pick<ErrorAnswer, 'code' | 'message' | 'detail'> {
  const { code = 'internal-error', message = zh.failed, request, detail } = (body ?? {}) as Partial<ErrorAnswer>
  const isFault = code === 'internal-error' && request !== undefined
  return { code, message: isFault ? zh.fault(message, request) : message, detail }
}
