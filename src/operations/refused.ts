import { type ProblemCode, problems } from '#domain/problem.ts'

/** A refusal on its way to the door that asked: a sentence for a person, and `detail` for the page that shows it. */
export class Refused extends Error {
  readonly code: ProblemCode
  readonly detail: unknown

  constructor(code: ProblemCode, message: string = problems[code], detail?: unknown) {
    super(message)
    this.name = 'Refused'
    this.code = code
    this.detail = detail
  }
}
