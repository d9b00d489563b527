import { type Socket, connect } from 'node:net'

/**
 * One connection that is kept, with one question under way at a time.
 *
 * ask   the status of the answer once it is there as a whole; 0 when the connection broke or its length is not told
 */
export type Connection = { ask(path: string, cookie: string): Promise<number>; close(): void }

const headEnd = '\r\n\r\n'

/**
 * Asks with little more than the bytes themselves: on a machine of two processors what the asking takes is taken from
 * the server, and `node:http` takes as much to ask as to answer. `url` ends with a slash, paths begin without one.
 */
export function connectionTo(url: string): Connection {
  const { hostname, port, host } = new URL(url)
  const rest = ` HTTP/1.1\r\nhost: ${host}\r\naccept-encoding: gzip, deflate, br, zstd\r\ncookie: `
  let socket: Socket | undefined
  let tell: (status: number) => void = () => {}
  let status = 0
  /** Bytes of the answer still to come; undefined before its head is there. */
  let left: number | undefined
  let begun = ''
  const over = (told: number) => {
    left = undefined
    begun = ''
    tell(told)
  }
  const hear = (chunk: Buffer) => {
    if (left === undefined) {
      begun += chunk.toString('latin1')
      const end = begun.indexOf(headEnd)
      if (end < 0) return
      const length = /\r\ncontent-length: (\d+)/i.exec(begun.slice(0, end))?.[1]
      if (length === undefined) {
        socket?.destroy()
        return
      }
      status = Number(begun.slice(9, 12))
      left = Number(length) - (begun.length - end - headEnd.length)
    } else left -= chunk.length
    if (left <= 0) over(status)
  }
  return {
    ask(path, cookie) {
      if (!socket || socket.destroyed) {
        socket = connect(Number(port), hostname).setNoDelay(true)
        socket.on('data', hear).on('error', () => {})
        socket.on('close', () => over(0))
      }
      return new Promise((resolve) => {
        tell = resolve
        socket?.write(`GET /${path}${rest}${cookie}${headEnd}`, 'latin1')
      })
    },
    close: () => void socket?.destroy(),
  }
}
