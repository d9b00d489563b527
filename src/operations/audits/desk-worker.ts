import { parentPort } from 'node:worker_threads'
import { type DeskTask, deskTask } from './desk-task.ts'

parentPort?.on('message', (task: DeskTask) => void deskTask(task).then((answer) => parentPort?.postMessage(answer)))
