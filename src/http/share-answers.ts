import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Answer, sendShared } from './shared-answer.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who asks the same at the same time hears the same answer: one account, or everybody in a division who may ask. */
    sharedBy?: 'account' | 'division'
  }
}

/** One time an answer is worked out, for all who asked before it began. */
type Round = { readonly answer: Promise<Answer | undefined>; isBegun: boolean }
/** The rounds that are under way or waiting, and what the last one gave; gone when nobody asks any more. */
type Line = { readonly rounds: Round[]; last?: Answer | undefined }

/**
 * Answers that follow from more than is counted are worked out anew for each question, but once for those who wait: who
 * asks while one is worked out waits for the next, with all who come meanwhile, so no answer is older than its question.
 */
export function shareAnswers(server: FastifyInstance): void {
  const lines = new Map<string, Line>()
  const answerNext = async (request: FastifyRequest, reply: FastifyReply, sharedBy: 'account' | 'division') => {
    const { division = '', login = '', role = '' } = request.account ?? {}
    const name = `${division} ${sharedBy === 'account' ? login : role} ${request.url}`
    const line: Line = lines.get(name) ?? { rounds: [] }
    lines.set(name, line)
    const { rounds } = line
    const next = rounds.find(({ isBegun }) => !isBegun)
    if (next) {
      const answer = await next.answer
      return answer ? sendShared(request, reply, answer) : undefined
    }
    const { promise, resolve } = Promise.withResolvers<Answer | undefined>()
    const round = { answer: promise, isBegun: false }
    rounds.push(round)
    const before = rounds.at(-2)
    request.tellOthers = (answer) => {
      rounds.splice(rounds.indexOf(round), 1)
      if (rounds.length === 0 && lines.get(name) === line) lines.delete(name)
      line.last = answer
      resolve(answer)
    }
    if (before) await before.answer
    request.toldLast = line.last
    round.isBegun = true
    return undefined
  }
  server.addHook('preHandler', (request, reply, done) => {
    const { sharedBy } = request.routeOptions.config
    return sharedBy === undefined ? done() : answerNext(request, reply, sharedBy)
  })
}
