/** What a connection says that can't be made since the server is not there, or is only just coming up. */
const gone = ['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE', '57P03']
/** What one says that was there: the server was told to stop, or died under it. */
const ended = [...gone, '57P01', '57P02']

const codeOf = (error: unknown) => (error as { code?: string } | undefined)?.code ?? ''

/** Whether no connection can be made since the server is gone: it may be started again. */
export function isServerGone(error: unknown): boolean {
  return gone.includes(codeOf(error))
}

/** Whether a query failed since the server went away, and not for what was asked of it. */
export function isConnectionLost(error: unknown): boolean {
  const isOfTheServer = ended.includes(codeOf(error)) && !('path' in (error as object))
  return isOfTheServer || (error instanceof Error && error.message.startsWith('Connection terminated'))
}
