import { parentPort, workerData } from 'node:worker_threads'
import { doJob } from './do-job.ts'
import type { JobTask } from './job-task.ts'

const end = await doJob(workerData as JobTask, (progress) => parentPort?.postMessage({ progress }))
parentPort?.postMessage({ end })
