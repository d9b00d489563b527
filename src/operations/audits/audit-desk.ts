import { Worker } from 'node:worker_threads'
import { type DeskAnswer, type DeskTask, failedTask } from './desk-task.ts'

export type AuditDesk = {
  /** Does the task on the desk's thread, after those before it; never rejects. */
  ask(task: DeskTask): Promise<DeskAnswer>
  close(): Promise<void>
}

/** Milliseconds one file may take before it is given up. */
const longestAudit = 120_000
/** Megabytes the thread may hold of its own: beyond, the file is told to be too large, and the program goes on. */
const mostHeap = 2048

/**
 * One thread that audits files in turn, so that a heavy file never holds up the server's answers. A file that takes too
 * long or brings the thread down is answered as such, and the next gets a new thread.
 */
export function openAuditDesk(timeout: number = longestAudit, heap: number = mostHeap): AuditDesk {
  let worker: Worker | undefined
  let turn: Promise<unknown> = Promise.resolve()
  const drop = async () => {
    const old = worker
    worker = undefined
    await old?.terminate()
  }
  const run = (task: DeskTask): Promise<DeskAnswer> =>
    new Promise((resolve) => {
      const at = (worker ??= workerOf(heap))
      const timer = setTimeout(() => finish(failedTask(task, 'audit-timeout'), true), timeout)
      const finish = (answer: DeskAnswer, broken: boolean) => {
        clearTimeout(timer)
        at.off('message', onMessage).off('error', onError).off('exit', onExit)
        if (broken) {
          // An error that comes late must not end the program.
          at.on('error', () => undefined)
          void drop()
        }
        resolve(answer)
      }
      const onMessage = (answer: DeskAnswer) => finish(answer, false)
      const onError = (error: Error) => finish(brokenDown(task, error), true)
      const onExit = () => finish(failedTask(task, 'internal-error'), true)
      at.on('message', onMessage).on('error', onError).on('exit', onExit)
      at.postMessage(task)
    })
  return {
    ask(task) {
      const answer = turn.then(() => run(task))
      turn = answer
      return answer
    },
    close: drop,
  }
}

function workerOf(heap: number): Worker {
  return new Worker(new URL('./desk-worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: heap } })
}

function brokenDown(task: DeskTask, error: Error): DeskAnswer {
  const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isFull ? failedTask(task, 'file-too-large') : failedTask(task, 'internal-error', error.message)
}
