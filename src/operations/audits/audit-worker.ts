import { flushCompileCache } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { auditTask } from './audit-task.ts'
import type { Task } from './audited.ts'

/** Files wait here for the one before them: the next is at hand as soon as one is done. */
let turn: Promise<void> = Promise.resolve()
let done = 0
/** By then most of the program has been used; a thread that is ended keeps no compiled code by itself. */
const seasoned = 20

parentPort?.on('message', (task: Task) => {
  turn = auditAfter(turn, task)
})

async function auditAfter(before: Promise<void>, task: Task): Promise<void> {
  await before
  parentPort?.postMessage(await auditTask(task))
  if (++done === seasoned) flushCompileCache()
}
