import type { MainTask } from '#domain/ledger/main-task.ts'
import { type Setting, factOf } from '../setting.ts'
import type { Values } from './fill-template.ts'

/** What a row of main tasks may show: 'task.name', 'task.content', and its budget 'task.total', 'task.fiscal', 'task.rest'. */
export function taskValues(setting: Setting, { name, content }: MainTask): Values {
  const words: Readonly<Record<string, string>> = { 'task.name': name, 'task.content': content }
  return (wanted) => {
    const said = words[wanted] ?? factOf(setting, { measure: wanted, phase: 'original', entity: name })
    return said === undefined || said === '' ? undefined : [said]
  }
}
