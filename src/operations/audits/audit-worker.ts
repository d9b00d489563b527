import { parentPort } from 'node:worker_threads'
import { type Task, auditTask } from './audit-task.ts'

parentPort?.on('message', (task: Task) => void auditTask(task).then((outcome) => parentPort?.postMessage(outcome)))
