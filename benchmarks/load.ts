import { setTimeout as sleep } from 'node:timers/promises'
import { connectionTo } from './connection.ts'

/** What `count` questions took: milliseconds; `rate` a second; `failed` those not answered with 200. */
export type Load = {
  readonly count: number
  readonly median: number
  readonly p95: number
  readonly rate: number
  readonly failed: number
}

/**
 * How much is asked.
 *
 * connections   each asks again as soon as it is answered
 * pause         milliseconds from one question of a connection to its next; the connections begin spread over it
 * times         how many questions in all, else as many as there is time for in `seconds`
 */
export type Wish = {
  readonly connections: number
  readonly pause?: number
  readonly times?: number
  readonly seconds?: number
}

/** What is asked next, and as whom. */
export type Question = { readonly path: string; readonly cookie: string }

/** Asks a server as many times as wished, each question one of its own. */
export async function load(url: string, next: () => Question, wish: Wish): Promise<Load> {
  const { connections, pause = 0, times = Infinity, seconds = 3 } = wish
  const took: number[] = []
  let failed = 0
  const began = performance.now()
  const end = times < Infinity ? Infinity : began + seconds * 1000
  let asked = 0
  await Promise.all(
    Array.from({ length: connections }, async (_, index) => {
      const connection = connectionTo(url)
      await sleep((pause * index) / connections)
      while (performance.now() < end && asked < times) {
        asked += 1
        const { path, cookie } = next()
        const from = performance.now()
        const status = await connection.ask(path, cookie)
        took.push(performance.now() - from)
        if (status !== 200) failed += 1
        if (pause > 0) await sleep(Math.max(0, pause - (performance.now() - from)))
      }
      connection.close()
    }),
  )
  const sorted = took.toSorted((left, right) => left - right)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const rate = (took.length * 1000) / (performance.now() - began)
  return { count: took.length, median: at(0.5), p95: at(0.95), rate, failed }
}
